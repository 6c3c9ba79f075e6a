import { type Call, type Later, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { print } from '#platform/documents/print.ts'
import { blankForm, type FormState, refusedForm } from '#ui/index.ts'
import { findPaper } from '../actions/find-paper.ts'
import { reissueCredential, withdrawCredential } from '../actions/issue-credential.ts'
import { credentialState, holderRoles, reissueReasons } from '../core/credential.ts'
import { wordingFrom } from '../data/wordings.ts'
import { credentialPaths as paths } from './credential-paths.ts'
import type { PaperDoor } from './paper-door.ts'
import { PaperPage } from './paper-page.tsx'
import { paperWords } from './paper-words.ts'
import { printCertificate } from './print-certificate.ts'

const readers = ['coordinator', ...holderRoles] as const
const reach = 'the programme (coordinator), own'
type Door = Pick<PaperDoor, 'origin'>

interface Shown {
  reissue?: FormState
  withdraw?: FormState
  status?: number
}

const paperPage = async (call: Call, door: Door, shown: Shown = {}): Promise<Reply> => {
  const { locale } = call.reader
  const opened = await findPaper(call, call.param('id'))
  if (!opened) return notFound()
  const wording = await wordingFrom(call.tx, call.actor.programmeId, opened.paper)
  const keeps = {
    reissue: shown.reissue ?? blankForm(locale, {}, 'reissue'),
    withdraw: shown.withdraw ?? blankForm(locale, {}, 'withdraw'),
    token: call.formToken,
  }
  return page(
    paperWords[locale].title,
    <PaperPage
      locale={locale}
      opened={opened}
      prefix={wording?.prefix ?? ''}
      verifyUrl={door.origin() + paths.verifyCode(opened.code)}
      keeps={call.actor.role === 'coordinator' ? keeps : null}
    />,
    { status: shown.status ?? 200 },
  )
}

const pdf = async (call: Call, door: Door): Promise<Reply | Later> => {
  const opened = await findPaper(call, call.param('id'))
  if (!opened || credentialState(opened.paper) !== 'valid') return notFound()
  return print(`${paperWords.ja.title}.pdf`, await printCertificate(call, door, opened))
}

const reissue = async (call: Call, door: Door): Promise<Reply> => {
  const { locale } = call.reader
  const t = paperWords[locale]
  const reason = reissueReasons.find((one) => one === call.form.text('reason')) ?? null
  const done = await reissueCredential(call, call.param('id'), reason)
  if (!done) return notFound()
  if (done.ok) return redirect(paths.paper(done.value), t.reissuedDone)
  const errors = done.error.map(({ kind }) => ({
    field: kind === 'reason_missing' ? 'reason' : '',
    message: t.refusals[kind],
  }))
  return paperPage(call, door, { reissue: refusedForm(locale, call.form.values, errors, 'reissue'), status: 409 })
}

const withdraw = async (call: Call, door: Door): Promise<Reply> => {
  const { locale } = call.reader
  const t = paperWords[locale]
  const id = call.param('id')
  const done = await withdrawCredential(call, id, call.form.text('reason').slice(0, 400))
  if (!done) return notFound()
  if (done.ok) return redirect(paths.paper(id), t.withdrawn)
  const errors = done.error.map(({ kind }) =>
    kind === 'reason_missing'
      ? { field: 'reason', message: t.refusals.withdraw_reason }
      : { field: '', message: t.refusals[kind] },
  )
  return paperPage(call, door, { withdraw: refusedForm(locale, call.form.values, errors, 'withdraw'), status: 409 })
}

/** One certificate: to look at, to print, to print anew. */
export const paperRoutes = (door: Door): RouteSpec[] => [
  memberRoute({
    method: 'GET',
    path: paths.paper(':id'),
    who: readers,
    reach,
    handle: (call) => paperPage(call, door),
  }),
  memberRoute({ method: 'GET', path: paths.pdf(':id'), who: readers, reach, handle: (call) => pdf(call, door) }),
  memberRoute({
    method: 'POST',
    path: paths.reissue(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: (call) => reissue(call, door),
  }),
  memberRoute({
    method: 'POST',
    path: paths.withdrawal(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: (call) => withdraw(call, door),
  }),
]
