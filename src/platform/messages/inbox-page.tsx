import type { VNode } from 'preact'
import { Actions, EmptyState, Heading, Lead, List, Pagination, PostButton, StatusTag, Time } from '#ui/index.ts'
import type { Reader } from '#platform/i18n/reader.ts'
import { type InboxLine, inboxPageSize } from './inbox.ts'
import { type MessageKinds, messageText } from './kinds.ts'
import { messagePaths } from './paths.ts'
import { inboxWords } from './words.ts'

interface InboxView {
  reader: Reader
  zone: string
  kinds: MessageKinds
  lines: readonly InboxLine[]
  page: number
  token: string
}

export const InboxPage = ({ reader, zone, kinds, lines, page, token }: InboxView): VNode => {
  const t = inboxWords[reader.locale]
  const shown = lines.slice(0, inboxPageSize)
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {shown.length === 0 ? (
        <EmptyState>{t.empty}</EmptyState>
      ) : (
        <List items={shown.map((line) => itemOf(line, { reader, zone, kinds }))} />
      )}
      {shown.some((line) => line.unread) ? (
        <Actions>
          <PostButton action={messagePaths.readAll} token={token} kind="quiet">
            {t.readAll}
          </PostButton>
        </Actions>
      ) : null}
      <Pagination
        locale={reader.locale}
        previous={page > 1 ? messagePaths.inboxPage(page - 1) : null}
        next={lines.length > inboxPageSize ? messagePaths.inboxPage(page + 1) : null}
      />
    </>
  )
}

const itemOf = (line: InboxLine, { reader, zone, kinds }: Pick<InboxView, 'reader' | 'zone' | 'kinds'>) => {
  const t = inboxWords[reader.locale]
  const text = messageText(kinds, line.kind, line.params, reader.locale)
  return {
    title: text.title,
    href: messagePaths.open(line.id),
    tag: line.unread ? <StatusTag tone="attention">{t.unread}</StatusTag> : <StatusTag>{t.read}</StatusTag>,
    lines: [text.body, <Time at={line.createdAt} zone={zone} locale={reader.locale} />],
  }
}
