import { spawnSync } from 'node:child_process'
import { afterEach, expect, test, vi } from 'vitest'
import { run } from '../../bench/index.ts'

const nowhere = 'postgres://nobody@127.0.0.1:1/none'

afterEach(() => vi.restoreAllMocks())

const started = (args: readonly string[], env: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}` }
}

test.each([
  ['where the server that is named does not answer', { TEST_DATABASE_URL: nowhere }],
  ['where the run is narrowed to the embedded database', { HITOBA_TEST_ENGINE: 'pglite' }],
])('the full counts fail %s, and say why', (_, env) => {
  expect(started(['bin/server-answers.mjs'], env)).toEqual({
    status: 1,
    said: expect.stringContaining('No PostgreSQL answers at TEST_DATABASE_URL or 127.0.0.1:5432.'),
  })
})

test('only the full counts begin with asking for the server', () => {
  expect(started(['bin/check.mjs', '--soak', 'none']).said).toContain('There are: server, format, ')
  expect(started(['bin/check.mjs', 'none']).said).toContain('There are: format, ')
})

test('measures that need a server fail without one, though those that need none hold', async () => {
  const told: string[] = []
  vi.spyOn(console, 'log').mockImplementation((text) => void told.push(text))
  vi.spyOn(console, 'error').mockImplementation((text) => void told.push(text))
  expect(await run(['--only', 'c', '--json'], async () => null)).toBe(1)
  expect(JSON.parse(told[0] ?? '')).toMatchObject({ figures: [{ part: 'c' }], leftOut: ['c'] })
  expect(told[1]).toContain('Not everything was measured: no PostgreSQL answers')
})
