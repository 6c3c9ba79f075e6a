import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openLog } from './log.ts'

const name = '見本 花子'
const refusal = z.string().refine(() => false, { error: ({ input }) => `${String(input)} is nobody we know` })

class Unkind extends Error {
  override name = name
  readonly code = name
}

const errors: [string, () => unknown][] = [
  ['an ordinary error', () => new Error(`no place for ${name}`)],
  ['an error of several lines', () => new Error(`no place\n    at home of ${name}\n${name}`)],
  ['an error with a cause', () => new Error('no place', { cause: new Error(name) })],
  ['an error with a code', () => Object.assign(new Error(`Key (name)=(${name})`), { code: '23505', detail: name })],
  ['a form that did not fit', () => refusal.safeParse(name).error],
  ['text that is no JSON', () => caught(() => JSON.parse(`{${name}`))],
  ['an error that bears the name itself', () => new Unkind(name)],
  ['no error at all', () => name],
]

test.each(errors)('%s is known by its kind and its place, never by its words', async (_, made) => {
  const line = await lineOf(made())
  expect(line).not.toMatch(/見本|花子/)
  expect(JSON.parse(line)).toMatchObject({ level: 50, msg: 'bug', requestId: 'request-1' })
})

test('what helps to find it is kept: kind, code, and where it was thrown', async () => {
  const line = JSON.parse(await lineOf(Object.assign(new TypeError('x'), { code: '23505' })))
  expect(line).toMatchObject({ error: 'TypeError', code: '23505' })
  expect(line.stack).toMatch(/^ {4}at .*log\.test\.ts:\d+:\d+/)
})

const lineOf = async (error: unknown): Promise<string> => {
  const file = join(mkdtempSync(join(tmpdir(), 'hitoba-log-')), 'log')
  openLog('info', file).bug(error, 'request-1')
  return vi.waitFor(() => {
    const text = readFileSync(file, 'utf8')
    expect(text).toMatch(/\n$/)
    return text
  })
}

const caught = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}
