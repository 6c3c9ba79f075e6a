import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { formatDayLong, formatMonth } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { Bullets, DefinitionList, Name, PrintSheet, Table } from '#ui/index.ts'
import { fteText } from '../core/fte.ts'
import type { FeeEvidence } from '../documents/fee-evidence.ts'
import { feeResultWords } from './fee-result-words.ts'
import { feeWords } from './fee-words.ts'

interface Props {
  locale: Locale
  facts: FeeEvidence
  from: string
}

/** The evidence as a page to print, where a PDF is not wanted: the same facts. */
export const FeeEvidenceSheet = (props: Props): VNode => {
  const { locale, facts } = props
  const t = feeResultWords[locale]
  const w = feeWords[locale]
  return (
    <PrintSheet locale={locale} title={t.evidence(facts.supplement)} from={props.from} foot={t.foot}>
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
      <People locale={locale} facts={facts} />
      {facts.trainings.length > 0 && (
        <Table
          caption={w.trainings}
          rows={facts.trainings}
          columns={[
            { head: t.paper.on, rowHead: true, cell: ({ on }) => formatDayLong(on, locale) },
            { head: t.paper.topic, cell: ({ topic }) => topic },
            { head: t.paper.ledBy, cell: ({ ledBy }) => <span data-own-words>{ledBy}</span> },
            { head: t.paper.attendees, cell: ({ attendees }) => attendees },
          ]}
        />
      )}
      {facts.cautions.length > 0 && <p>{t.askLead}</p>}
      <Bullets items={facts.cautions} />
      <DefinitionList items={facts.sources.map((source) => ({ term: t.source, value: source }))} />
    </PrintSheet>
  )
}

const People = ({ locale, facts }: Omit<Props, 'from'>): VNode => {
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
          { head: '', rowHead: true, cell: ({ month }) => formatMonth(month, locale) },
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
