import { z } from 'zod'
import type { OpenProgramme, PublicDoor } from '#domains/places/index.ts'
import { dayIn } from '#kernel/time.ts'
import { normalEmail, maskedEmail } from '#platform/auth/email.ts'
import { authPaths } from '#platform/auth/paths.ts'
import { notFound, page, type PublicCall, type Reply, redirect } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import {
  Actions,
  BackLink,
  blankForm,
  type FieldError,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  PostButton,
  refusedForm,
} from '#ui/index.ts'
import { askByMail, followLink, lookAtLink } from '../actions/come-in.ts'
import type { Wish } from '../data/apply-links.ts'
import { findRun, listRuns, type Run } from '../data/runs.ts'
import { type Session, sessionsOf } from '../data/sessions.ts'
import { findTaster, listTasters, type Taster } from '../data/tasters.ts'
import { neededText } from './form-values.ts'
import { namedWords } from './named-words.ts'
import { publicPaths } from './paths.ts'
import { OtherWays, ProgrammesPage, PublicRunPage, PublicTasterPage, RunsPage } from './public-page.tsx'
import { publicWords } from './public-words.ts'

const who = 'anyone'
const reach = 'what is open to everybody'

const programmeOf = async (call: PublicCall, door: PublicDoor): Promise<OpenProgramme | null> =>
  (await door.programmes()).find(({ id }) => String(id) === call.param('programme')) ?? null

const runs = async (call: PublicCall, door: PublicDoor): Promise<Reply> => {
  const programme = await programmeOf(call, door)
  if (!programme) return notFound()
  const { locale } = call.reader
  const found = await door.inProgramme(programme.id, async ({ tx, zone, today, now }) => ({
    zone,
    runs: (await listRuns(tx, programme.id, { statuses: ['open'] })).filter(({ applyUntil }) => today <= applyUntil),
    tasters: await listTasters(tx, programme.id, now),
  }))
  return page(
    publicWords[locale].title,
    <RunsPage locale={locale} programme={programme} zone={found.zone} runs={found.runs} tasters={found.tasters} />,
  )
}

/** One thing that one may ask for by mail, and whether one can do so now. */
interface Asked {
  programme: OpenProgramme
  zone: string
  wish: Wish
  closed: string | null
  shown: { run: Run; sessions: Session[] } | { taster: Taster }
}

const openRun = async (call: PublicCall, door: PublicDoor): Promise<Asked | null> => {
  const programme = await programmeOf(call, door)
  const runId = call.param('run')
  if (!programme || !isUuid(runId)) return null
  const t = publicWords[call.reader.locale]
  return door.inProgramme(programme.id, async ({ tx, zone, now }) => {
    const run = await findRun(tx, programme.id, runId)
    // What is prepared or called off is nobody's business yet, or any more.
    if (!run || run.status === 'draft' || run.status === 'cancelled') return null
    const today = dayIn(now, zone)
    const over = run.status !== 'open' || run.applyUntil < today
    const early = today < run.applyFrom ? t.notYet(formatDayLong(run.applyFrom, call.reader.locale)) : null
    const closed = over ? t.closed : run.courseKind === 'host' ? t.forPlaces : early
    const sessions = await sessionsOf(tx, programme.id, runId)
    return { programme, zone, wish: { runId }, closed, shown: { run, sessions } }
  })
}

const openTaster = async (call: PublicCall, door: PublicDoor): Promise<Asked | null> => {
  const programme = await programmeOf(call, door)
  const tasterId = call.param('taster')
  if (!programme || !isUuid(tasterId)) return null
  return door.inProgramme(programme.id, async ({ tx, zone, now }) => {
    const taster = await findTaster(tx, programme.id, tasterId)
    if (!taster?.forCandidates) return null
    const over = taster.cancelled || taster.startsAt <= now
    const closed = over ? publicWords[call.reader.locale].ended : null
    return { programme, zone, wish: { tasterId }, closed, shown: { taster } }
  })
}

const askPage = (call: PublicCall, door: PublicDoor, asked: Asked, form: FormState, status = 200): Reply => {
  const { locale } = call.reader
  const { programme, zone, closed, shown } = asked
  const props = { locale, programme, zone, closed, form, action: call.path, token: door.newId() }
  return 'run' in shown
    ? page(shown.run.name, PublicRunPage({ ...props, ...shown }), { status })
    : page(shown.taster.title, PublicTasterPage({ ...props, ...shown }), { status })
}

type Open = (call: PublicCall, door: PublicDoor) => Promise<Asked | null>

const show =
  (door: PublicDoor, open: Open) =>
  async (call: PublicCall): Promise<Reply> => {
    const asked = await open(call, door)
    return asked ? askPage(call, door, asked, blankForm(call.reader.locale)) : notFound()
  }

const askerSchema = z.object({ name: neededText(60), kana: neededText(80), email: neededText(200) })

