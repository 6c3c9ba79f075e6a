import { fiscalMonths, fiscalYearOf } from '#kernel/fiscal-year.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { namesOnly } from '#platform/i18n/spoken.ts'
import type { SeenOffice } from '../actions/see-fee-office.ts'
import type { FeeEvidence } from '../documents/fee-evidence.ts'
import { feeNames } from './fee-names.ts'
import type { FeeResult } from './fee-result.ts'
import { feeResultWords } from './fee-result-words.ts'

/** What stands on the evidence page, printed or as PDF: for the office itself only. */
export const feeEvidenceOf = (seen: SeenOffice, result: FeeResult, locale: Locale): FeeEvidence => {
  const t = feeResultWords[locale]
  const names = feeNames[locale]
  const { office, staff, trainings } = seen
  const { rule, on } = result
  const months = fiscalMonths(fiscalYearOf(on))
  const nameOf = (id: string): string => staff.find((person) => person.id === id)?.name ?? t.noName
  const unnamed = (people: number): string[] => (people > 0 ? [t.others(people)] : [])
  return {
    supplement: names.supplements[result.supplement],
    office: {
      number: office.officeNumber,
      name: seen.name,
      service: office.services.map((service) => names.services[service]).join(names.comma),
    },
    checkedOn: on,
    result: result.sentence,
    missing: result.missing.map(namesOnly),
    conditions: result.conditions.map(({ condition, state }) => ({
      text: t.conditions[condition],
      state,
      words: '',
      source: rule?.source ?? '',
    })),
    staff: staff.map(({ name, role, basicOn, advancedOn }) => ({ name, role: names.roles[role], basicOn, advancedOn })),
    months,
    hours: staff.map(({ name, fte }) => ({ name, fte: months.map((month) => fte[month] ?? null) })),
    trainings: trainings.map(({ on: day, topic, ledBy, attendees, others }) => ({
      on: day,
      topic,
      ledBy: ledBy.map(nameOf).join(names.comma),
      attendees: [...attendees, ...unnamed(others - attendees.length)].join(names.comma),
    })),
    cautions: (rule?.unverified ?? []).map((one) => t.unverified[one]),
    sources: rule ? [rule.source] : [],
  }
}
