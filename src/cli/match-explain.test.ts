import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { posed } from '#domains/matching/exchange/planned.ts'
import { generate } from '#domains/matching/exchange/generate.ts'
import { planText } from '#domains/matching/exchange/instance.ts'
import { solve } from '#domains/matching/planning/index.ts'
import { run } from './match.ts'

const instance = generate('S', 1, { agreed: 0.1, declined: 0.1 })
const { problem, inFormat } = posed(instance)
const plan = inFormat(solve(problem, { seed: 3, until: { iterations: 200 } }).plan)
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hitoba-explain-'))
  writeFileSync(join(folder, 'problem.json'), JSON.stringify(instance))
  writeFileSync(join(folder, 'plan.json'), planText(plan))
})
afterAll(() => rmSync(folder, { recursive: true }))

const explain = async (request: number) => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
  const files = ['--explain', join(folder, 'plan.json'), '--instance', join(folder, 'problem.json')]
  const code = await run([...files, '--request', String(request)])
  const answer = { code, out: said.mock.calls.flat().join('\n'), err: complained.mock.calls.flat().join('\n') }
  vi.restoreAllMocks()
  return answer
}

test('a request of a plan is explained: why these people, or what stands in the way and what would help', async () => {
  const locked = new Set(instance.locked.map((one) => one.request))
  const filled = plan.visits.find((one) => !locked.has(one.request))
  const inPlan = new Set(plan.visits.map((one) => one.request))
  const open = instance.requests.findIndex((_, i) => !inPlan.has(i))
  expect((await explain(filled?.request ?? -1)).out).toContain(`s${filled?.supporters[0]}: `)
  expect((await explain(open)).out).toMatch(/In the way: .*\n(.*\n)*Would help: /)
  expect((await explain([...locked][0] ?? -1)).out).toBe('It was agreed before.')
})

test('what is not there is said', async () => {
  expect(await explain(100_000)).toMatchObject({ code: 1, err: 'There is no request 100000' })
  expect((await explain(-1)).code).toBe(2)
})
