import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { readPdf } from '#test/documents/read-pdf.ts'
import { type DocumentKind, openDocuments, sampleOf, type TemplateProblem } from './pdf.ts'
import { pressed } from '#test/documents/pressed.ts'
import { openPress } from './typst-press.ts'

// The template that comes with hitoba, for these tests: it says the words that it is given.
const kind: DocumentKind<string> = {
  name: 'note',
  folder: 'test/documents',
  orderOf: (words) => ({ title: '見本', on: day('2026-11-22'), data: { words } }),
}
const press = openPress({ ownMs: 2_000 })
afterAll(() => press.close())

/** Documents of a programme that has its own template with this text. */
const withOwn = (template: string) => {
  const own = mkdtempSync(join(tmpdir(), 'hitoba-own-'))
  writeFileSync(join(own, 'note@2026-04.typ'), template)
  const problems: TemplateProblem[] = []
  const documents = openDocuments({ own, press, onProblem: (problem) => problems.push(problem) }).of(1)
  const print = async (words: string) => (await readPdf((await pressed(await documents.paper(kind, words))).bytes)).text
  return { own, documents, problems, print }
}

test('a template of the programme’s own is used, and finds the same data', async () => {
  const { print, problems } = withOwn(
    '#import "base.typ": *\n#let data = json("data.json")\n= 自分たちの\n#written(data.words)',
  )
  expect(await print('あいう')).toBe('自分たちのあいう')
  expect(problems).toEqual([])
})

test('it may use the pictures that lie beside it', async () => {
  const { own, documents } = withOwn('#image("mark.svg", alt: "しるし")')
  writeFileSync(
    join(own, 'mark.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
  )
  expect((await readPdf((await pressed(await documents.paper(kind, ''))).bytes)).alts).toEqual(['しるし'])
})

describe('a template that cannot be used is told, and ours is used meanwhile', () => {
  test.each([
    [
      'a word that is not known',
      '= 題\n\n#whatever()',
      { file: 'note@2026-04.typ', line: 3, message: 'unknown variable: whatever' },
    ],
    [
      'a picture without words',
      '#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\"/>"), format: "svg")',
      { line: null, message: 'PDF/UA-1 error: missing alt text' },
    ],
    ['letters that no font has', '한국어', { line: null, message: 'no font has 한 국 어' }],
    [
      'no end',
      '#let f(n) = { for i in range(100000) { n += f(n) }; n }\n#let g() = { let x = 0; for i in range(100000) { for k in range(100000) { x += 1 } } }\n#g()',
      { line: null, message: 'it did not come to an end' },
    ],
    ['no end of memory', '#let x = range(1000000000)\n題', { line: null, message: 'it took up too much memory' }],
  ])('%s', async (_, template, fault) => {
    const { print, problems, documents } = withOwn(template)
    expect(await print('あいう')).toBe('あいう')
    expect(problems).toMatchObject([{ kind: 'note', ...fault }])
    const check = await documents.check(sampleOf({ ja: '書きつけ', en: 'Note' }, kind, '見本'), day('2026-11-22'))
    expect(await pressed(check)).toMatchObject({ own: false, file: 'note@2026-04.typ', problem: fault })
  })

  test('and no document falls out for the next one', async () => {
    const { documents } = withOwn('#whatever()')
    const all = await Promise.all(['い', 'ろ', 'は'].map(async (words) => pressed(await documents.paper(kind, words))))
    expect(await Promise.all(all.map(async ({ bytes }) => (await readPdf(bytes)).text))).toEqual(['い', 'ろ', 'は'])
  })
})

describe('a template sees only its own folder', () => {
  test.each([
    ['the machine', '#read("/etc/passwd")', 'file not found'],
    ['the folder above', '#read("../../package.json")', 'failed to load file (access denied)'],
    ['the project', '#read("package.json")', 'file not found'],
    ['the network', '#import "@preview/cetz:0.3.0"', 'failed to download package'],
    ['packages of whoever started the server', '#import "@local/mine:0.1.0"', 'package not found'],
  ])('not %s', async (_, template, message) => {
    const { print, problems } = withOwn(template)
    expect(await print('あいう')).toBe('あいう')
    expect(problems[0]?.message).toContain(message)
    expect(problems[0]?.message).not.toContain(process.cwd())
  })

  test('nor what another programme’s document was made of', async () => {
    const first = withOwn('#read("mark.txt")')
    writeFileSync(join(first.own, 'mark.txt'), 'ひみつ')
    expect(await first.print('')).toBe('ひみつ')
    const second = withOwn('#read("mark.txt")')
    expect(await second.print('あいう')).toBe('あいう')
    expect(second.problems[0]?.message).toContain('file not found')
  })
})

test('any text at all becomes a document', async () => {
  const documents = openDocuments({ own: null, press, onProblem: () => {} }).of(1)
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (words) => {
      const { bytes } = await pressed(await documents.paper(kind, words))
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    }),
    { numRuns: 60 },
  )
})
