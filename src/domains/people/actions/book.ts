import { sql } from 'kysely'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Booking, TakenTime } from '../core/booking.ts'
import { insertBooking, lockTimeOf, releaseBookings } from '../data/bookings.ts'

/** What booking needs of an action's context; jobs and sample data have no more. */
export type BookingCtx = Pick<Ctx, 'tx' | 'newId' | 'now'> & { actor: Pick<Actor, 'programmeId'> }

/**
 * Takes a person's time for a record of the calling slice. Whoever comes second gets a blocker and a transaction that lives on:
 * the loser of a race reads a kind sentence, never an error.
 */
export const book = async (ctx: BookingCtx, wanted: Booking): Promise<Result<string, TakenTime[]>> => {
  const id = ctx.newId()
  const { programmeId } = ctx.actor
  const won = await insideSavepoint(ctx.tx, async () => {
    await lockTimeOf(ctx.tx, programmeId, wanted.personId)
    await insertBooking(ctx.tx, programmeId, { id, wanted, now: ctx.now })
  })
  if (won) return ok(id)
  return no([{ kind: 'time_is_taken', personId: wanted.personId, from: wanted.from, to: wanted.to }])
}

/** Several people or stretches, all of them or none. Always in one order, so that two such calls never wait for each other. */
export const bookAll = async (ctx: BookingCtx, wanted: readonly Booking[]): Promise<Result<string[], TakenTime[]>> => {
  const ordered = wanted.toSorted((a, b) => a.personId.localeCompare(b.personId) || a.from.getTime() - b.from.getTime())
  const ids: string[] = []
  const taken: TakenTime[] = []
  await sql`savepoint several`.execute(ctx.tx)
  for (const one of ordered) {
    const result = await book(ctx, one)
    if (result.ok) ids.push(result.value)
    else taken.push(...result.error)
  }
  if (taken.length > 0) await sql`rollback to savepoint several`.execute(ctx.tx)
  await sql`release savepoint several`.execute(ctx.tx)
  return taken.length > 0 ? no(taken) : ok(ids)
}

/** Holds these people's time until the transaction ends, in the same order: for whoever gives some back before taking it anew. */
export const holdTime = async (ctx: BookingCtx, personIds: readonly string[]): Promise<void> => {
  for (const personId of personIds.toSorted((a, b) => a.localeCompare(b)))
    await lockTimeOf(ctx.tx, ctx.actor.programmeId, personId)
}

/** Gives the time back: of everybody in the record, or of one person. Returns how many bookings ended. */
export const release = (ctx: BookingCtx, which: { refId: string; personId?: string }): Promise<number> =>
  releaseBookings(ctx.tx, ctx.actor.programmeId, which, ctx.now)

// Exclusion violated, deadlock, serialisation failure: all of them say that somebody was quicker.
const lostRace = new Set(['23P01', '40P01', '40001'])

const insideSavepoint = async (tx: Tx, work: () => Promise<void>): Promise<boolean> => {
  await sql`savepoint booking`.execute(tx)
  try {
    await work()
    await sql`release savepoint booking`.execute(tx)
    return true
  } catch (error) {
    if (!lostRace.has(codeOf(error))) throw error
    await sql`rollback to savepoint booking`.execute(tx)
    await sql`release savepoint booking`.execute(tx)
    return false
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
