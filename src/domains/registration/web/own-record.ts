import type { OwnPart, OwnTable } from '#domains/people/index.ts'
import { dayIn } from '#kernel/time.ts'
import type { Cell } from '#platform/documents/csv.ts'
import type { Call } from '#platform/http/call.ts'
import { instantCell } from '#platform/http/list-page.tsx'
import { namesOnly } from '#platform/i18n/spoken.ts'
import { showLife } from '../actions/show-life.ts'
import { doorTo, showSheet } from '../actions/show-sheet.ts'
import { registrationStatuses } from '../core/registration-status.ts'
import type { Sheet } from '../core/sheet.ts'
import { stepNames } from '../core/sheet-steps.ts'
import { pausesOf } from '../data/pauses.ts'
import { listVersions, readVersion } from '../data/sheet-versions.ts'
import { lifeWords } from './life-words.ts'
import { ownRecordWords } from './own-record-words.ts'
import { ownWords } from './own-words.ts'
import { stepFactsOf } from './step-facts.ts'
import { stepWords } from './step-words.ts'
import { sheetSteps } from './steps/all.ts'
import type { StepFacts } from './steps/step.ts'
import { viaWords } from './via-words.ts'

/** Their registration, their sheet and every version of it, their pauses. */
export const registrationOwnPart: OwnPart = async (call) => [
  ...(await lifeTables(call)),
  ...(await sheetTables(call)),
  await pauseTable(call),
]

const lifeTables = async (call: Call): Promise<OwnTable[]> => {
  const { locale } = call.reader
  const t = lifeWords[locale]
  const own = ownRecordWords[locale]
  const shown = await showLife(call, call.actor.personId)
  if (!shown) return []
  const { terms } = shown.standing
  const statusOf = (name: string): string => {
    const status = registrationStatuses.find((one) => one === name)
    return status ? t.statuses[status] : name
  }
  return [
    ...(shown.words === '' ? [] : [{ title: t.applyTitle, head: [t.own], rows: [[shown.words]] }]),
    {
      title: t.terms,
      head: [own.from, own.to, own.kind],
      rows: terms.map(({ from, to, kind }) => [from, to ?? t.noEnd, t.termKinds[kind]]),
    },
    {
      title: t.changes,
      head: [own.on, own.what, own.who],
      rows: shown.changes.map(({ on, to, via }) => [on, statusOf(to), via === 'self' ? t.via.self : t.via.told]),
    },
  ]
}

const sheetTables = async (call: Call): Promise<OwnTable[]> => {
  const { locale } = call.reader
  const shown = await showSheet(call, call.actor.personId)
  if (!shown) return []
  const facts = await stepFactsOf(call)
  const own = ownRecordWords[locale]
  const head = [own.part, own.what, own.said]
  return [
    { title: ownWords[locale].title, head, rows: sheetRows(shown.sheet, facts) },
    { title: ownWords[locale].versions, head: [own.on, own.who, ...head], rows: await versionRows(call, facts) },
  ]
}

const sheetRows = (sheet: Sheet, facts: StepFacts): Cell[][] =>
  stepNames.flatMap((step) =>
    sheetSteps[step].lines(sheet, facts).map(({ label, text }) => [stepWords[facts.locale].steps[step], label, text]),
  )

const versionRows = async (call: Call, facts: StepFacts): Promise<Cell[][]> => {
  const door = doorTo(call, call.actor.personId)
  const rows: Cell[][] = []
  for (const { version } of await listVersions(door)) {
    const kept = await readVersion(door, version)
    if (!kept) continue
    const head = [instantCell(kept.at, call.zone), namesOnly(viaWords(kept, facts.locale))]
    rows.push(...sheetRows(kept.sheet, facts).map((row) => [...head, ...row]))
  }
  return rows
}

const pauseTable = async ({ tx, actor, zone, reader }: Call): Promise<OwnTable> => {
  const own = ownRecordWords[reader.locale]
  const pauses = await pausesOf(tx, actor.programmeId, actor.personId)
  return {
    title: ownWords[reader.locale].pauseTitle,
    head: [own.from, own.to],
    rows: pauses.map(({ from, untilDay, endedAt }) => [
      dayIn(new Date(from), zone),
      endedAt === null ? (untilDay ?? '') : dayIn(new Date(endedAt), zone),
    ]),
  }
}
