import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const planted: [rule: string, at: string, text: string][] = [
  [
    'no-danger',
    'src/domains/x/web/a.tsx',
    'export const a = (html: string) => <p dangerouslySetInnerHTML={{ __html: html }} />',
  ],
  ['jsx-props-no-spreading', 'src/domains/x/web/b.tsx', 'export const b = (row: object) => <p {...row} />'],
  ['no-restricted-imports', 'src/ui/c.ts', "import { createContext } from 'preact'\nexport const c = createContext(1)"],
  ['no-restricted-imports', 'src/ui/d.ts', "import { memo } from 'preact/compat'\nexport const d = memo"],
  ['no-restricted-properties', 'src/domains/x/core/e.ts', 'export const e = () => Date.now()'],
  ['no-restricted-properties', 'src/kernel/f.ts', 'export const f = () => Math.random()'],
  ['no-restricted-globals', 'src/domains/x/core/g.ts', 'export const g = process.env'],
  ['no-console', 'src/kernel/h.ts', 'export const h = () => console.log(1)'],
  [
    'no-restricted-properties',
    'src/domains/x/data/i.ts',
    'export const i = (db: { asPlatform(): void }) => db.asPlatform()',
  ],
  ['no-explicit-any', 'src/platform/j.ts', 'export const j = (x: any) => x'],
  ['no-non-null-assertion', 'src/platform/k.ts', 'export const k = (x: string | null) => x!.length'],
  ['max-lines', 'src/platform/l.ts', 'export {}\n'.repeat(301)],
  ['max-lines-per-function', 'src/platform/m.ts', `export const m = () => {\n${'  m()\n'.repeat(61)}}`],
  ['no-disabled-tests', 'src/platform/n.test.ts', "import { test } from 'vitest'\ntest.skip('not now', () => {})"],
  ['no-warning-comments', 'src/platform/o.ts', `// ${'TO'}${'DO'}: later\nexport const o = 1`],
]

describe('the lint rules', () => {
  const root = mkdtempSync(join(tmpdir(), 'hitoba-lint-'))
  let found: { code: string; filename: string }[]

  beforeAll(() => {
    copyFileSync('.oxlintrc.json', join(root, '.oxlintrc.json'))
    for (const [, at, text] of planted) {
      mkdirSync(dirname(join(root, at)), { recursive: true })
      writeFileSync(join(root, at), text)
    }
    const oxlint = resolve('node_modules/oxlint/bin/oxlint')
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: root, encoding: 'utf8' })
    found = (JSON.parse(stdout) as { diagnostics: typeof found }).diagnostics
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  test.each(planted)('%s notices its planted violation in %s', (rule, at) => {
    const here = found.filter(({ filename }) => filename.endsWith(at)).map(({ code }) => code)
    expect(here).toContainEqual(expect.stringContaining(`(${rule})`))
  })
})
