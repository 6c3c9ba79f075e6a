import { formatDayLong, formatFiscalYear } from '#platform/i18n/dates.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type FiscalYear, fiscalYearEnd } from '#kernel/fiscal-year.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BarChart,
  blankForm,
  type Column,
  EmptyState,
  FilterForm,
  Heading,
  Lead,
  LinkButton,
  Section,
  Select,
  Table,
} from '#ui/index.ts'
import type { BreakdownModel, NamedLine, YearModel } from './year-model.ts'
import { figurePaths } from './paths.ts'
import { figureWords } from './words.ts'

interface Props {
  locale: Locale
  model: YearModel
  years: readonly FiscalYear[]
  today: CalendarDay
  /** Whether the visits behind a figure may be opened. */
  mayOpen: boolean
}

export const FiguresPage = ({ locale, model, years, today, mayOpen }: Props) => {
  const t = figureWords[locale]
  const end = fiscalYearEnd(model.year)
  const form = blankForm(locale, { year: String(model.year) })
  return (
    <>
      <Heading above={formatFiscalYear(model.year, locale)}>{t.title}</Heading>
      <Lead>{t.asOf(formatDayLong(end < today ? end : today, locale))}</Lead>
      <FilterForm action={figurePaths.figures} submit={t.show}>
        <Select
          form={form}
          name="year"
          label={t.year}
          blank={false}
          unmarked
          options={years.map((year) => ({ value: String(year), label: formatFiscalYear(year, locale) }))}
        />
      </FilterForm>
      <Section title={t.headline}>
        <HeadlineTable locale={locale} model={model} />
      </Section>
      {model.plans.length > 0 && (
        <BarChart
          id="plan"
          title={t.chartYears}
          description={t.chartYearsLead}
          locale={locale}
          unit={t.times}
          bars={model.plans.map((plan) => ({
            label: formatFiscalYear(plan.year, locale),
            value: model.held.get(plan.year) ?? 0,
            plan: plan.visits,
          }))}
        />
      )}
      {model.headline.visits === 0 && <EmptyState>{t.empty}</EmptyState>}
      {model.breakdowns.map((breakdown) => (
        <BreakdownSection
          locale={locale}
          year={model.year}
          breakdown={breakdown}
          limit={model.limit}
          mayOpen={mayOpen}
        />
      ))}
      <Actions>
        <LinkButton href={figurePaths.xlsx(model.year)}>{t.xlsx}</LinkButton>
        <LinkButton href={figurePaths.csv(model.year)}>{t.csv}</LinkButton>
      </Actions>
    </>
  )
}

interface HeadlineRow {
  name: string
  value: string
  plan: string
  definition: string
}

export const headlineRows = (model: YearModel, locale: Locale): HeadlineRow[] => {
  const t = figureWords[locale]
  const { headline, plan } = model
  return [
    {
      name: t.registered,
      value: t.persons(headline.registered),
      plan: plan ? t.persons(plan.supporters) : '',
      definition: t.registeredDef,
    },
    { name: t.active, value: t.persons(headline.active), plan: '', definition: t.activeDef },
    {
      name: t.visits,
      value: t.times(headline.visits),
      plan: plan ? t.times(plan.visits) : '',
      definition: t.visitsDef,
    },
    { name: t.attendances, value: t.persons(headline.attendances), plan: '', definition: t.attendancesDef },
    { name: t.people, value: t.persons(headline.people), plan: '', definition: t.peopleDef },
    { name: t.met, value: t.persons(headline.met), plan: '', definition: t.metDef },
  ]
}

const HeadlineTable = ({ locale, model }: { locale: Locale; model: YearModel }) => {
  const t = figureWords[locale]
  const columns: Column<HeadlineRow>[] = [
    { head: t.figure, cell: (row) => row.name, rowHead: true },
    { head: t.value, cell: (row) => row.value, numeric: true },
    { head: t.plan, cell: (row) => row.plan, numeric: true },
    { head: t.definition, cell: (row) => row.definition },
  ]
  return <Table caption={t.headline} captionHidden rows={headlineRows(model, locale)} columns={columns} />
}

const BreakdownSection = (props: {
  locale: Locale
  year: FiscalYear
  breakdown: BreakdownModel
  limit: number
  mayOpen: boolean
}) => {
  const { locale, breakdown } = props
  const t = figureWords[locale]
  const title = t.by[breakdown.by]
  const name = (line: NamedLine) =>
    props.mayOpen && line.visits > 0 ? (
      <a href={figurePaths.rowsOf(props.year, breakdown.by, line.key)}>{line.label}</a>
    ) : (
      line.label
    )
  if (breakdown.lines.length === 0) return null
  return (
    <Section title={title}>
      {breakdown.by === 'month' && (
        <BarChart
          id="months"
          title={t.chartVisits}
          description={t.chartVisitsLead}
          locale={locale}
          unit={t.times}
          bars={breakdown.lines.map((line) => ({ label: line.label, value: line.visits }))}
        />
      )}
      <Table
        caption={title}
        captionHidden
        rows={breakdown.lines}
        columns={[
          { head: title, cell: name, rowHead: true },
          { head: t.visits, cell: (line) => t.times(line.visits), numeric: true },
          { head: t.attendances, cell: (line) => t.persons(line.attendances), numeric: true },
          ...(breakdown.people.shown
            ? [{ head: t.people, cell: (line: NamedLine) => t.persons(line.people), numeric: true }]
            : []),
        ]}
      />
      {!breakdown.people.shown && <p class="small">{t.peopleHidden(props.limit)}</p>}
    </Section>
  )
}
