import { dayIn } from '#kernel/time.ts'
import { type Call, notFound, page, type Reply } from '#platform/http/call.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDay, formatFiscalYear } from '#platform/i18n/dates.ts'
import { fiscalYear } from '#kernel/fiscal-year.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, BarChart, EmptyState, Heading, Lead, List, Section, Small, Table } from '#ui/index.ts'
import { type RunFigures, runFigures } from '../actions/run-figures.ts'
import { enrolmentStatuses } from '../core/enrolment-status.ts'
import { wentOnKinds } from '../core/went-on.ts'
import { runStaffRoles } from '../data/reached.ts'
import { listRuns } from '../data/runs.ts'
import { attendanceWords } from './attendance-words.ts'
import { runFigureWords } from './run-figures-words.ts'
import { runColumns } from './run-list-page.tsx'
import { trainingStaffPaths as paths } from './taking-paths.ts'

interface Line {
  label: string
  count: number
}

const CountTable = ({ title, lines, locale }: { title: string; lines: readonly Line[]; locale: Locale }) => {
  const t = runFigureWords[locale]
  return (
    <Table
      caption={title}
      captionHidden
      rows={lines}
      columns={[
        { head: t.ending, cell: ({ label }) => label, rowHead: true },
        { head: t.count, cell: ({ count }) => t.persons(count), numeric: true },
      ]}
    />
  )
}

const AfterwardsPart = ({ figures, locale }: { figures: RunFigures; locale: Locale }) => {
  const t = runFigureWords[locale]
  const { afterwards } = figures
  if (!afterwards.shown) return <p class="small">{t.hidden(figures.limit)}</p>
  if (figures.endings.completed === 0) return <EmptyState>{t.none}</EmptyState>
  return (
    <>
      <Small>{t.afterwardsLead}</Small>
      <CountTable
        title={t.afterwards}
        locale={locale}
        lines={[
          ...wentOnKinds.map((kind) => ({ label: t.kinds[kind], count: afterwards.counts[kind] })),
          { label: t.unsaid, count: afterwards.unsaid },
        ]}
      />
    </>
  )
}

const show = async (call: Call): Promise<Reply> => {
  const figures = await runFigures(call, call.param('id'))
  if (!figures) return notFound()
  const { locale } = call.reader
  const t = runFigureWords[locale]
  const officer = call.actor.role === 'officer'
  const { run } = figures
  const all = enrolmentStatuses.map((status) => ({ label: t.status[status], count: figures.endings[status] }))
  const enrolled = all.reduce((sum, { count }) => sum + count, 0)
  // Outside, only what the programme publishes itself: how many took part, how many were certified.
  const certified = { label: t.status.completed, count: figures.endings.completed }
  return page(
    t.title,
    <>
      <BackLink href={officer ? paths.figuresList : paths.roll(run.id)}>{officer ? t.back : t.toRoll}</BackLink>
      <Heading above={formatFiscalYear(fiscalYear(run.fiscalYear), locale)}>{run.name}</Heading>
      <BarChart
        id="sessions"
        title={t.chart}
        description={t.chartLead}
        locale={locale}
        unit={t.persons}
        bars={figures.sessions.map(({ no, title, startsAt, there }) => ({
          label: `${attendanceWords[locale].no(no)} ${title} ${formatDay(dayIn(startsAt, call.zone), locale)}`,
          value: there,
        }))}
      />
      <Section title={t.endings}>
        <CountTable
          title={t.endings}
          locale={locale}
          lines={[{ label: t.enrolled, count: enrolled }, ...(officer ? [certified] : all)]}
        />
      </Section>
      <Section title={t.afterwards}>
        <AfterwardsPart figures={figures} locale={locale} />
      </Section>
    </>,
    { wide: true },
  )
}

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = runFigureWords[locale]
  const runs = await listRuns(call.tx, call.actor.programmeId, {
    statuses: ['open', 'selecting', 'running', 'finished'],
  })
  const body = (
    <>
      <Heading>{t.listTitle}</Heading>
      <Lead>{t.listLead}</Lead>
      {runs.length === 0 ? <EmptyState>{t.listEmpty}</EmptyState> : null}
      <List
        items={runs.map((run) => ({
          title: run.name,
          href: paths.figures(run.id),
          lines: [formatFiscalYear(fiscalYear(run.fiscalYear), locale)],
        }))}
      />
    </>
  )
  return listPage(
    call,
    { title: t.listTitle, body },
    { kind: 'training.run', names: null, columns: () => runColumns(locale), rows: () => runs },
  )
}

export const runFigureRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.figuresList,
    who: ['coordinator', 'officer'],
    reach: 'the programme',
    handle: list,
  }),
  memberRoute({
    method: 'GET',
    path: paths.figures(':id'),
    who: [...runStaffRoles, 'officer'],
    reach:
      'coordinator and officer: the programme, what people went on to behind the small-number limit; others: their runs',
    handle: show,
  }),
]
