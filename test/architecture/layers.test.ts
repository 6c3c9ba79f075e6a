import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../../bin/layers.mjs'

// Each rule is broken once on purpose: a slip in a pattern would otherwise switch it off without a word.
const planted: Record<string, { at: string; text: string }> = {
  'core-is-pure': {
    at: 'src/domains/places/core/rule.ts',
    text: "import { x } from '../data/rows.ts'; export const a = x",
  },
  'kernel-imports-nothing': { at: 'src/kernel/k.ts', text: "import { x } from '#platform/p.ts'; export const k = x" },
  'platform-knows-no-domain': { at: 'src/platform/q.ts', text: "export { door } from '#domains/places/index.ts'" },
  'ui-stands-alone': { at: 'src/ui/u.tsx', text: "import { x } from '#platform/p.ts'; export const u = x" },
  'slice-front-door': { at: 'src/domains/visits/side.ts', text: "export { x } from '#domains/places/data/rows.ts'" },
  'web-not-db': {
    at: 'src/domains/places/web/page.tsx',
    text: "import { db } from '../../../platform/db/index.ts'; export const p = db",
  },
  'data-below-actions': {
    at: 'src/domains/places/data/low.ts',
    text: "export const a = () => import('../actions/act.ts')",
  },
  'actions-below-web': {
    at: 'src/domains/places/actions/up.ts',
    text: "import { w } from '../web/words.ts'; export const a = w",
  },
  'order-places': {
    at: 'src/domains/places/up.ts',
    text: "import type { V } from '#domains/visits/index.ts'; export type W = V",
  },
  'nothing-imports-tests': { at: 'src/platform/t.ts', text: "export { build } from '#test/build.ts'" },
  'no-circular': { at: 'src/domains/care/a.ts', text: "import { b } from './b.ts'; export const a = () => b" },
  resolvable: { at: 'src/platform/lost.ts', text: "export { gone } from './gone.ts'" },
}
const sound: Record<string, string> = {
  'src/platform/p.ts': 'export const x = 1',
  'src/platform/db/index.ts': 'export const db = 1',
  'src/domains/places/index.ts': "export { x as door } from './data/rows.ts'",
  'src/domains/places/data/rows.ts': 'export const x = 1',
  'src/domains/places/actions/act.ts': 'export const act = 1',
  'src/domains/places/web/words.ts': 'export const w = 1',
  'src/domains/visits/index.ts':
    "import { door } from '#domains/places/index.ts'; export const v = door; export interface V { v: number }",
  'src/domains/care/b.ts': "import { a } from './a.ts'; export const b = () => a",
  'test/build.ts': 'export const build = 1',
}
const imports = {
  '#kernel/*': './src/kernel/*',
  '#platform/*': './src/platform/*',
  '#ui/*': './src/ui/*',
  '#domains/*': './src/domains/*',
  '#test/*': './test/*',
}

describe('the layer rules', () => {
  const root = mkdtempSync(join(tmpdir(), 'hitoba-layers-'))
  let found: Awaited<ReturnType<typeof judge>>

  const put = (at: string, text: string) => {
    mkdirSync(dirname(join(root, at)), { recursive: true })
    writeFileSync(join(root, at), text)
  }
  beforeAll(async () => {
    put('package.json', JSON.stringify({ type: 'module', imports }))
    put(
      'tsconfig.json',
      JSON.stringify({ compilerOptions: { module: 'nodenext', allowImportingTsExtensions: true, noEmit: true } }),
    )
    for (const [at, text] of Object.entries(sound)) put(at, text)
    for (const { at, text } of Object.values(planted)) put(at, text)
    found = await judge(root)
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  test.each(Object.entries(planted))('%s notices its planted violation', (rule, { at }) => {
    expect(
      found.violations.filter((violation) => violation.rule === rule).map(({ sentence }) => sentence),
    ).toContainEqual(expect.stringContaining(at))
  })
  test('what is sound is not blamed', () => {
    const blamed = found.violations.map(({ sentence }) => sentence.split(': ')[1]?.split(' → ')[0])
    expect(blamed).not.toContain('src/domains/visits/index.ts')
    expect(blamed).not.toContain('src/domains/places/index.ts')
  })
  test('modules were read: an empty cruise would find nothing wrong', () => {
    expect(found.modules).toBeGreaterThan(15)
  })
})
