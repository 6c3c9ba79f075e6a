import type { VNode } from 'preact'
import { monthOf } from '#kernel/calendar-day.ts'
import { formatInstantShort, formatMonth } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { EmptyState, Form, type FormState, Heading, Lead, List, Section, Select, StatusTag } from '#ui/index.ts'
import type { Draft } from '../data/drafts.ts'
import { boardPaths } from './board-paths.ts'
import { boardWords } from './words-board.ts'

interface Props {
  locale: Locale
  zone: string
  membershipId: string
  months: readonly string[]
  drafts: readonly Draft[]
  form: FormState
  token: string
}

/** Make a draft of a month, or open one. */
export const BoardListPage = (props: Props): VNode => {
  const { locale, months, drafts, form } = props
  const t = boardWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Section title={t.makeTitle}>
        <Form action={boardPaths.board} token={props.token} form={form} submit={t.make}>
          <Select
            form={form}
            name="month"
            label={t.month}
            blank={false}
            required
            options={months.map((month) => ({ value: month, label: formatMonth(month, locale) }))}
          />
        </Form>
      </Section>
      <Section title={t.listTitle}>
        {drafts.length === 0 ? (
          <EmptyState>{t.empty}</EmptyState>
        ) : (
          <List items={drafts.map((draft) => itemOf(draft, props))} />
        )}
      </Section>
    </>
  )
}

const itemOf = (draft: Draft, { locale, zone, membershipId }: Props) => {
  const t = boardWords[locale]
  const state = draft.sentAt ? 'sent' : draft.plannedAt ? 'ready' : 'planning'
  return {
    title: t.draftOf(formatMonth(monthOf(draft.month), locale)),
    href: boardPaths.draft(draft.id),
    tag: <StatusTag tone={state === 'sent' ? 'good' : 'waiting'}>{t.state[state]}</StatusTag>,
    lines: [
      t.madeAt(formatInstantShort(draft.madeAt, zone, locale)),
      draft.madeBy === membershipId ? null : t.othersDraft,
    ],
  }
}
