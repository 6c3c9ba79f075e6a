import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { EmptyState, Heading, Lead, PostButton, Section, Table } from '#ui/index.ts'
import type { DeadLetter } from './dead-letters.ts'
import { messagePaths } from './paths.ts'
import { deadLetterWords } from './words.ts'

interface DeadLettersView {
  locale: Locale
  messages: readonly DeadLetter[]
  events: readonly DeadLetter[]
  token: () => string
}

export const DeadLettersPage = ({ locale, messages, events, token }: DeadLettersView): VNode => {
  const t = deadLetterWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Section title={t.messages}>
        {messages.length === 0 ? (
          <EmptyState>{t.noMessages}</EmptyState>
        ) : (
          tableOf({ locale, caption: t.messages, rows: messages, token, retry: messagePaths.retryMessage })
        )}
      </Section>
      <Section title={t.events}>
        {events.length === 0 ? (
          <EmptyState>{t.noEvents}</EmptyState>
        ) : (
          tableOf({ locale, caption: t.events, rows: events, token, retry: messagePaths.retryEvent })
        )}
      </Section>
    </>
  )
}

/** Both tables as one file. */
export const deadColumns = (locale: Locale) => {
  const t = deadLetterWords[locale]
  return [
    { head: t.id, text: (row: DeadLetter) => row.id },
    { head: t.person, text: (row: DeadLetter) => row.personId ?? '' },
    { head: t.kind, text: (row: DeadLetter) => row.kind },
    { head: t.attempts, text: (row: DeadLetter) => row.attempts },
    { head: t.error, text: (row: DeadLetter) => errorText(row.error, locale) },
  ]
}

interface DeadTable {
  locale: Locale
  caption: string
  rows: readonly DeadLetter[]
  token: () => string
  retry: (id: string) => string
}

const tableOf = ({ locale, caption, rows, token, retry }: DeadTable): VNode => {
  const t = deadLetterWords[locale]
  const person = { head: t.person, cell: (row: DeadLetter) => row.personId }
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      columns={[
        { head: t.id, cell: (row) => row.id, rowHead: true },
        ...(rows.some((row) => row.personId) ? [person] : []),
        { head: t.kind, cell: (row) => row.kind },
        { head: t.attempts, cell: (row) => row.attempts, numeric: true },
        { head: t.error, cell: (row) => errorText(row.error, locale) },
        {
          head: t.action,
          cell: (row) => (
            <PostButton action={retry(row.id)} token={token()}>
              {t.retry}
            </PostButton>
          ),
        },
      ]}
    />
  )
}

const errorText = (error: string, locale: Locale): string => {
  const { errors } = deadLetterWords[locale]
  const [kind = '', code] = error.split(' ')
  const known = Object.entries(errors).find(([name]) => name === kind)
  if (!known) return error
  return code ? `${known[1]}（${code}）` : known[1]
}
