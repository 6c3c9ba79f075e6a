import { sql } from 'kysely'
import type { VNode } from 'preact'
import { roles } from '#kernel/role.ts'
import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute } from '#platform/http/routes.ts'
import type { Slice } from '#platform/http/slice.ts'
import type { Reader } from '#platform/i18n/reader.ts'
import { words } from '#platform/i18n/words.ts'
import { Actions, Heading, Lead, LinkButton, Notice, PostButton, safePath } from '#ui/index.ts'
import { cancelWork, type WorkKinds, type WorkResult, type WorkState } from './work.ts'

export const workPaths = {
  work: (id: string) => `/work/${id}`,
  cancel: (id: string) => `/work/${id}/cancel`,
}

/** The page of long work: how far it is, a way to stop it, and what came of it. */
export const workSlice = (kinds: WorkKinds): Slice => ({
  name: 'work',
  routes: [
    memberRoute({
      method: 'GET',
      path: workPaths.work(':id'),
      who: roles,
      reach: 'own',
      handle: (call) => show(call, kinds),
    }),
    memberRoute({ method: 'POST', path: workPaths.cancel(':id'), who: roles, reach: 'own', handle: cancel }),
  ],
})

interface WorkRow {
  id: string
  kind: string
  status: WorkState['status']
  done_count: number
  total_count: number | null
  result: WorkResult | null
}

const find = async (call: Call): Promise<WorkRow | null> => {
  const { rows } = await sql<WorkRow>`
    select id, kind, status, done_count, total_count, result from platform.work
    where programme_id = ${call.actor.programmeId} and id = ${call.param('id')} and membership_id = ${call.actor.membershipId}`.execute(
    call.tx,
  )
  return rows[0] ?? null
}

const show = async (call: Call, kinds: WorkKinds): Promise<Reply> => {
  const row = await find(call)
  if (!row) return notFound()
  const kind = kinds[row.kind]
  const title = kind?.title[call.reader.locale] ?? workWords[call.reader.locale].title
  const summary = row.result && kind ? kind.summary[call.reader.locale](row.result.counts) : null
  const goesOn = row.status === 'waiting' || row.status === 'running'
  const body = <WorkPage row={row} title={title} summary={summary} reader={call.reader} token={call.formToken()} />
  const shown = page(title, body)
  return goesOn && shown.kind === 'page' && !call.query.has('still') ? { ...shown, refreshSeconds: 4 } : shown
}

const cancel = async (call: Call): Promise<Reply> => {
  const row = await find(call)
  if (!row) return notFound()
  await cancelWork(call, row.id)
  return redirect(workPaths.work(row.id))
}

interface WorkView {
  row: WorkRow
  title: string
  summary: string | null
  reader: Reader
  token: string
}

const WorkPage = ({ row, title, summary, reader, token }: WorkView): VNode => {
  const t = workWords[reader.locale]
  const path = row.result?.path ? safePath(row.result.path) : null
  return (
    <>
      <Heading>{title}</Heading>
      <div aria-live="polite">
        <Lead>{t[row.status]}</Lead>
        {row.total_count === null ? null : <p>{t.progress(row.done_count, row.total_count)}</p>}
        {summary ? <Notice tone="good">{summary}</Notice> : null}
      </div>
      <Actions>
        {path ? (
          <LinkButton href={path} kind="primary">
            {t.see}
          </LinkButton>
        ) : null}
        {row.status === 'waiting' || row.status === 'running' ? (
          <>
            <LinkButton href={`${workPaths.work(row.id)}?still=1`}>{t.look}</LinkButton>
            <PostButton action={workPaths.cancel(row.id)} token={token} kind="careful">
              {t.cancel}
            </PostButton>
          </>
        ) : null}
      </Actions>
    </>
  )
}

const workWords = words({
  ja: {
    title: '時間のかかる作業',
    waiting: '順番を待っています。このページを閉じても、作業は続きます。',
    running: '作業をしています。このページを閉じても、作業は続きます。',
    done: '終わりました。',
    failed: '途中で止まりました。もう一度ためしてみてください。',
    cancelled: '取りやめました。',
    progress: (done: number, total: number) => `${total}件のうち${done}件`,
    see: '結果を見る',
    look: 'いまの様子を見る',
    cancel: '取りやめる',
  },
  en: {
    title: 'Work that takes a while',
    waiting: 'It is waiting for its turn. It goes on even if you close this page.',
    running: 'It is being done. It goes on even if you close this page.',
    done: 'It is done.',
    failed: 'It stopped on the way. Please try again.',
    cancelled: 'It was cancelled.',
    progress: (done, total) => `${done} of ${total}`,
    see: 'See the result',
    look: 'See how far it is',
    cancel: 'Cancel',
  },
  easy: {
    title: 'じかんの かかる しごと',
    waiting: 'じゅんばんを まって います。この ページを とじても だいじょうぶです。',
    running: 'いま して います。この ページを とじても だいじょうぶです。',
    done: 'おわりました。',
    failed: 'とちゅうで とまりました。もういちど して みて ください。',
    cancelled: 'やめました。',
    progress: (done, total) => `${total}この うち ${done}こ`,
    see: 'けっかを みる',
    look: 'いまの ようすを みる',
    cancel: 'やめる',
  },
})
