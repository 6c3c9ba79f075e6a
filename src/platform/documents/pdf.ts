import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { printable } from './printable.ts'
import { baseFile, builtInTemplate, ownTemplate, readBase, type Template } from './templates.ts'
import { openPress, type Press } from './typst-press.ts'
import type { Job, Outcome, TemplateFault } from './typst-process.ts'

export const pdfType = 'application/pdf'

/** A kind of document that a slice prints. */
export interface DocumentKind<Facts> {
  /** As in the template's file name: certificate@2026-04.typ. */
  name: string
  /** Where our own versions lie, from the root of the project. */
  folder: string
  orderOf(facts: Facts): PrintOrder
}

/** A kind with invented facts: how it looks, and whether a template of the programme's own works. */
export interface SampleDocument {
  label: Record<'ja' | 'en', string>
  kind: DocumentKind<unknown>
  facts: unknown
}

export const sampleOf = <Facts>(
  label: SampleDocument['label'],
  kind: DocumentKind<Facts>,
  facts: Facts,
): SampleDocument => ({ label, kind, facts })

export interface PrintOrder {
  /** The document's title, which a reader's window and a screen reader say. */
  title: string
  /** The document's own day: decides the version of the template, and stands in the file as the day it was made. */
  on: CalendarDay
  /** What the template finds in data.json. */
  data: object
  lang?: 'ja' | 'en'
}

export interface Printed {
  bytes: Uint8Array
  /** Characters that no font has; 〓 stands in their place. Somebody should look before the paper is handed out. */
  notShown: readonly string[]
}

/** A template of the programme's own that cannot be used; ours is used meanwhile. */
export interface TemplateProblem extends TemplateFault {
  kind: string
  file: string
}

/** Which template is used on a day, and what is wrong with the programme's own. */
export interface TemplateCheck {
  file: string
  own: boolean
  problem: TemplateProblem | null
}

/**
 * What is left to do once everything was gathered. It takes its time and needs no database: begun when the request's
 * transaction has ended. 'busy': so many wait already that it was not begun.
 */
export type Pressing<Result> = () => Promise<Result | 'busy'>

/** The documents of one programme, gathered in a transaction. */
export interface Documents {
  paper<Facts>(kind: DocumentKind<Facts>, facts: Facts): Promise<Pressing<Printed>>
  /** Prints the sample with the template of that day. */
  check(sample: SampleDocument, on: CalendarDay): Promise<Pressing<TemplateCheck>>
  /** Prints the sample with a template that is not in use yet. Null: it can be used from that day. */
  tryOut(sample: SampleDocument, template: Template, on: CalendarDay): Pressing<TemplateFault | null>
  /** The template of a day as it is written. */
  source(kind: TemplateOf, on: CalendarDay): Promise<{ file: string; own: boolean; text: string }>
}

type TemplateOf = Pick<DocumentKind<never>, 'name' | 'folder'>

/** The templates that a programme uploaded; null where there is none for that day. */
export type UploadedTemplates = (kind: string, on: CalendarDay) => Promise<Template | null>

export interface DocumentPress {
  of(programmeId: number, uploaded?: UploadedTemplates): Documents
  close(): void
}

export interface DocumentParts {
  /** Templates of the programme's own: in it those for all, in its folder 1 those for programme 1. Null: only ours. */
  own: string | null
  onProblem: (problem: TemplateProblem) => void
  press?: Press
}

/** Opens what prints documents. Nothing runs before the first one. */
export const openDocuments = ({ own, onProblem, press = openPress() }: DocumentParts): DocumentPress => ({
  of: (programmeId, uploaded = async () => null) => {
    const folders = own === null ? [] : [join(own, String(programmeId)), own]
    const theirs: UploadedTemplates = async (kind, on) => (await uploaded(kind, on)) ?? ownTemplate(folders, kind, on)
    const compile: Compile = (job, mark) => press.compile({ programmeId, job, own: mark })
    return {
      paper: async (kind, facts) => {
        const gathered = await gather(theirs, kind, kind.orderOf(facts))
        return async () => {
          const made = await make(compile, gathered)
          if (made === 'busy') return made
          if (made.problem) onProblem(made.problem)
          return { bytes: made.bytes, notShown: made.notShown }
        }
      },
      check: async ({ kind, facts }, on) => {
        const gathered = await gather(theirs, kind, { ...kind.orderOf(facts), on })
        return async () => {
          const made = await make(compile, gathered)
          return made === 'busy' ? made : { file: made.template.file, own: made.template.own, problem: made.problem }
        }
      },
      tryOut:
        ({ kind, facts }, template, on) =>
        async () => {
          const made = await attempt(compile, template, { ...kind.orderOf(facts), on })
          return made === 'busy' || !('bytes' in made) ? made : null
        },
      source: async ({ name, folder }, on) => {
        const { file, own, files } = (await theirs(name, on)) ?? (await builtInTemplate(folder, name, on))
        return { file, own, text: Buffer.from(files[file] ?? []).toString('utf8') }
      },
    }
  },
  close: () => press.close(),
})

