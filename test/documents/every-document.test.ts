import { afterAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { openDocuments, type SampleDocument } from '#platform/documents/pdf.ts'
import { printable } from '#platform/documents/printable.ts'
import { registrationDocuments } from '#domains/registration/documents/kinds.ts'
import { registerPagePdf } from '#domains/registration/documents/register-page.ts'
import { registrationApplicationPdf } from '#domains/registration/documents/registration-application.ts'
import { registrationCardPdf } from '#domains/registration/documents/registration-card.ts'
import * as registrationSamples from '#domains/registration/documents/samples.ts'
import { certificatePdf } from '#domains/training/documents/certificate.ts'
import { courseApplicationPdf } from '#domains/training/documents/course-application.ts'
import { feeEvidencePdf } from '#domains/training/documents/fee-evidence.ts'
import { trainingDocuments } from '#domains/training/documents/kinds.ts'
import { letterPdf } from '#domains/training/documents/letter.ts'
import * as trainingSamples from '#domains/training/documents/samples.ts'
import { signInSheetPdf } from '#domains/training/documents/sign-in-sheet.ts'
import { pressed } from './pressed.ts'
import { readPdf } from './read-pdf.ts'

const press = openDocuments({ own: null, onProblem: () => {} })
afterAll(() => press.close())
const documents = press.of(1)

const every = [...trainingDocuments, ...registrationDocuments].map((one) => [one.kind.name, one] as const)
const invented = '見本 花子'

/** The sample of a kind with another name wherever the invented one stands. */
const named = ({ facts }: SampleDocument, name: string): unknown =>
  JSON.parse(JSON.stringify(facts).replaceAll(invented, JSON.stringify(name).slice(1, -1)))

const printed = async (one: SampleDocument, facts: unknown = one.facts) => {
  const { bytes, notShown } = await pressed(await documents.paper(one.kind, facts))
  return { bytes, notShown, pdf: await readPdf(bytes) }
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

/** All texts of the data that a template is given, without what is no text for the eye. */
const textsOf = (data: unknown): string[] => {
  if (typeof data === 'string') return data.startsWith('<svg') ? [] : [data]
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).flatMap(([key, value]) => (key === 'alt' || key === 'lang' ? [] : textsOf(value)))
}

describe.each(every)('%s', (_, one) => {
  test('is tagged PDF/UA in Japanese, with its title and its own day', async () => {
    const { pdf } = await printed(one)
    const order = one.kind.orderOf(one.facts)
    expect(pdf).toMatchObject({ title: order.title, lang: 'ja-JP', marked: true })
    expect(pdf.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.made).toBe(`D:${order.on.replaceAll('-', '')}000000Z`)
    expect(pdf.tags.get('H1')).toBe(1)
  })

  test('says everything that it was given, and nothing is hidden', async () => {
    const { pdf, notShown } = await printed(one)
    expect(notShown).toEqual([])
    const missing = textsOf(one.kind.orderOf(one.facts).data).filter((text) => !pdf.text.includes(squeezed(text)))
    expect(missing).toEqual([])
  })

  test('carries its fonts, only what it needs of them', async () => {
    const { pdf, bytes } = await printed(one)
    expect(pdf.fonts.length).toBeGreaterThan(0)
    expect(pdf.fonts.filter(({ name, embedded }) => !embedded || !/^[A-Z]{6}\+/.test(name))).toEqual([])
    expect(bytes.length).toBeLessThan(150_000)
  })

  test('every table has headings, every picture says what it is', async () => {
    const { pdf } = await printed(one)
    if (pdf.tags.has('Table')) expect(pdf.within('Table')).toContain('TH')
    expect(pdf.alts.length).toBe(pdf.tags.get('Figure') ?? 0)
    expect(pdf.alts.filter((alt) => alt.trim() === '')).toEqual([])
  })

  test('the same facts give the same bytes', async () => {
    const [first, again] = [await printed(one), await printed(one)]
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0)
  })
})

