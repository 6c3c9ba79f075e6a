import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { blankForm, type FormState, refusedForm } from '#ui/index.ts'
import { leaveTaster, signUp, type Who } from '../actions/taster-guests.ts'
import { findTaster, guestsOf, listTasters, type Taster } from '../data/tasters.ts'
import { ownPaths } from './paths.ts'
import { OwnTasterPage, OwnTastersPage } from './taster-page.tsx'
import { tasterWords } from './taster-words.ts'

const who = ['seeker', 'trainee', 'supporter', 'host'] as const
const reach = 'what is planned; own sign-up, or that of the own place'

const asWhom = ({ actor }: Call): Who =>
  actor.role === 'host' ? { placeId: actor.placeId ?? '' } : { personId: actor.personId }

const isFor = ({ actor }: Call, taster: Taster): boolean =>
  actor.role === 'host' ? actor.placeId !== null && taster.forPlaces : taster.forCandidates

const isMine = async (call: Call, taster: Taster): Promise<boolean> => {
  const mine = asWhom(call)
  const guests = await guestsOf(call.tx, call.actor.programmeId, taster.id)
  return guests.some((one) => ('personId' in mine ? one.personId === mine.personId : one.placeId === mine.placeId))
}

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const tasters = await listTasters(call.tx, call.actor.programmeId, call.now)
  return page(
    tasterWords[locale].title,
    <OwnTastersPage
      locale={locale}
      zone={call.zone}
      tasters={tasters.filter((one) => isFor(call, one))}
      href={ownPaths.taster}
    />,
  )
}

/** One that is for them, or to which they signed up. */
const open = async (call: Call): Promise<{ taster: Taster; signedUp: boolean } | null> => {
  const taster = await findTaster(call.tx, call.actor.programmeId, call.param('id'))
  const signedUp = taster !== null && (await isMine(call, taster))
  return taster && (signedUp || isFor(call, taster)) ? { taster, signedUp } : null
}

const show = async (call: Call, form?: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const opened = await open(call)
  if (!opened) return notFound()
  const { taster, signedUp } = opened
  return page(
    taster.title,
    <OwnTasterPage
      locale={locale}
      zone={call.zone}
      taster={taster}
      signedUp={signedUp}
      isPlace={call.actor.role === 'host'}
      ahead={!taster.cancelled && taster.startsAt > call.now}
      form={form ?? blankForm(locale, { heads: '1' })}
      token={call.formToken}
    />,
    { status },
  )
}

const sign = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = tasterWords[locale]
  if (!(await open(call))) return notFound()
  const typed = Number(call.form.text('heads'))
  const heads = call.actor.role === 'host' && Number.isInteger(typed) ? Math.min(20, Math.max(1, typed)) : 1
  const signed = await signUp(call, call.param('id'), { ...asWhom(call), heads, via: 'self' })
  if (!signed) return notFound()
  if (signed.ok) return redirect(ownPaths.taster(call.param('id')), t.signedUp)
  const errors = signed.error.map(({ kind }) => ({ field: '', message: t.refusal[kind] }))
  return show(call, refusedForm(locale, call.form.values, errors), 409)
}

const leave = async (call: Call): Promise<Reply> => {
  if (!(await open(call))) return notFound()
  await leaveTaster(call, call.param('id'), asWhom(call))
  return redirect(ownPaths.taster(call.param('id')), tasterWords[call.reader.locale].left_)
}

/** Tasters for those who think about it, and for places. */
export const tasterRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: ownPaths.tasters, who, reach, handle: list }),
  memberRoute({ method: 'GET', path: ownPaths.taster(':id'), who, reach, handle: (call) => show(call) }),
  memberRoute({ method: 'POST', path: ownPaths.taster(':id'), who, reach, handle: sign }),
  memberRoute({ method: 'POST', path: ownPaths.leaveTaster(':id'), who, reach, handle: leave }),
]
