import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type FiscalYear, fiscalYear } from '#kernel/fiscal-year.ts'
import type { Tx } from '#platform/db/index.ts'
import { reachChannels, type ReachChannel } from '../core/renewal.ts'

export const renewalAnswers = ['stay', 'hesitate', 'leave'] as const
export type RenewalAnswer = (typeof renewalAnswers)[number]

/** Somebody is asked whether they stay for another year. */
export interface Renewal {
  id: string
  personId: string
  year: FiscalYear
  askedAt: Date
  answer: RenewalAnswer | null
  answeredAt: Date | null
  talkWith: string | null
  closedAt: Date | null
}

const query = (tx: Tx, programmeId: number) =>
  tx.selectFrom('registration.renewal as r').selectAll('r').where('r.programme_id', '=', programmeId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const renewalOf = (row: Row): Renewal => ({
  id: row.id,
  personId: row.person_id,
  year: fiscalYear(row.fiscal_year),
  askedAt: row.asked_at,
  answer: renewalAnswers.find((one) => one === row.answer) ?? null,
  answeredAt: row.answered_at,
  talkWith: row.talk_with,
  closedAt: row.closed_at,
})

/** For whoever may see it: the caller has looked. */
export const findRenewal = async (tx: Tx, programmeId: number, id: string): Promise<Renewal | null> => {
  const row = await query(tx, programmeId).where('r.id', '=', id).executeTakeFirst()
  return row ? renewalOf(row) : null
}

/** The newest of somebody that is open. */
export const openRenewal = async (tx: Tx, programmeId: number, personId: string): Promise<Renewal | null> => {
  const row = await query(tx, programmeId)
    .where('r.person_id', '=', personId)
    .where('r.closed_at', 'is', null)
    .orderBy('r.fiscal_year', 'desc')
    .executeTakeFirst()
  return row ? renewalOf(row) : null
}

/** What somebody was asked about a year. */
export const renewalOfYear = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  year: FiscalYear,
): Promise<Renewal | null> => {
  const row = await query(tx, programmeId)
    .where('r.person_id', '=', personId)
    .where('r.fiscal_year', '=', year)
    .executeTakeFirst()
  return row ? renewalOf(row) : null
}

/** Asked anew: what was answered before no longer holds. */
export const reopenRenewal = async (tx: Tx, programmeId: number, id: string): Promise<void> => {
  await tx
    .updateTable('registration.renewal')
    .set({ answer: null, answered_at: null, closed_at: null })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

export interface ListedRenewal extends Renewal {
  name: string
  kana: string
}

/** Everybody who was asked about a year, by reading. */
export const renewalsOf = async (tx: Tx, programmeId: number, year: FiscalYear): Promise<ListedRenewal[]> => {
  const rows = await query(tx, programmeId)
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'r.programme_id').onRef('p.id', '=', 'r.person_id'),
    )
    .select(['p.name', 'p.kana'])
    .where('r.fiscal_year', '=', year)
    .orderBy('p.kana')
    .orderBy('p.id')
    .execute()
  return rows.map((row) => ({ ...renewalOf(row), name: row.name, kana: row.kana }))
}

/** The newest year about which anybody was asked. */
export const newestYear = async (tx: Tx, programmeId: number): Promise<FiscalYear | null> => {
  const row = await tx
    .selectFrom('registration.renewal')
    .select('fiscal_year')
    .where('programme_id', '=', programmeId)
    .orderBy('fiscal_year', 'desc')
    .executeTakeFirst()
  return row ? fiscalYear(row.fiscal_year) : null
}

/** False where they were asked already. */
export const insertRenewal = async (
  tx: Tx,
  programmeId: number,
  one: { id: string; personId: string; year: FiscalYear; at: Date },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('registration.renewal')
    .values({
      programme_id: programmeId,
      id: one.id,
      person_id: one.personId,
      fiscal_year: one.year,
      asked_at: one.at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const setRenewalAnswer = async (
  tx: Tx,
  programmeId: number,
  id: string,
  said: {
    answer: RenewalAnswer
    at: Date
    via: string
    recordedBy: string | null
    talkWith: string | null
    closed: boolean
  },
): Promise<void> => {
  await tx
    .updateTable('registration.renewal')
    .set({
      answer: said.answer,
      answered_at: said.at,
      via: said.via,
      recorded_by: said.recordedBy,
      talk_with: said.talkWith,
      closed_at: said.closed ? said.at : null,
    })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

/** Nothing is open any more: the registration has ended. */
export const closeRenewals = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  close: { at: Date; endedSealed?: string },
): Promise<void> => {
  await tx
    .updateTable('registration.renewal')
    .set({ closed_at: close.at, ...(close.endedSealed ? { ended_sealed: close.endedSealed } : {}) })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .execute()
}

/** One try to reach somebody. */
export interface ReachAttempt {
  id: string
  channel: ReachChannel
  on: CalendarDay
  wordsSealed: string
}

export const attemptWordsField = 'registration.reach_attempt.words_sealed'
export const endedWordsField = 'registration.renewal.ended_sealed'

/** The oldest first. */
export const attemptsFor = async (tx: Tx, programmeId: number, renewalId: string): Promise<ReachAttempt[]> => {
  const rows = await tx
    .selectFrom('registration.reach_attempt')
    .select(['id', 'channel', 'on_day as on', 'words_sealed as wordsSealed'])
    .where('programme_id', '=', programmeId)
    .where('renewal_id', '=', renewalId)
    .orderBy('on_day')
    .orderBy('at')
    .execute()
  return rows.map((row) => ({ ...row, channel: reachChannels.find((one) => one === row.channel) ?? 'mail' }))
}

export const insertAttempt = async (
  tx: Tx,
  programmeId: number,
  attempt: ReachAttempt & { renewalId: string; by: string; at: Date },
): Promise<void> => {
  await tx
    .insertInto('registration.reach_attempt')
    .values({
      programme_id: programmeId,
      id: attempt.id,
      renewal_id: attempt.renewalId,
      channel: attempt.channel,
      on_day: attempt.on,
      words_sealed: attempt.wordsSealed,
      by_membership: attempt.by,
      at: attempt.at,
    })
    .execute()
}
