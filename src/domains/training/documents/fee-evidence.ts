import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { DocumentKind, Documents, Pressing, Printed } from '#platform/documents/pdf.ts'
import { eraDay } from '#platform/i18n/dates.ts'
import { documentWords } from './words.ts'

/** What an office puts into its own files: whether a fee supplement is held, and by which facts. Goes to that office only. */
export interface FeeEvidence {
  supplement: string
  office: { number: string; name: string; service: string }
  checkedOn: CalendarDay
  /** In words: holds, does not yet, cannot be said. */
  result: string
  /** What is missing, one sentence each. */
  missing: readonly string[]
  conditions: readonly { text: string; state: 'met' | 'not_met' | 'unknown'; words: string; source: string }[]
  staff: readonly { name: string; role: string; basicOn: CalendarDay | null; advancedOn: CalendarDay | null }[]
  /** 'YYYY-MM', at most twelve. */
  months: readonly string[]
  /** Hundredths of a full-time post, in the order of `months`; null: nothing is written down. */
  hours: readonly { name: string; fte: readonly (number | null)[] }[]
  trainings: readonly { on: CalendarDay; topic: string; ledBy: string; attendees: string }[]
  /** What could not be read in the notice itself. */
  cautions: readonly string[]
  sources: readonly string[]
}

export const feeEvidenceKind: DocumentKind<FeeEvidence> = {
  name: 'fee-evidence',
  folder: 'src/domains/training/documents',
  orderOf: (facts) => {
    const t = documentWords
    return {
      title: `${t.evidenceTitle(facts.supplement)} ${facts.office.name}`,
      on: facts.checkedOn,
      data: {
        title: t.evidenceTitle(facts.supplement),
        office: [
          [t.officeNumber, facts.office.number],
          [t.officeName, facts.office.name],
          [t.service, facts.office.service],
          [t.confirmedOn, eraDay(facts.checkedOn)],
        ],
        result: facts.result,
        missing: facts.missing,
        conditions: facts.conditions.map(({ text, state, words, source }) => ({
          text,
          answer: t.stateWith(t.state[state], words),
          source,
        })),
        staff: facts.staff.map(({ name, role, basicOn, advancedOn }) => ({
          name,
          role,
          basic: dayOr(basicOn),
          advanced: dayOr(advancedOn),
        })),
        months: facts.months.map(t.month),
        hours: facts.hours.map(({ name, fte }) => ({ name, fte: fte.map(fteText) })),
        trainings: facts.trainings.map((one) => ({ ...one, on: eraDay(one.on) })),
        cautions: facts.cautions,
        sources: facts.sources,
        footer: t.evidenceFooter(eraDay(facts.checkedOn)),
      },
    }
  },
}

const dayOr = (day: CalendarDay | null): string => (day ? eraDay(day) : documentWords.notTaken)

const fteText = (hundredths: number | null): string =>
  hundredths === null ? documentWords.noHours : (hundredths / 100).toFixed(2)

export const feeEvidencePdf = (to: { documents: Documents }, facts: FeeEvidence): Promise<Pressing<Printed>> =>
  to.documents.paper(feeEvidenceKind, facts)
