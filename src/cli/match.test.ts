import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { check } from '#domains/matching/exchange/check.ts'
import { generate } from '#domains/matching/exchange/generate.ts'
import { readPlan } from '#domains/matching/exchange/instance.ts'
import { run } from './match.ts'

const instance = generate('S', 1, { agreed: 0.1, declined: 0.1 })
let folder = ''
const file = (name: string): string => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hitoba-match-'))
  writeFileSync(file('problem.json'), JSON.stringify(instance))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** One command line, with what it wrote. */
const match = async (...args: string[]) => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
  const code = await run(args)
  const answer = { code, out: said.mock.calls.flat(), err: complained.mock.calls.flat().join('\n') }
  vi.restoreAllMocks()
  return answer
}

const planned = (out: string, ...limit: string[]) =>
  match('--instance', file('problem.json'), ...limit, '--seed', '3', '--out', file(out))

describe('hitoba match', () => {
  test('writes a plan in which everything holds, and tells about it in one line', async () => {
    const { code, out, err } = await planned('plan.json', '--iterations', '300')
    expect([code, err, out.length]).toEqual([0, '', 1])
    const plan = readPlan(readFileSync(file('plan.json'), 'utf8'), instance)
    if (!plan.ok) throw new Error(plan.error.at)
    const { violations, objective } = check(instance, plan.value)
    expect(violations).toEqual([])
    const told = JSON.parse(String(out[0]))
    expect(Object.keys(told)).toEqual(['filled', 'objective', 'bound', 'gap', 'seconds', 'iterations'])
    expect(told).toMatchObject({ filled: objective.filled, objective: objective.j })
    expect(told.iterations).toBeGreaterThanOrEqual(300)
    expect(told.bound).toBeGreaterThanOrEqual(told.objective)
    expect(told.gap).toBeCloseTo((told.bound - told.objective) / told.bound, 12)
  })
  test('writes the same bytes for the same seed and iterations', async () => {
    await planned('once.json', '--iterations', '200')
    await planned('again.json', '--iterations', '200')
    expect(readFileSync(file('again.json'))).toEqual(readFileSync(file('once.json')))
  })
  test('ends when its seconds are over', async () => {
    const { code, out } = await planned('soon.json', '--seconds', '0.2')
    expect(code).toBe(0)
    expect(JSON.parse(String(out[0])).seconds).toBeLessThan(5)
  })
  test('gives a bound that is no higher when it is asked for one', async () => {
    const bounds = [
      await planned('a.json', '--iterations', '64'),
      await planned('b.json', '--iterations', '64', '--bound'),
    ]
    const [without, asked] = bounds.map(({ out }) => JSON.parse(String(out[0])))
    expect(asked.bound).toBeLessThanOrEqual(without.bound)
    expect(asked.bound).toBeGreaterThanOrEqual(asked.objective)
  })
  test('plans a month in which nothing is asked for', async () => {
    writeFileSync(file('empty.json'), JSON.stringify({ ...instance, requests: [], locked: [], declined: [] }))
    const { code, out } = await match('--instance', file('empty.json'), '--iterations', '9', '--out', file('none.json'))
    expect([code, JSON.parse(String(out[0]))]).toMatchObject([0, { filled: 0, objective: 0, bound: 0, gap: 0 }])
  })

  test.each<[string, string]>([
    ['requests[0].options[0].start must be a multiple of 30', JSON.stringify(withStart(615))],
    ['requests[0].options[0].start must be a number', JSON.stringify(withStart('ten'))],
    ['instance is not JSON', '{'],
  ])('refuses a problem that is not in order, and writes nothing: %s', async (said, text) => {
    writeFileSync(file('bad.json'), text)
    const { code, out, err } = await match(
      '--instance',
      file('bad.json'),
      '--iterations',
      '9',
      '--out',
      file('never.json'),
    )
    expect([code, out]).toEqual([1, []])
    expect(err).toContain(`bad.json: ${said}`)
    expect(existsSync(file('never.json'))).toBe(false)
  })
  test('says when there is no such file or folder', async () => {
    const nowhere = await match('--instance', file('missing.json'), '--iterations', '9', '--out', file('never.json'))
    expect([nowhere.code, nowhere.err]).toEqual([1, `${file('missing.json')}: there is no such file`])
    const lost = await match('--instance', file('problem.json'), '--iterations', '9', '--out', file('no/plan.json'))
    expect([lost.code, lost.err]).toEqual([1, `${file('no/plan.json')}: there is no such folder`])
  })

  const whole = ['--instance', 'p.json', '--out', 'plan.json', '--iterations', '5']
  test.each([
    [[]],
    [whole.slice(2)],
    [whole.slice(0, 2)],
    [whole.slice(0, 4)],
    [[...whole, '--seconds', '3']],
    [[...whole.slice(0, 4), '--seconds', 'soon']],
    [[...whole.slice(0, 4), '--seconds', '-1']],
    [[...whole.slice(0, 4), '--iterations', '1.5']],
    [[...whole, '--seed', 'luck']],
    [[...whole, '--quickly']],
  ])('says how it is used where that is not clear: %j', async (args) => {
    const { code, err } = await match(...args)
    expect([code, err.slice(0, 34)]).toEqual([2, 'hitoba match --instance problem.js'])
  })
})

function withStart(start: unknown): unknown {
  const [asked, ...others] = instance.requests
  const [option, ...later] = asked?.options ?? []
  return { ...instance, requests: [{ ...asked, options: [{ ...option, start }, ...later] }, ...others] }
}
