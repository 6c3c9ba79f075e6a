import type { Context, Handler, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { dayIn } from '#kernel/time.ts'
import type { Client } from '#platform/auth/client.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Reader } from '#platform/i18n/reader.ts'
import {
  type Actor,
  type Call,
  type Ctx,
  type FormInput,
  type Later,
  notFound,
  type ProgrammeFace,
  type PublicCall,
  type Reply,
} from './call.ts'
import { emptyForm, readForm } from './form-input.ts'
import { claimToken, isUuid, settleToken } from './form-token.ts'
import type { Log } from './log.ts'
import { offerOtherRoles, type OtherRoles } from './other-roles.ts'
import type { Render } from './render.tsx'
import type { MemberRoute, PublicRoute, RouteSpec } from './routes.ts'
import { comesFromOurPages } from './security.ts'

/** One transaction for one request: owner rights until `enter`, behind the programme's wall afterwards. */
export interface RequestTx {
  tx: Tx
  enter(programmeId: number): Promise<void>
  /** Back to owner rights. */
  leave(): Promise<void>
  savepoint(): Promise<void>
  rollbackToSavepoint(): Promise<void>
  commit(): Promise<void>
  rollback(): Promise<void>
}

/** What the session look-up found: who acts, or which page of the sign-in comes first. */
export type Entrance = { kind: 'actor'; actor: Actor; severalRoles: boolean } | { kind: 'go'; to: string }

/** What an action is given besides the transaction, and how its audit entries are written last. */
export type CtxParts = Pick<Ctx, 'audit' | 'vault' | 'outbox' | 'documents'> & {
  flushAudit(how: { readsOnly: boolean }): Promise<void>
}

export interface Pipeline extends OtherRoles {
  origin: string
  log: Log
  clock: () => Date
  newId: () => string
  begin(): Promise<RequestTx>
  enterAs(tx: Tx, c: Context, now: Date): Promise<Entrance>
  /** Whether the browser brings a session at all: asked before anything is looked up. */
  bringsSession(c: Context): boolean
  face(tx: Tx, programmeId: number): Promise<ProgrammeFace>
  ctxParts(tx: Tx, actor: Actor, now: Date, requestId: string): CtxParts
  reader(c: Context): Reader
  client(c: Context): Client
  render: Render
  /** After a commit that may have put messages or events out. */
  afterCommit(): void
}

const ordinaryBody = 100_000

/** Mounts the routes of all slices on the app. */
export const mount = (app: Hono, routes: readonly RouteSpec[], pipeline: Pipeline): void => {
  for (const route of routes) {
    const handle: Handler = (c) =>
      route.who === 'anyone' ? answerAnyone(c, route, pipeline) : answerMember(c, route, pipeline)
    // Nobody reads the body of a GET, and asking whether it has one costs as much as a query.
    if (route.method === 'GET') {
      app.get(route.path, handle)
      continue
    }
    const limit = bodyLimit({
      maxSize: route.bodyLimit ?? ordinaryBody,
      onError: (c) => pipeline.render.errorPage(c, 'tooLarge', 413),
    })
    app.on(route.method, route.path, limit, handle)
  }
}

const answerAnyone = async (c: Context, route: PublicRoute, pipeline: Pipeline): Promise<Response> => {
  if (isForeign(c, pipeline)) return pipeline.render.errorPage(c, 'foreign', 403)
  const call: PublicCall = {
    ...(await basics(c, pipeline)),
    actor: null,
    client: pipeline.client(c),
    now: pipeline.clock(),
  }
  const reply = await route.handle(call)
  return route.readersFrame && pipeline.bringsSession(c)
    ? inReadersFrame(c, reply, pipeline)
    : pipeline.render.reply(c, reply, null)
}

/** A page of the public with the heading and the menu of whoever is signed in. */
const inReadersFrame = async (c: Context, reply: Reply, pipeline: Pipeline): Promise<Response> => {
  const now = pipeline.clock()
  const request = await pipeline.begin()
  let open = true
  try {
    const entrance = await pipeline.enterAs(request.tx, c, now)
    const entered = entrance.kind === 'actor' ? await behindWall(c, pipeline, request, entrance.actor, now) : null
    const answer = await pipeline.render.reply(c, reply, entered?.call ?? null)
    await request.commit()
    open = false
    return answer
  } finally {
    if (open) await request.rollback()
  }
}

const answerMember = async (c: Context, route: MemberRoute, pipeline: Pipeline): Promise<Response> => {
  if (isForeign(c, pipeline)) return pipeline.render.errorPage(c, 'foreign', 403)
  if (!idsAreWellFormed(c)) return pipeline.render.errorPage(c, 'notFound', 404)
  for (let handle = route.handle; ; ) {
    const answer = await inOneTransaction(c, { ...route, handle }, pipeline)
    if (answer instanceof Response) return answer
    const then = await answer.work()
    if (then === 'busy') return tooManyWait(c, pipeline)
    handle = then
  }
}

const tooManyWait = async (c: Context, pipeline: Pipeline): Promise<Response> => {
  const page = await pipeline.render.errorPage(c, 'pressing', 503)
  page.headers.set('Retry-After', '10')
  return page
}

const inOneTransaction = async (c: Context, route: MemberRoute, pipeline: Pipeline): Promise<Response | Later> => {
  const now = pipeline.clock()
  const request = await pipeline.begin()
  let open = true
  try {
    const entrance = await pipeline.enterAs(request.tx, c, now)
    if (entrance.kind === 'go') {
      await request.commit()
      open = false
      return c.redirect(entrance.to, 303)
    }
    c.set('role', entrance.actor.role)
    const as = (actor: Actor) => behindWall(c, pipeline, request, actor, now)
    const { call, parts } = await as(entrance.actor)
    const own = route.who.includes(call.actor.role) ? await act(c, route, call, request) : notFound()
    const settle = async (): Promise<void> => {
      await parts.flushAudit({ readsOnly: isUndone(own) })
      await request.commit()
      open = false
    }
    if (own.kind === 'later') {
      await settle()
      return own
    }
    const mayBeOthers = own.kind === 'not-found' && route.method === 'GET' && entrance.severalRoles
    const reply = mayBeOthers ? await offerOtherRoles(route, call, { request, pipeline, as }) : own
    const answer = pipeline.render.reply(c, reply, call)
    // What a page that only reads asks for last travels with the commit. What a POST did stands only with its answer.
    if (route.method === 'GET') return (await Promise.all([answer, settle()]))[0]
    await answer
    await settle()
    pipeline.afterCommit()
    return answer
  } finally {
    if (open) await request.rollback()
  }
}

/** From here on only the programme of this actor exists; and what a handler is then given. */
const behindWall = async (c: Context, pipeline: Pipeline, request: RequestTx, actor: Actor, now: Date) => {
  // Sent together: should the first fail, the second is refused by the database.
  const [, programme] = await Promise.all([
    request.enter(actor.programmeId),
    pipeline.face(request.tx, actor.programmeId),
  ])
  const parts = pipeline.ctxParts(request.tx, actor, now, c.get('requestId'))
  const call: Call = {
    ...(await basics(c, pipeline)),
    ...parts,
    tx: request.tx,
    actor,
    programme,
    now,
    today: dayIn(now, programme.zone),
    zone: programme.zone,
    newId: pipeline.newId,
    formToken: pipeline.newId,
  }
  return { call, parts }
}

/** A POST runs behind a savepoint: an answer that refuses takes back all it did, but not the note of what was read. */
const act = async (c: Context, route: MemberRoute, call: Call, request: RequestTx): Promise<Reply | Later> => {
  if (route.method === 'GET') return route.handle(call)
  const token = call.form.text('_token')
  if (!isUuid(token)) return { kind: 'not-found' }
  const claim = await claimToken(call.tx, call.actor, token, call.now)
  if (!claim.first)
    return claim.location ? { kind: 'redirect', to: claim.location, flash: null } : { kind: 'not-found' }
  await request.savepoint()
  const reply = await route.handle(call)
  if (isUndone(reply)) {
    await request.rollbackToSavepoint()
    await call.tx
      .deleteFrom('platform.form_token')
      .where('programme_id', '=', call.actor.programmeId)
      .where('token', '=', token)
      .execute()
    return reply
  }
  await settleToken(call.tx, call.actor, token, reply.kind === 'redirect' ? reply.to : c.req.path)
  return reply
}

/** Refused, or not done yet. */
const isUndone = (reply: Reply | Later): boolean =>
  reply.kind === 'later' || reply.kind === 'not-found' || (reply.kind === 'page' && reply.status >= 400)

const isForeign = (c: Context, pipeline: Pipeline): boolean =>
  c.req.method === 'POST' && !comesFromOurPages(c, pipeline.origin)

// A parameter that names a record is a uuid, or there is no such record: the database never sees anything else.
const idsAreWellFormed = (c: Context): boolean =>
  Object.entries(c.req.param()).every(([name, value]) => !/^(id|.*Id)$/.test(name) || isUuid(value))

const basics = async (c: Context, pipeline: Pipeline) => {
  const form: FormInput = c.req.method === 'POST' ? await readForm(c) : emptyForm()
  return {
    reader: pipeline.reader(c),
    path: c.req.path,
    param: (name: string) => c.req.param(name) ?? '',
    query: new URL(c.req.url).searchParams,
    form,
    requestId: c.get('requestId') as string,
  }
}