/** `mark` tells a template of the programme's own from others; null: it is one of ours. */
type Compile = (job: Job, mark: string | null) => Promise<Outcome | 'busy'>

interface Gathered {
  name: string
  order: PrintOrder
  theirs: Template | null
  ours: Template
}

const gather = async (
  uploadedOrPut: UploadedTemplates,
  { name, folder }: TemplateOf,
  order: PrintOrder,
): Promise<Gathered> => ({
  name,
  order,
  theirs: await uploadedOrPut(name, order.on),
  ours: await builtInTemplate(folder, name, order.on),
})

interface Made extends Printed {
  template: Template
  problem: TemplateProblem | null
}

// The programme's own template; where it cannot be used, ours.
const make = async (compile: Compile, { name, order, theirs, ours }: Gathered): Promise<Made | 'busy'> => {
  const made = theirs && (await attempt(compile, theirs, order))
  if (made === 'busy') return made
  if (made && 'bytes' in made) return { ...made, template: theirs, problem: null }
  const meanwhile = await attempt(compile, ours, order)
  if (meanwhile === 'busy') return meanwhile
  if (!('bytes' in meanwhile)) throw new Error(`${ours.file}, line ${meanwhile.line}: ${meanwhile.message}`)
  return { ...meanwhile, template: ours, problem: made && { ...made, kind: name, file: made.file ?? theirs.file } }
}

const mainFile = 'main.typ'

// Title, day, language and fonts are set for every template; whatever it sets itself comes after. The first font would make
// letters with two accents of two pieces, and a screen reader would say them twice: the second one has them whole.
const mainOf = (template: string): string => `#let about = json("about.json")
#set document(title: about.title, date: datetime(..about.date))
#set text(font: ((name: "BIZ UDGothic", covers: regex("[^\\u{100}-\\u{24f}\\u{300}-\\u{36f}\\u{1e00}-\\u{1eff}]")), "Noto Sans JP", "Noto Emoji"), fallback: false, lang: about.lang, region: "jp", cjk-latin-spacing: none)
#include "${template}"
`

const attempt = async (
  compile: Compile,
  template: Template,
  order: PrintOrder,
): Promise<Printed | TemplateFault | 'busy'> => {
  const notShown = new Set<string>()
  const mark = template.own ? markOf(template) : null
  for (;;) {
    const outcome = await compile({ main: mainFile, files: await filesFor(template, order, notShown) }, mark)
    if (outcome === 'busy') return outcome
    if (outcome.kind === 'pdf') return { bytes: outcome.bytes, notShown: [...notShown] }
    const more = newOnes(outcome, notShown)
    if (more.length === 0) return faultOf(outcome)
    for (const character of more) notShown.add(character)
  }
}

const markOf = ({ file, files }: Template): string => {
  const hash = createHash('sha256').update(file)
  for (const [name, content] of Object.entries(files)) hash.update(`${name}\0${content.length}\0`).update(content)
  return hash.digest('base64')
}

const newOnes = (outcome: Outcome, known: ReadonlySet<string>): string[] =>
  outcome.kind === 'not shown' ? outcome.characters.filter((character) => !known.has(character)) : []

// A template whose own words no font has: replacing characters of the data did not help.
const faultOf = (outcome: Exclude<Outcome, { kind: 'pdf' }>): TemplateFault =>
  outcome.kind === 'fault'
    ? outcome.fault
    : { file: null, line: null, message: `no font has ${outcome.characters.join(' ')}` }

/** Everything that a document is made of, by file name: what a template may use, and what it is given. */
export const filesOf = async ({ kind, facts }: SampleDocument): Promise<Record<string, string | Uint8Array>> => {
  const order = kind.orderOf(facts)
  return filesFor(await builtInTemplate(kind.folder, kind.name, order.on), order, new Set())
}

const filesFor = async (
  template: Template,
  { title, on, data, lang = 'ja' }: PrintOrder,
  notShown: ReadonlySet<string>,
): Promise<Record<string, string | Uint8Array>> => {
  const [year, month, date] = on.split('-').map(Number)
  const about = { title: printable(title, notShown), date: { year, month, day: date }, lang }
  return {
    [baseFile]: await readBase(),
    ...template.files,
    [mainFile]: mainOf(template.file),
    'about.json': JSON.stringify(about),
    'data.json': JSON.stringify(printable(data, notShown), null, 2),
  }
}
