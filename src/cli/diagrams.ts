import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lifeCycles } from './life-cycles.ts'
import { projectRoot } from '#platform/config/root.ts'
import { stateDiagram } from './state-diagram.ts'

/** `hitoba diagrams`: after a transition table was changed. */
export const run = async (): Promise<number> => {
  const folder = join(projectRoot, 'docs', 'states')
  mkdirSync(folder, { recursive: true })
  for (const cycle of lifeCycles) writeFileSync(join(folder, `${cycle.name}.md`), stateDiagram(cycle))
  return 0
}