/** Whoever asks reads the same sentence after the same work, known or not. */
const ask =
  (door: PublicDoor, open: Open) =>
  async (call: PublicCall): Promise<Reply> => {
    const asked = await open(call, door)
    if (!asked || !isUuid(call.form.text('_token'))) return notFound()
    const { locale } = call.reader
    const t = publicWords[locale]
    const refuse = (errors: FieldError[], status: number): Reply =>
      askPage(call, door, asked, refusedForm(locale, call.form.values, errors), status)
    if (asked.closed !== null) return refuse([{ field: '', message: asked.closed }], 409)
    const parsed = askerSchema.safeParse(call.form.values)
    if (!parsed.success) return refuse(formErrors(parsed.error, t.labels, locale), 422)
    const email = normalEmail(parsed.data.email)
    if (!email) return refuse([{ field: 'email', message: t.emailWrong }], 422)
    if (!(await door.maySend(call.client.address, call.now))) return refuse([{ field: '', message: t.tooMany }], 429)
    const asker = { ...parsed.data, email, locale }
    if (await door.mayMail(email, call.now))
      await door.inProgramme(asked.programme.id, (ctx) => askByMail(ctx, door, asked.wish, asker))
    return redirect(publicPaths.sent(String(asked.programme.id)))
  }

const sent = async (call: PublicCall, door: PublicDoor): Promise<Reply> => {
  const programme = await programmeOf(call, door)
  if (!programme) return notFound()
  const t = publicWords[call.reader.locale]
  return page(
    t.sent,
    <>
      <Heading above={programme.name}>{t.sent}</Heading>
      <Lead>{t.sentLead}</Lead>
      <p>{t.sentNot}</p>
      <OtherWays locale={call.reader.locale} programme={programme} />
    </>,
  )
}

const dead = (call: PublicCall, programme: OpenProgramme): Reply => {
  const t = publicWords[call.reader.locale]
  return page(
    t.dead,
    <>
      <Heading above={programme.name}>{t.dead}</Heading>
      <Lead>{t.deadLead}</Lead>
      <Actions>
        <LinkButton href={authPaths.signIn()}>{t.signIn}</LinkButton>
        <LinkButton href={publicPaths.runs(String(programme.id))}>{t.again}</LinkButton>
      </Actions>
    </>,
    { status: 410 },
  )
}

/** Looking changes nothing, however often a scanner opens it. */
const showLink = async (call: PublicCall, door: PublicDoor): Promise<Reply> => {
  const programme = await programmeOf(call, door)
  if (!programme) return notFound()
  const link = await door.inProgramme(programme.id, (ctx) => lookAtLink(ctx, call.param('token')))
  if (!link) return dead(call, programme)
  const named = namedWords[call.reader.locale]
  const t = publicWords[call.reader.locale]
  return page(
    t.linkTitle,
    <>
      <BackLink href={publicPaths.runs(String(programme.id))}>{t.again}</BackLink>
      <Heading above={programme.name}>{t.linkTitle}</Heading>
      {link.named && (
        <p>
          {named.title(link.named.place)}
          {call.reader.locale === 'en' ? '. ' : '。'}
          {named.lead(link.named.run)}
        </p>
      )}
      <Lead>{t.linkLead(maskedEmail(link.asker.email))}</Lead>
      <PostButton action={call.path} token={door.newId()} kind="primary">
        {t.linkButton}
      </PostButton>
    </>,
  )
}

const follow = async (call: PublicCall, door: PublicDoor): Promise<Reply> => {
  const programme = await programmeOf(call, door)
  if (!programme) return notFound()
  const arrival = await door.inProgramme(programme.id, (ctx) => followLink(ctx, call.param('token')))
  return arrival ? door.letIn(call, arrival, arrival.next) : dead(call, programme)
}

/** The public call: everybody may read it; a mailed link lets people in. */
export const publicRunRoutes = (door: PublicDoor): RouteSpec[] => {
  const get = (path: string, handle: (call: PublicCall) => Promise<Reply>, of = reach) =>
    publicRoute({ method: 'GET', path, who, reach: of, handle })
  const post = (path: string, handle: (call: PublicCall) => Promise<Reply>, of = reach) =>
    publicRoute({ method: 'POST', path, who, reach: of, handle })
  const at = ':programme'
  const run = publicPaths.run(at, ':run')
  const taster = publicPaths.taster(at, ':taster')
  const link = publicPaths.link(at, ':token')
  const byLink = 'what was asked for, by the link'
  return [
    get(publicPaths.programmes, async (call) =>
      page(
        publicWords[call.reader.locale].title,
        <ProgrammesPage locale={call.reader.locale} programmes={await door.programmes()} />,
      ),
    ),
    get(publicPaths.runs(at), (call) => runs(call, door)),
    // Before '/courses/:programme/:run': 'sent' is no run.
    get(publicPaths.sent(at), (call) => sent(call, door)),
    get(run, show(door, openRun)),
    post(run, ask(door, openRun)),
    get(taster, show(door, openTaster)),
    post(taster, ask(door, openTaster)),
    get(link, (call) => showLink(call, door), byLink),
    post(link, (call) => follow(call, door), byLink),
  ]
}
