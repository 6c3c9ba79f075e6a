import type { VNode } from 'preact'
import { formatDayLong, formatSpan } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { DefinitionList, List, OwnWords, Section } from '#ui/index.ts'
import type { Prerequisite } from '../core/prerequisites.ts'
import type { Run } from '../data/runs.ts'
import type { Session } from '../data/sessions.ts'
import { runFactsWords } from './run-facts-words.ts'

export const neededText = (one: Prerequisite, locale: Locale): string => {
  const t = runFactsWords[locale].prerequisite
  return one.kind === 'completed' ? t.completed[one.course] : t[one.kind]
}

interface Props {
  locale: Locale
  zone: string
  run: Run
  sessions: readonly Session[]
}

/** A run as anybody may read it: without links and without people. */
export const RunFacts = ({ locale, zone, run, sessions }: Props): VNode => {
  const t = runFactsWords[locale]
  const languages: Record<string, string> = t.languageNames
  return (
    <>
      {run.intro && <OwnWords text={run.intro} />}
      <DefinitionList
        items={[
          { term: t.until, value: formatDayLong(run.applyUntil, locale) },
          { term: t.place, value: run.place },
          { term: t.capacity, value: t.people(run.capacity) },
          { term: t.order, value: t.orders[run.order] },
          { term: t.fee, value: run.fee },
          { term: t.languages, value: run.languages.map((one) => languages[one] ?? one).join(t.join) },
          { term: t.provided, value: run.provided },
          { term: t.prerequisites, value: run.prerequisites.map((one) => neededText(one, locale)).join(t.join) },
        ]}
      />
      <Section title={t.when}>
        <List
          items={sessions
            .filter(({ status }) => status !== 'moved' && status !== 'cancelled')
            .map((session) => ({
              title: `${t.nth(session.no)} ${session.title}`,
              lines: [
                formatSpan(session.startsAt, session.endsAt, zone, locale),
                [session.track, session.topics.join(t.join)].filter(Boolean).join(t.join),
              ],
            }))}
        />
      </Section>
    </>
  )
}
