import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { nameColumns } from '#platform/http/list-page.tsx'
import { listWords } from '#platform/http/words.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  Day,
  EmptyState,
  Heading,
  Lead,
  LinkButton,
  List,
  type ListItem,
  Name,
  Section,
  StatusTag,
} from '#ui/index.ts'
import { urgencyOn } from '../core/follow-up.ts'
import type { FollowUpLine } from '../data/follow-up-list.ts'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

interface ListView {
  locale: Locale
  today: CalendarDay
  lines: readonly FollowUpLine[]
}

export const FollowUpListPage = ({ locale, today, lines }: ListView): VNode => {
  const t = followUpWords[locale]
  const now = lines.filter((line) => urgencyOn(line.dueOn, today) !== 'coming')
  const coming = lines.filter((line) => urgencyOn(line.dueOn, today) === 'coming')
  const item = (line: FollowUpLine): ListItem => itemOf(line, today, locale)
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Section title={t.now}>
        {now.length === 0 ? <EmptyState>{t.nowEmpty}</EmptyState> : <List items={now.map(item)} />}
      </Section>
      <Section title={t.coming}>
        {coming.length === 0 ? <EmptyState>{t.comingEmpty}</EmptyState> : <List items={coming.map(item)} />}
      </Section>
      <Actions>
        <LinkButton href={carePaths.newFollowUp}>{t.add}</LinkButton>
        <LinkButton href={carePaths.notHeardFrom}>{t.silentLink}</LinkButton>
      </Actions>
    </>
  )
}

/** The list as a file: when and who, as on the page; nothing of why. */
export const followUpColumns = (locale: Locale) => {
  const t = followUpWords[locale]
  return [
    ...nameColumns(locale),
    { head: t.dueOn, text: (line: FollowUpLine) => line.dueOn },
    { head: listWords[locale].by, text: (line: FollowUpLine) => line.assignedName ?? '' },
  ]
}

const itemOf = (line: FollowUpLine, today: CalendarDay, locale: Locale): ListItem => {
  const t = followUpWords[locale]
  const urgency = urgencyOn(line.dueOn, today)
  return {
    title: <Name name={line.name} kana={line.kana} />,
    href: carePaths.followUp(line.id),
    tag:
      urgency === 'coming' ? null : (
        <StatusTag tone={line.first || urgency === 'late' ? 'attention' : 'waiting'}>
          {line.first ? t.first : t[urgency]}
        </StatusTag>
      ),
    lines: [
      <Day day={line.dueOn} locale={locale} />,
      line.assignedName === null ? (
        t.nobody
      ) : (
        <>
          {t.assigned}
          <Name name={line.assignedName} kana={line.assignedKana} />
        </>
      ),
    ],
  }
}
