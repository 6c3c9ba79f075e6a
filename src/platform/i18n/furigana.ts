import { Parser } from 'htmlparser2'
import { annotator } from './annotate.ts'
import { Lru } from './lru.ts'
import { hasKanji, ruby } from './ruby.ts'
import { besideNames, namesOnly } from './spoken.ts'
import { loadTokeniser } from './tokens.ts'

const skipped = /^(head|script|style|textarea|title|option|select|ruby|rt|code|pre|svg|template|iframe)$/

/** What is done with the text of a region: nothing, ruby that no cache keeps, or the stored reading of a name. */
type Region =
  | { tag: string; kind: 'skip' }
  | { tag: string; kind: 'own' }
  | { tag: string; kind: 'name'; reading: string }

let annotating: Promise<(text: string) => string> | null = null

// Only texts of ours come here, never what people wrote: those regions are marked.
const cache = new Lru<string>(5_000)

/** Starts loading the dictionary, so that the first reader need not wait for it. */
export const warmFurigana = (): Promise<(text: string) => string> => {
  annotating ??= loadTokeniser().then(annotator)
  annotating.catch(() => {
    annotating = null
  })
  return annotating
}

/** The finished page with readings above its kanji. Markup, attributes and marked regions stay as they are. */
export const furiganaOn = async (html: string): Promise<string> => namesOnly(rewrite(html, await warmFurigana()))

/** Replaces texts where they stand in the source; everything else is copied byte for byte. */
export const rewrite = (html: string, annotate: (text: string) => string): string => {
  let out = ''
  let copied = 0
  const regions: Region[] = []
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const region = regionOf(tag, attributes, regions.at(-1))
        if (region) regions.push(region)
      },
      onclosetag(tag) {
        if (regions.at(-1)?.tag === tag) regions.pop()
      },
      ontext() {
        const source = html.slice(parser.startIndex, parser.endIndex + 1)
        if (!hasKanji(source)) return
        const text = annotated(source, regions.at(-1), annotate)
        if (text === source) return
        out += html.slice(copied, parser.startIndex) + text
        copied = parser.endIndex + 1
      },
    },
    { decodeEntities: false },
  )
  parser.end(html)
  return out + html.slice(copied)
}

const regionOf = (tag: string, attributes: Record<string, string>, around: Region | undefined): Region | null => {
  if (around && around.kind !== 'own') return { ...around, tag }
  const reading = attributes['data-reading']
  if (reading && kana.test(reading)) return { tag, kind: 'name', reading }
  if ('data-no-ruby' in attributes || skipped.test(tag)) return { tag, kind: 'skip' }
  return around || 'data-own-words' in attributes ? { tag, kind: 'own' } : null
}

const annotated = (source: string, region: Region | undefined, annotate: (text: string) => string): string => {
  switch (region?.kind) {
    case 'skip':
      return source
    case 'own':
      return annotate(source)
    case 'name':
      return nameWith(source, region.reading)
    default:
      return besideNames(source, (text) => cache.get(text) ?? cache.set(text, annotate(text)), spokenWith)
  }
}

const spokenWith = (name: string, reading: string): string => (kana.test(reading) ? nameWith(name, reading) : name)

const kana = /^[ぁ-ゖァ-ヺーゝゞ・\s　]+$/
const space = /([\s　]+)/

// Family name and given name each under its own reading, where both are written in as many parts.
const nameWith = (name: string, reading: string): string => {
  const written = name.trim()
  if (written === '') return name
  const parts = written.split(space)
  const readings = reading.trim().split(space)
  const read = (): string => parts.map((part, index) => partWith(part, readings[index] ?? '')).join('')
  return name.replace(written, parts.length === readings.length ? read : () => ruby(written, reading))
}

// What is added to a name in brackets is not part of its reading.
const partWith = (part: string, reading: string): string => {
  const [name = part] = part.split(/[（(]/)
  return hasKanji(name) ? ruby(name, reading) + part.slice(name.length) : part
}
