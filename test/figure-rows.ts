import { randomUUID } from 'node:crypto'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import { aPerson } from './builders.ts'
import { aRequest } from './visit-builders.ts'

export interface VisitRow {
  startsAt: string
  status?: string
  /** Who came, and who did not. */
  came?: readonly string[]
  away?: readonly string[]
  met?: number | null
  field?: string
}

/** A visit written by hand, with who was there; gives its id. Owner's rights. */
export const aVisitRow = async (
  tx: Tx,
  of: { programmeId: number; placeId: string; activityId: string },
  { startsAt, status = 'held', came = [], away = [], met = null, field = 'community' }: VisitRow,
): Promise<string> => {
  const programme_id = of.programmeId
  const { requestId } = await aRequest(tx, programme_id, of)
  const id = randomUUID()
  const from = new Date(startsAt)
  await tx
    .insertInto('visits.visit')
    .values({
      programme_id,
      id,
      request_id: requestId,
      place_id: of.placeId,
      activity_id: of.activityId,
      status,
      field,
      starts_at: from,
      ends_at: new Date(from.getTime() + 3_600_000),
      companion_needed: false,
      met_count: met,
      created_at: from,
    })
    .execute()
  const there = [...came.map((person_id) => [person_id, true] as const), ...away.map((one) => [one, false] as const)]
  for (const [person_id, attended] of there)
    await tx
      .insertInto('visits.participant')
      .values({ programme_id, visit_id: id, person_id, part: 'supporter', attended })
      .execute()
  return id
}

/** From when to when somebody is registered. Owner's rights. */
export const aTerm = (tx: Tx, programmeId: number, personId: string, from: string, to?: string): Promise<unknown> =>
  tx
    .insertInto('registration.term')
    .values({
      programme_id: programmeId,
      id: randomUUID(),
      person_id: personId,
      from_day: from as CalendarDay,
      to_day: (to ?? null) as CalendarDay | null,
      kind: 'registered',
      at: new Date(`${from}T03:00:00Z`),
    })
    .execute()

/** A registered supporter; gives their person. Owner's rights. */
export const aRegistered = async (tx: Tx, programmeId: number, on: string, ended?: string): Promise<string> => {
  const personId = await aPerson(tx, programmeId)
  await tx
    .insertInto('registration.supporter')
    .values({
      programme_id: programmeId,
      person_id: personId,
      registered_on: on as CalendarDay,
      ended_on: (ended ?? null) as CalendarDay | null,
      experience: 'much',
    })
    .execute()
  await aTerm(tx, programmeId, personId, on, ended)
  return personId
}
