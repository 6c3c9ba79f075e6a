import { type RawBuilder, sql } from 'kysely'
import { type CalendarDay, day } from '#kernel/calendar-day.ts'
import { dayIn } from '#kernel/time.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { placeSeesPracticum, type PracticumStatus } from '../core/practicum-status.ts'
import type { PracticumKind } from './practicum-offers.ts'

export interface PracticumDay {
  id: string
  startsAt: Date
  endsAt: Date
  status: 'planned' | 'held' | 'cancelled'
  reasonSealed: string | null
  /** From before reasons were sealed, until the night takes it; the sealed one counts where there is one. */
  reasonOpen: string
  diarySealed: string | null
  diaryShown: boolean
  placeWordsSealed: string | null
  version: number
}

/** Trial work at a place, or watching there. */
export interface Practicum {
  id: string
  kind: PracticumKind
  enrolmentId: string
  runId: string
  personId: string
  name: string
  kana: string
  nickname: string
  placeId: string
  placeName: string
  offerId: string | null
  companionId: string | null
  companionName: string | null
  companionKana: string | null
  status: PracticumStatus
  goalsSealed: string | null
  traineeAgreedAt: Date | null
  placeAgreedAt: Date | null
  version: number
  days: PracticumDay[]
}

/** What a place sees hangs on the time: given by the caller. */
export interface Seeing {
  today: CalendarDay
  zone: string
  placeSeesDays: number
}

// Named for it, or for the run it belongs to.
const reachedBy = (actor: Actor): RawBuilder<boolean> => {
  switch (actor.role) {
    case 'coordinator':
      return sql`true`
    case 'trainee':
    case 'supporter':
      return sql`t.person_id = ${actor.personId}`
    case 'companion':
    case 'supervisor':
      return sql`(t.companion_id = ${actor.personId} or exists (select from training.run_staff s
        where s.programme_id = e.programme_id and s.run_id = e.run_id and s.person_id = ${actor.personId}))`
    case 'host':
      return sql`t.place_id = ${actor.placeId}`
    default:
      return sql`false`
  }
}

interface Row extends Omit<Practicum, 'days'> {
  days: (Omit<PracticumDay, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string })[] | null
}

const select = async (tx: Tx, actor: Actor, more: RawBuilder<unknown>): Promise<Practicum[]> => {
  const { rows } = await sql<Row>`
    select t.id, t.kind, t.enrolment_id as "enrolmentId", e.run_id as "runId", t.person_id as "personId", p.name, p.kana, p.nickname,
      t.place_id as "placeId", pl.name as "placeName", t.offer_id as "offerId", t.companion_id as "companionId",
      c.name as "companionName", c.kana as "companionKana", t.status, t.goals_sealed as "goalsSealed",
      t.trainee_agreed_at as "traineeAgreedAt", t.place_agreed_at as "placeAgreedAt", t.version,
      (select json_agg(json_build_object('id', d.id, 'startsAt', d.starts_at, 'endsAt', d.ends_at, 'status', d.status,
        'reasonSealed', d.reason_sealed, 'reasonOpen', d.reason, 'diarySealed', d.diary_sealed, 'diaryShown', d.diary_shown, 'placeWordsSealed', d.place_words_sealed,
        'version', d.version) order by d.starts_at, d.id)
        from training.practicum_day d where d.programme_id = t.programme_id and d.practicum_id = t.id) as days
    from training.practicum t
    join training.enrolment e on e.programme_id = t.programme_id and e.id = t.enrolment_id
    join people.person p on p.programme_id = t.programme_id and p.id = t.person_id
    join places.place pl on pl.programme_id = t.programme_id and pl.id = t.place_id
    left join people.person c on c.programme_id = t.programme_id and c.id = t.companion_id
    where t.programme_id = ${actor.programmeId} and ${reachedBy(actor)} and ${more}`.execute(tx)
  return rows.map((row) => ({
    ...row,
    days: (row.days ?? []).map((one) => ({
      ...one,
      startsAt: new Date(one.startsAt),
      endsAt: new Date(one.endsAt),
    })),
  }))
}

/** The last day that stands; null while there is none. */
export const lastDayOf = ({ days }: Pick<Practicum, 'days'>, zone: string): CalendarDay | null => {
  const ends = days.filter(({ status }) => status !== 'cancelled').map(({ endsAt }) => dayIn(endsAt, zone))
  return ends.length > 0 ? day(ends.toSorted().at(-1) ?? '') : null
}

const seenBy =
  (actor: Actor, seeing: Seeing) =>
  (practicum: Practicum): boolean =>
    actor.role !== 'host' ||
    placeSeesPracticum({
      status: practicum.status,
      traineeAgreed: practicum.traineeAgreedAt !== null,
      lastDay: lastDayOf(practicum, seeing.zone),
      days: seeing.placeSeesDays,
      today: seeing.today,
    })

/** Null where it is not there, or not the actor's to see. */
export const findPracticum = async (tx: Tx, actor: Actor, id: string, seeing: Seeing): Promise<Practicum | null> =>
  (await select(tx, actor, sql`t.id = ${id}`)).find(seenBy(actor, seeing)) ?? null

/** Held until the transaction ends: agreements are given one after the other. */
export const lockPracticum = async (tx: Tx, actor: Actor, id: string, seeing: Seeing): Promise<Practicum | null> => {
  await tx
    .selectFrom('training.practicum')
    .select('id')
    .where('programme_id', '=', actor.programmeId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findPracticum(tx, actor, id, seeing)
}

/** Those the actor reaches: what is open first, then by reading. */
export const listPracticums = async (
  tx: Tx,
  actor: Actor,
  seeing: Seeing,
  which: { enrolmentId?: string } = {},
): Promise<Practicum[]> => {
  const of = which.enrolmentId ? sql`t.enrolment_id = ${which.enrolmentId}` : sql`true`
  const all = await select(
    tx,
    actor,
    sql`${of} order by t.status not in ('proposed', 'agreed'), p.kana, t.created_at, t.id limit 300`,
  )
  return all.filter(seenBy(actor, seeing))
}
