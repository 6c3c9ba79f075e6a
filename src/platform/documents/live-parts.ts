import { Parser } from 'htmlparser2'
import type { ZipPart } from './zip-parts.ts'

/** What in a workbook is more than values. */
export type Live =
  | { kind: 'formula'; sheet: string; cell: string }
  /** Of a name, or a rule for input. */
  | { kind: 'hidden_formula' }
  /** It wants other files, other data, or a program. */
  | { kind: 'reaches_out' }

/** The first thing in a workbook that computes, or reaches for something outside. What it shows cannot be relied on. Null: values only. */
export const firstLive = (parts: readonly ZipPart[]): Live | null => {
  for (const part of parts) {
    const live = outside.test(part.name) ? reachesOut : liveIn(part)
    if (live) return live
  }
  return null
}

const reachesOut: Live = { kind: 'reaches_out' }

const outside =
  /^xl\/(?:externalLinks|macrosheets|dialogsheets|queryTables|activeX|embeddings)\/|(?:^|\/)(?:connections\.xml|vbaProject\.bin|volatileDependencies\.xml)$/i

const formulas = new Set([
  'f',
  'formula',
  'formula1',
  'formula2',
  'definedname',
  'calculatedcolumnformula',
  'totalsrowformula',
])

const isXml = /\.(?:xml|rels|vml)$/i
const mayBeLive = /formula|definedname|<(?:[\w.-]+:)?f[\s/>]|external|ddelink|olelink/i

const liveIn = ({ name, bytes }: ZipPart): Live | null => {
  if (!isXml.test(name)) return null
  const text = Buffer.from(bytes).toString('utf8')
  if (!mayBeLive.test(text)) return null
  let live: Live | null = null
  const found = (one: Live): void => {
    live ??= one
  }
  const open: string[] = []
  let cell: string | null = null
  let words = ''
  const parser = new Parser(
    {
      onopentag: (tag, of) => {
        const kind = localName(tag)
        open.push(kind)
        if (kind === 'c') cell = of['r'] ?? ''
        if (formulas.has(kind)) words = ''
        if (kind === 'f' && cell !== null) found({ kind: 'formula', sheet: sheetOf(name), cell })
        if (kind === 'ddelink' || kind === 'olelink' || isLink(kind, of)) found(reachesOut)
      },
      ontext: (more) => {
        if (formulas.has(open.at(-1) ?? '')) words += more
      },
      onclosetag: (tag) => {
        const kind = localName(tag)
        open.pop()
        if (kind === 'c') cell = null
        if (!formulas.has(kind)) return
        const bare = words.replaceAll(constants, '')
        if (asksOutside.test(bare)) found(reachesOut)
        // What only colours cells is never read.
        else if (kind !== 'formula' && computes.test(bare.replaceAll(sheetNames, ''))) found({ kind: 'hidden_formula' })
      },
    },
    { xmlMode: true },
  )
  parser.end(text)
  return live
}

const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1).toLowerCase()

const sheetOf = (part: string): string => /([^/]+)\.xml$/i.exec(part)?.[1] ?? part

// An address that somebody typed into a cell becomes a link, and is one to press, no more.
const isLink = (kind: string, of: Record<string, string>): boolean =>
  kind === 'relationship' && /^external$/i.test(of['TargetMode'] ?? '') && !(of['Type'] ?? '').endsWith('/hyperlink')

// A list to choose from may say 生活(B型), and a sheet be called 名簿 (2).
const constants = /"[^"]*"/g
const sheetNames = /'[^']*'/g

// Another workbook in brackets, a service behind a bar, or a function that fetches.
const asksOutside =
  /\[\d+\]|\[[^\]]*\.xl\w+\]|\w\|['"\w]|\b(?:WEBSERVICE|FILTERXML|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE|IMAGE|IMPORT\w*)\s*\(/i
const computes = /[\p{L}_][\p{L}\d_.]*\s*\(/u
