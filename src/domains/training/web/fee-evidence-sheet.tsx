import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { formatDayLong, formatMonth } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { Bullets, DefinitionList, Name, PrintSheets, Table } from '#ui/index.ts'
import { fteText } from '../core/fte.ts'
import type { FeeEvidence } from '../documents/fee-evidence.ts'
import { feeResultWords } from './fee-result-words.ts'
import { feeWords } from './fee-words.ts'

// As many columns of hours, and rows of trainings, as A4 has room for.
const peopleOnASheet = 6
const trainingsOnASheet = 20
const trainingsBesidePeople = 4

interface Shown {
  locale: Locale
  facts: FeeEvidence
}

/** The evidence as pages to print, where a PDF is not wanted: the same facts, on one sheet or on as many as its people need. */
export const FeeEvidenceSheet = ({ locale, facts, from }: Shown & { from: string }): VNode => {
  const t = feeResultWords[locale]
  return (
    <PrintSheets
      locale={locale}
      title={t.evidence(facts.supplement)}
      from={from}
      foot={t.foot}
      sheets={sheetsOf(locale, facts)}
    />
  )
}

const sheetsOf = (locale: Locale, facts: FeeEvidence): VNode[] => {
  const people = heapsOf(facts.staff, peopleOnASheet).map((_, at) => (
    <People locale={locale} facts={peopleFrom(facts, at * peopleOnASheet)} />
  ))
  const trainings = heapsOf(facts.trainings, trainingsOnASheet).map((heap) => (
    <Trainings locale={locale} facts={{ ...facts, trainings: heap }} />
  ))
  const few = facts.trainings.length <= trainingsBesidePeople
  const last = (
    <>
      {people.at(-1)}
      {few && trainings}
    </>
  )
  const fitsOne = people.length <= 1 && few
  return [
    <>
      <Result locale={locale} facts={facts} />
      {fitsOne && last}
      <Cautions locale={locale} facts={facts} />
    </>,
    ...(fitsOne ? [] : [...people.slice(0, -1), last]),
    ...(few ? [] : trainings),
  ]
}

const heapsOf = <T,>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) => all.slice(at * most, (at + 1) * most))

const peopleFrom = (facts: FeeEvidence, from: number): FeeEvidence => ({
  ...facts,
  staff: facts.staff.slice(from, from + peopleOnASheet),
  hours: facts.hours.slice(from, from + peopleOnASheet),
})

const Result = ({ locale, facts }: Shown): VNode => {
  const t = feeResultWords[locale]
  const w = feeWords[locale]
  return (
    <>
      <DefinitionList
        items={[
          { term: w.labels.office_number, value: facts.office.number },
          { term: w.labels.services, value: facts.office.service },
          { term: t.paper.checked, value: formatDayLong(facts.checkedOn, locale) },
        ]}
      />
      <p>
        <strong>{facts.result}</strong>
      </p>
      <Bullets items={facts.missing} />
      <Table
        caption={t.conditionsTitle}
        rows={facts.conditions}
        columns={[
          { head: t.paper.condition, rowHead: true, cell: ({ text }) => text },
          { head: t.paper.state, cell: ({ state }) => t.states[state] },
        ]}
      />
    </>
  )
}

const People = ({ locale, facts }: Shown): VNode => {
  const t = feeResultWords[locale]
  const { labels, staff } = feeWords[locale]
  const dayOr = (on: CalendarDay | null): string => (on ? formatDayLong(on, locale) : t.paper.notYet)
  return (
    <>
      <Table
        caption={staff}
        rows={facts.staff}
        columns={[
          { head: t.paper.name, rowHead: true, cell: ({ name }) => <Name name={name} /> },
          { head: t.paper.role, cell: ({ role }) => role },
          { head: labels.basic_on, cell: ({ basicOn }) => dayOr(basicOn) },
          { head: labels.advanced_on, cell: ({ advancedOn }) => dayOr(advancedOn) },
        ]}
      />
      <Table
        caption={t.paper.hours}
        rows={facts.months.map((month, at) => ({ month, at }))}
        columns={[
          { head: t.paper.month, rowHead: true, cell: ({ month }) => formatMonth(month, locale) },
          ...facts.hours.map(({ name, fte }) => ({
            head: spoken({ name }),
            numeric: true,
            cell: ({ at }: { at: number }) => hoursText(fte[at] ?? null),
          })),
        ]}
      />
    </>
  )
}

const hoursText = (fte: number | null): string => (fte === null ? '' : fteText(fte))

const Trainings = ({ locale, facts }: Shown): VNode => {
  const t = feeResultWords[locale]
  return (
    <Table
      caption={feeWords[locale].trainings}
      rows={facts.trainings}
      columns={[
        { head: t.paper.on, rowHead: true, cell: ({ on }) => formatDayLong(on, locale) },
        { head: t.paper.topic, cell: ({ topic }) => topic },
        { head: t.paper.ledBy, cell: ({ ledBy }) => <span data-own-words>{ledBy}</span> },
        { head: t.paper.attendees, cell: ({ attendees }) => attendees },
      ]}
    />
  )
}

const Cautions = ({ locale, facts }: Shown): VNode => {
  const t = feeResultWords[locale]
  return (
    <>
      {facts.cautions.length > 0 && <p>{t.askLead}</p>}
      <Bullets items={facts.cautions} />
      <DefinitionList items={facts.sources.map((source) => ({ term: t.source, value: source }))} />
    </>
  )
}
