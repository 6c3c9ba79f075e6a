import { roles } from '#kernel/role.ts'
import type { Database } from '#platform/db/index.ts'
import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { listPage, onePerson } from '#platform/http/list-page.tsx'
import { memberRoute, publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import type { Slice, TodayCard } from '#platform/http/slice.ts'
import { countDead, listDeadEvents, listDeadMessages, retryEvent, retryMessage } from './dead-letters.ts'
import { deadColumns, DeadLettersPage } from './dead-letters-page.tsx'
import { DemoMailsPage } from './demo-mails-page.tsx'
import { listInbox, markAllRead, openMessage } from './inbox.ts'
import { InboxPage } from './inbox-page.tsx'
import type { MessageKinds } from './kinds.ts'
import { sweep } from './sweep.ts'
import { messagePaths } from './paths.ts'
import { deadLetterWords, demoMailWords, inboxWords } from './words.ts'

export interface MessageSliceParts {
  kinds: MessageKinds
  /** Null in real use: the page of the demo's mails is then not there. */
  demo: Pick<Database, 'asPlatform'> | null
  /** Mails leave this process. */
  sends: boolean
}

/** Inbox, the way from a mail to its page, dead letters, and in the demo the mails themselves. */
export const messageSlice = (parts: MessageSliceParts): Slice => ({
  name: 'messages',
  routes: [...inboxRoutes(parts.kinds), ...deadLetterRoutes(), ...(parts.demo ? [demoRoute(parts.demo)] : [])],
  jobs: [{ name: 'platform.sweep', cron: '10 3 * * *', run: sweep }],
  today: [{ who: ['admin'], order: 20, cards: async (call) => [await sendingCard(call, parts.sends)] }],
})

const inboxRoutes = (kinds: MessageKinds): RouteSpec[] => [
  memberRoute({
    method: 'GET',
    path: messagePaths.inbox,
    who: roles,
    reach: 'own',
    handle: (call) => showInbox(call, kinds),
  }),
  memberRoute({ method: 'POST', path: messagePaths.readAll, who: roles, reach: 'own', handle: readAll }),
  memberRoute({ method: 'GET', path: messagePaths.open(':id'), who: roles, reach: 'own', handle: open }),
]

const deadLetterRoutes = (): RouteSpec[] => [
  memberRoute({
    method: 'GET',
    path: messagePaths.deadLetters,
    who: ['admin'],
    reach: 'the programme, without words or addresses',
    handle: showDeadLetters,
  }),
  memberRoute({
    method: 'POST',
    path: messagePaths.retryMessage(':id'),
    who: ['admin'],
    reach: 'the programme',
    handle: (call) => retry(call, 'message', retryMessage),
  }),
  memberRoute({
    method: 'POST',
    path: messagePaths.retryEvent(':id'),
    who: ['admin'],
    reach: 'the programme',
    handle: (call) => retry(call, 'event', retryEvent),
  }),
]

const demoRoute = (db: Pick<Database, 'asPlatform'>): RouteSpec =>
  publicRoute({
    method: 'GET',
    path: messagePaths.demoMails,
    who: 'anyone',
    reach: 'demo only: the mails of invented people',
    handle: async ({ reader }) => {
      const mails = await db.asPlatform((tx) =>
        tx
          .selectFrom('platform.demo_mail')
          .select(['to_address as to', 'subject', 'body', 'at'])
          .orderBy('at', 'desc')
          .limit(50)
          .execute(),
      )
      return page(demoMailWords[reader.locale].title, <DemoMailsPage locale={reader.locale} mails={mails} />)
    },
  })

const showInbox = async (call: Call, kinds: MessageKinds): Promise<Reply> => {
  const number = Math.min(Math.max(Math.trunc(Number(call.query.get('page'))) || 1, 1), 1000)
  const lines = await listInbox(call.tx, call.actor, number)
  const { reader, zone } = call
  const token = call.formToken()
  const body = <InboxPage reader={reader} zone={zone} kinds={kinds} lines={lines} page={number} token={token} />
  return page(inboxWords[reader.locale].title, body)
}

const readAll = async (call: Call): Promise<Reply> => {
  await markAllRead(call.tx, call.actor, call.now)
  return redirect(messagePaths.inbox, inboxWords[call.reader.locale].allRead)
}

const open = async (call: Call): Promise<Reply> => {
  const id = call.param('id')
  const message = await openMessage(call.tx, call.actor, id, call.now)
  return message ? redirect(message.path ?? messagePaths.inbox) : notFound()
}

const showDeadLetters = async (call: Call): Promise<Reply> => {
  const { programmeId } = call.actor
  const messages = await listDeadMessages(call.tx, programmeId)
  const events = await listDeadEvents(call.tx, programmeId)
  const { locale } = call.reader
  return listPage(
    call,
    {
      title: deadLetterWords[locale].title,
      body: <DeadLettersPage locale={locale} messages={messages} events={events} token={call.formToken} />,
      wide: true,
    },
    {
      kind: 'platform.delivery',
      names: onePerson,
      columns: () => deadColumns(locale),
      rows: () => [...messages, ...events],
    },
  )
}

const retry = async (call: Call, kind: 'message' | 'event', again: typeof retryMessage): Promise<Reply> => {
  const id = call.param('id')
  if (!(await again(call.tx, call.actor.programmeId, id, call.now))) return notFound()
  call.audit.wrote({ action: 'retry', kind, id })
  return redirect(messagePaths.deadLetters, deadLetterWords[call.reader.locale].retried)
}

const sendingCard = async (call: Call, sends: boolean): Promise<TodayCard> => {
  const t = deadLetterWords[call.reader.locale]
  const dead = await countDead(call.tx, call.actor.programmeId)
  const lines = [
    ...(sends ? [] : [{ text: t.noServer, href: messagePaths.deadLetters }]),
    ...(dead > 0 ? [{ text: t.todayDead, href: messagePaths.deadLetters }] : []),
  ]
  return { title: t.todayTitle, lines, empty: t.todayFine, action: { label: t.title, href: messagePaths.deadLetters } }
}
