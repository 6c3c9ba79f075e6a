import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fairnessPage } from './fairness-page.ts'
import { lifeCycles } from './life-cycles.ts'
import { projectRoot } from '#platform/config/root.ts'
import { stateDiagram } from './state-diagram.ts'

/** `hitoba diagrams`: after a transition table, or what a plan is worth, was changed. */
export const run = async (): Promise<number> => {
  const folder = join(projectRoot, 'docs', 'states')
  mkdirSync(folder, { recursive: true })
  for (const cycle of lifeCycles) writeFileSync(join(folder, `${cycle.name}.md`), stateDiagram(cycle))
  writeFileSync(join(projectRoot, 'docs', 'fairness.md'), fairnessPage())
  return 0
}
