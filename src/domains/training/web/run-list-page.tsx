import type { VNode } from 'preact'
import { type FiscalYear } from '#kernel/fiscal-year.ts'
import { listWords } from '#platform/http/words.ts'
import { formatDay, formatDays, formatFiscalYear } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Actions, EmptyState, Heading, Lead, LinkButton, List, StatusTag, type Tone } from '#ui/index.ts'
import type { RunStatus } from '../core/run-status.ts'
import type { Run } from '../data/runs.ts'
import { courseWords } from './course-words.ts'
import { coursePaths, runPaths, tasterPaths } from './paths.ts'
import { runWords } from './run-words.ts'

const tones: Record<RunStatus, Tone> = {
  draft: 'neutral',
  open: 'good',
  selecting: 'waiting',
  running: 'good',
  finished: 'ended',
  cancelled: 'ended',
}

export const RunTag = ({ status, locale }: { status: RunStatus; locale: Locale }): VNode => (
  <StatusTag tone={tones[status]}>{runWords[locale].status[status]}</StatusTag>
)

/** The list as a file. */
export const runColumns = (locale: Locale) => {
  const heads = listWords[locale]
  const { labels, status } = runWords[locale]
  return [
    { head: heads.year, text: (run: Run) => run.fiscalYear },
    { head: labels.name, text: (run: Run) => run.name },
    { head: courseWords[locale].labels.kind, text: (run: Run) => courseWords[locale].kinds[run.courseKind] },
    { head: labels.apply_from, text: (run: Run) => run.applyFrom },
    { head: labels.apply_until, text: (run: Run) => run.applyUntil },
    { head: heads.state, text: (run: Run) => status[run.status] },
  ]
}

/** All runs, or those that somebody has to do with. */
export const RunListPage = (props: { locale: Locale; runs: readonly Run[]; mayPlan: boolean }): VNode => {
  const { locale, runs } = props
  const t = runWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {props.mayPlan && (
        <Actions>
          <LinkButton href={coursePaths.list}>{t.courses}</LinkButton>
          <LinkButton href={tasterPaths.list}>{t.tasters}</LinkButton>
        </Actions>
      )}
      {runs.length === 0 && <EmptyState>{t.none}</EmptyState>}
      <List
        items={runs.map((run) => ({
          title: run.name,
          href: runPaths.run(run.id),
          tag: <RunTag status={run.status} locale={locale} />,
          lines: [
            [formatFiscalYear(run.fiscalYear as FiscalYear, locale), courseWords[locale].kinds[run.courseKind]].join(
              t.join,
            ),
            `${t.window} ${formatDays(formatDay(run.applyFrom, locale), formatDay(run.applyUntil, locale), locale)}`,
          ],
        }))}
      />
    </>
  )
}
