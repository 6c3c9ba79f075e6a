import { formatDayLong, formatFiscalYear } from '#platform/i18n/dates.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type FiscalYear, fiscalYearEnd, fiscalYearOf } from '#kernel/fiscal-year.ts'
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
import { supportersPath } from '#domains/registration/index.ts'
import type { Headline } from '../core/year-figures.ts'
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
        <HeadlineTable locale={locale} model={model} behind={mayOpen ? headlinePaths(model, today) : {}} />
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
  figure: keyof Headline
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
      figure: 'registered',
      name: t.registered,
      value: t.persons(headline.registered),
      plan: plan ? t.persons(plan.supporters) : '',
      definition: t.registeredDef,
    },
    { figure: 'active', name: t.active, value: t.persons(headline.active), plan: '', definition: t.activeDef },
    {
      figure: 'visits',
      name: t.visits,
      value: t.times(headline.visits),
      plan: plan ? t.times(plan.visits) : '',
      definition: t.visitsDef,
    },
    {
      figure: 'attendances',
      name: t.attendances,
      value: t.persons(headline.attendances),
      plan: '',
      definition: t.attendancesDef,
    },
    { figure: 'people', name: t.people, value: t.persons(headline.people), plan: '', definition: t.peopleDef },
    { figure: 'met', name: t.met, value: t.persons(headline.met), plan: '', definition: t.metDef },
  ]
}

/** Where what is behind a figure stands; none where nothing is. */
type Behind = Partial<Record<keyof Headline, string>>

// The list of supporters is that of today: it stands behind the number of a year that goes on, not of one that is over.
const headlinePaths = ({ year, headline }: YearModel, today: CalendarDay): Behind => {
  const visits = figurePaths.allRows(year)
  return {
    ...(year === fiscalYearOf(today) ? { registered: supportersPath } : {}),
    ...(headline.visits > 0 ? { active: visits, visits, attendances: visits, people: visits, met: visits } : {}),
  }
}

const HeadlineTable = ({ locale, model, behind }: { locale: Locale; model: YearModel; behind: Behind }) => {
  const t = figureWords[locale]
  const name = (row: HeadlineRow) => {
    const href = behind[row.figure]
    return href ? <a href={href}>{row.name}</a> : row.name
  }
  const columns: Column<HeadlineRow>[] = [
    { head: t.figure, cell: name, rowHead: true },
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
