import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Pair } from '../belongings.ts'
import type { Telling } from '../core/contact.ts'
import { type HolderFacts, isMergeAnswer, type MergeAnswer } from '../core/merge-question.ts'

/** Somebody who signs in was asked whether another record is theirs too. */
export interface MergeQuestion {
  id: string
  holder: string
  other: string
  askedAt: Date
  /** The last day of the time to answer. */
  until: CalendarDay
  answer: MergeAnswer | null
}

const open = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('people.merge_question as q')
    .innerJoin('people.person as h', (on) =>
      on.onRef('h.programme_id', '=', 'q.programme_id').onRef('h.id', '=', 'q.holder_id'),
    )
    .innerJoin('people.person as o', (on) =>
      on.onRef('o.programme_id', '=', 'q.programme_id').onRef('o.id', '=', 'q.other_id'),
    )
    .select([
      'q.id',
      'q.holder_id as holder',
      'q.other_id as other',
      'q.asked_at as askedAt',
      'q.until_day as until',
      'q.answer',
    ])
    .where('q.programme_id', '=', programmeId)
    .where('q.closed_at', 'is', null)
    .where('h.erased_at', 'is', null)
    .where('o.erased_at', 'is', null)
    .orderBy('q.asked_at', 'desc')
    .orderBy('q.id')

const questionOf = <T extends { answer: string | null }>(row: T) => ({
  ...row,
  answer: row.answer !== null && isMergeAnswer(row.answer) ? row.answer : null,
})

/** What somebody is asked now and may still answer otherwise; a no is an end. */
export const questionsTo = async (tx: Tx, programmeId: number, holder: string): Promise<MergeQuestion[]> => {
  const rows = await open(tx, programmeId)
    .where('q.holder_id', '=', holder)
    .where((is) => is.or([is('q.answer', 'is', null), is('q.answer', '=', 'same')]))
    .execute()
  return rows.map(questionOf)
}

/** What is asked about these two, of whichever signs in. */
export const questionsAbout = async (tx: Tx, programmeId: number, pair: Pair): Promise<MergeQuestion[]> => {
  const both = [pair.kept, pair.gone]
  const rows = await open(tx, programmeId).where('q.holder_id', 'in', both).where('q.other_id', 'in', both).execute()
  return rows.map(questionOf)
}

export interface ListedQuestion extends MergeQuestion {
  name: string
  kana: string
}

/** All that wait for an answer or for the last look, the newest first, by the name of whoever was asked. */
export const openQuestions = async (tx: Tx, programmeId: number): Promise<ListedQuestion[]> => {
  const rows = await open(tx, programmeId)
    .select(['h.name', 'h.kana'])
    .where((is) => is.or([is('q.answer', 'is', null), is('q.answer', '=', 'same')]))
    .limit(50)
    .execute()
  return rows.map(questionOf)
}

/** Which of the two sign in: they hold a role with an account. */
export const holdersOf = async (tx: Tx, programmeId: number, { kept, gone }: Pair): Promise<string[]> => {
  const rows = await tx
    .selectFrom('platform.membership')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', [kept, gone])
    .where('account_id', 'is not', null)
    .where('ended_at', 'is', null)
    .orderBy('person_id')
    .execute()
  return rows.map((row) => row.person_id)
}

/** For each of the two who signs in: what they were asked last, what they said before, and whether the actor had a hand in it. */
export const holderFacts = async (
  tx: Tx,
  programmeId: number,
  pair: Pair,
  actorId: string,
): Promise<(HolderFacts & { holder: string })[]> => {
  const holders = await holdersOf(tx, programmeId, pair)
  if (holders.length === 0) return []
  const both = [pair.kept, pair.gone]
  const { rows } = await sql<{
    holder: string
    until: CalendarDay
    answer: string | null
    current: boolean
    byActor: boolean
  }>`
    select q.holder_id as holder, q.until_day as until, q.answer, q.closed_at is null as current,
      exists (select from platform.membership m where m.programme_id = q.programme_id and m.person_id = ${actorId}
        and m.id in (q.asked_by, q.recorded_by)) as "byActor"
    from people.merge_question q
    where q.programme_id = ${programmeId} and q.holder_id in (${sql.join(both)}) and q.other_id in (${sql.join(both)})`.execute(
    tx,
  )
  return holders.map((holder) => {
    const own = rows.filter((row) => row.holder === holder).map(questionOf)
    const current = own.find((row) => row.current) ?? null
    return {
      holder,
      question: current && { until: current.until, answer: current.answer },
      saidNo: own.some(({ answer }) => answer === 'not_me'),
      byActor: current?.byActor ?? false,
    }
  })
}

/** Whether another coordinator, who is neither of the two, could have the last look. */
export const othersCouldLook = async (tx: Tx, programmeId: number, pair: Pair, actorId: string): Promise<boolean> => {
  const row = await tx
    .selectFrom('platform.membership')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('role', '=', 'coordinator')
    .where('account_id', 'is not', null)
    .where('ended_at', 'is', null)
    .where('person_id', 'not in', [actorId, pair.kept, pair.gone])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export interface NewQuestion {
  id: string
  holder: string
  other: string
  askedAt: Date
  askedBy: string
  until: CalendarDay
}

export const insertQuestion = async (tx: Tx, programmeId: number, question: NewQuestion): Promise<void> => {
  await tx
    .insertInto('people.merge_question')
    .values({
      programme_id: programmeId,
      id: question.id,
      holder_id: question.holder,
      other_id: question.other,
      asked_at: question.askedAt,
      asked_by: question.askedBy,
      until_day: question.until,
    })
    .execute()
}

export interface Answered {
  answer: MergeAnswer
  at: Date
  via: 'self' | Telling
  recordedBy: string | null
}

export const answerQuestion = async (tx: Tx, programmeId: number, id: string, said: Answered): Promise<void> => {
  await tx
    .updateTable('people.merge_question')
    .set({ answer: said.answer, answered_at: said.at, via: said.via, recorded_by: said.recordedBy })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

/** Nothing is asked about these two any longer. */
export const closeQuestions = async (tx: Tx, programmeId: number, pair: Pair, at: Date): Promise<void> => {
  const both = [pair.kept, pair.gone]
  await tx
    .updateTable('people.merge_question')
    .set({ closed_at: at })
    .where('programme_id', '=', programmeId)
    .where('closed_at', 'is', null)
    .where('holder_id', 'in', both)
    .where('other_id', 'in', both)
    .execute()
}
