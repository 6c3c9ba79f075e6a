import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fairnessPage } from './fairness-page.ts'
import { lifeCycles } from './life-cycles.ts'
import { projectRoot } from '#platform/config/root.ts'
import { stateDiagram } from './state-diagram.ts'

test.each(lifeCycles)(
  '$title: its page in docs/states is fresh: run "hitoba diagrams" after a table was changed',
  (cycle) => {
    const path = join(projectRoot, 'docs', 'states', `${cycle.name}.md`)
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8')).toBe(stateDiagram(cycle))
  },
)

test('the page on fairness is fresh: run "hitoba diagrams" after what a plan is worth was changed', () => {
  expect(readFileSync(join(projectRoot, 'docs', 'fairness.md'), 'utf8')).toBe(fairnessPage())
})

test('a diagram shows every line of the table once, and where it ends', () => {
  const page = stateDiagram({
    name: 'x',
    title: 'X',
    starts: 'a',
    lines: [{ from: 'a', to: 'b', who: ['host', 'system'], holds: ['reason_given'] }],
  })
  expect(page).toContain('[*] --> a')
  expect(page).toContain('a --> b: host, system')
  expect(page).toContain('b --> [*]')
  expect(page).toContain('| a | b | host, system | reason_given |')
})