describe('names as they come', () => {
  const names = [
    ['an import', '#import "/etc/passwd": *'],
    ['code and mathematics', '#{ panic() } $x^2$ *b* _i_ `r` @ref <label> //c'],
    ['quotes and backslashes', String.raw`"' \ \u{41} \n #"x"`],
    ['brackets', ']} #] )( /* */ ---'],
    ['characters beyond the first plane', '𠮷田 髙橋 﨑濵 邊󠄀 葛󠄀城'],
    ['Vietnamese', 'Nguyễn Thị Phượng'],
    ['emoji', '花 😊👨‍👩‍👧🇯🇵❤️'],
    ['a switch of direction', 'abc\u202e drowssap \u2066x'],
    ['a very long name', 'じゅげむじゅげむごこうのすりきれ'.repeat(6)],
    ['a very long word', 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4)],
    ['one letter', '一'],
  ] as const
  test.each(every.flatMap(([kind, one]) => names.map(([what, name]) => [kind, what, name, one] as const)))(
    '%s: %s',
    async (_, __, name, one) => {
      const { pdf, notShown } = await printed(one, named(one, name))
      expect(notShown).toEqual([])
      expect(pdf.text).toContain(squeezed(String(printable(name))))
      // Nothing leaves the page: what stands farther out than the narrowest margin would be cut off by a printer.
      const [width, height] = pdf.size
      const margin = width < 300 ? 9 : 15
      const out = pdf.placed.filter(
        ({ text, left, right, bottom }) =>
          text.trim() !== '' &&
          (left < margin || right > width - margin || bottom < margin || bottom > height - margin),
      )
      expect(out).toEqual([])
    },
  )

  test.each(every)('%s: what no font has is marked, and told', async (_, one) => {
    const { pdf, notShown } = await printed(one, named(one, 'محمد 김 \u0007花\ue000'))
    expect(notShown.toSorted()).toEqual([...new Set('محمد김\ue000')].toSorted())
    expect(pdf.text).toContain('〓〓〓〓〓花〓')
  })
})

test('what the slices offer prints every kind, and each one its own', async () => {
  const to = { documents }
  const { certificateSample, letterSample, signInSheetSample, courseApplicationSample, feeEvidenceSample } =
    trainingSamples
  const { registrationCardSample, registrationApplicationSample, registerPageSample } = registrationSamples
  const offered = [
    await certificatePdf(to, certificateSample),
    await letterPdf(to, letterSample),
    await signInSheetPdf(to, signInSheetSample),
    await courseApplicationPdf(to, courseApplicationSample),
    await feeEvidencePdf(to, feeEvidenceSample),
    await registrationCardPdf(to, registrationCardSample),
    await registrationApplicationPdf(to, registrationApplicationSample),
    await registerPagePdf(to, registerPageSample),
  ]
  const titles = await Promise.all(offered.map(async (paper) => (await readPdf((await pressed(paper)).bytes)).title))
  expect(titles).toEqual(every.map(([, { kind, facts }]) => kind.orderOf(facts).title))
})

describe('the course application', () => {
  const find = every.find(([kind]) => kind === 'course-application')?.[1]
  const withWords = (words: string): [SampleDocument, object] => {
    if (!find) throw new Error('no such document')
    return [find, { ...(find.facts as object), words }]
  }
  test('is one page, also for somebody who writes a lot about themselves', async () => {
    const words = 'わたしは、話を聴いてもらえて楽になりました。'.repeat(70)
    const { pdf } = await printed(...withWords(words))
    expect(pdf.pages).toBe(1)
    expect(pdf.text).toContain(squeezed(words))
  })
  test('goes on to a second page before anything is cut off or too small to read', async () => {
    const words = 'わたしは、話を聴いてもらえて楽になりました。'.repeat(300)
    const { pdf } = await printed(...withWords(words))
    expect(pdf.pages).toBeGreaterThan(1)
    const withoutPageNumbers = pdf.text.replaceAll(/\d\/\d/g, '')
    expect(withoutPageNumbers.split('楽になりました').length - 1).toBe(300)
  })
  test('empty, it is a form to write on', async () => {
    const { pdf } = await printed(find as SampleDocument, {
      ...(find?.facts as object),
      received: null,
      name: '',
      kana: '',
      contact: [],
      track: null,
      words: '',
      needs: '',
      consent: { text: '同意します。', version: '1', givenOn: null },
    })
    expect(pdf.pages).toBe(1)
    expect(pdf.text).toContain('□同意します年月日')
  })
})

test('a certificate printed again says so, and keeps its number and day', async () => {
  const certificate = every.find(([kind]) => kind === 'certificate')?.[1] as SampleDocument
  const { pdf } = await printed(certificate, {
    ...(certificate.facts as object),
    reissued: { on: day('2027-05-01'), no: 2 },
  })
  expect(pdf.text).toContain('令和9年5月1日再発行（2回目）')
  expect(pdf.text).toContain('第2026-12号')
  expect(pdf.made).toBe('D:20261122000000Z')
})

test.each(['certificate', 'registration-card'])(
  '%s: without a seal box where the programme wants none',
  async (kind) => {
    const paper = every.find(([name]) => name === kind)?.[1] as SampleDocument
    expect((await printed(paper)).pdf.text).toContain('印')
    const without = await printed(paper, { ...(paper.facts as object), sealBox: false })
    expect(without.pdf.text).not.toContain('印')
  },
)
