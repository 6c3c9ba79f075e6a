import { afterAll, describe, expect, test } from 'vitest'
import { openDocuments } from '#platform/documents/pdf.ts'
import { printable } from '#platform/documents/printable.ts'
import { fullest, rareName } from './fullest.ts'
import { pressed } from './pressed.ts'
import { readPdf } from './read-pdf.ts'

const press = openDocuments({ own: null, onProblem: () => {} })
afterAll(() => press.close())

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

const textsOf = (data: unknown): string[] => {
  if (typeof data === 'string') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsOf) : []
}

const smallest = 7.5
const [widthOfA4, heightOfA4] = [595, 842]
const margin = 15

describe.each(fullest.map((one) => [one.kind.name, one] as const))('%s, as full as it can be', (_, { kind, facts }) => {
  const paper = async () => readPdf((await pressed(await press.of(1).paper(kind, facts))).bytes)

  test('goes on to further pages of A4, with everything on them', async () => {
    const pdf = await paper()
    expect(pdf.pages).toBeGreaterThan(1)
    expect(pdf.size.map(Math.round)).toEqual([widthOfA4, heightOfA4])
    const texts = textsOf(kind.orderOf(facts).data).map((text) => squeezed(String(printable(text))))
    const all = withoutFeet(pdf.text, pdf.pages)
    expect(texts.filter((text) => !all.includes(text))).toEqual([])
    expect(pdf.text).toContain(squeezed(rareName))
  })

  test('in letters that can be read, none of them beyond the edge', async () => {
    const { placed } = await paper()
    const shown = placed.filter(({ text }) => text.trim() !== '')
    expect(shown.filter(({ size }) => size < smallest).map(({ text, size }) => ({ text, size }))).toEqual([])
    const out = shown.filter(
      ({ left, right, bottom }) =>
        left < margin || right > widthOfA4 - margin || bottom < margin || bottom > heightOfA4 - margin,
    )
    expect(out).toEqual([])
  })

  test('tagged, in Japanese', async () => {
    const pdf = await paper()
    expect(pdf).toMatchObject({ lang: 'ja-JP', marked: true })
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.within('Table')).toContain('TH')
  })
})

// A long answer goes on behind the foot of one page and the repeated headings of the next.
const withoutFeet = (text: string, pages: number): string => {
  const numbers = Array.from({ length: pages }, (_, no) => no + 1).toReversed()
  return text.replaceAll(new RegExp(`(?:${numbers.join('|')})/${pages}(?:項目内容|目的お返事年月日)?`, 'g'), '')
}
