import { randomUUID } from 'node:crypto'
import type { OpenDatabase } from '#platform/db/index.ts'
import { book } from '#domains/people/index.ts'
import { insertParticipants, insertVisit } from '#domains/visits/data/visits.ts'
import type { Member } from './builders.ts'
import { aMember, aProgramme } from './database.ts'
import { anActivity, aPlace, aProposal, aRequest, aSupporter } from './visit-builders.ts'

const then = new Date('2026-11-20T03:00:00Z')

/** One programme with a place and its people: what tests of visits stand on. */
export interface VisitWorld {
  programmeId: number
  placeId: string
  activityId: string
  coordinator: Member
  companion: Member
  host: Member
}

export const aVisitWorld = (db: OpenDatabase): Promise<VisitWorld> =>
  db.asPlatform(async (tx) => {
    const programmeId = await aProgramme(tx)
    const placeId = await aPlace(tx, programmeId)
    const activityId = await anActivity(tx, programmeId)
    return {
      programmeId,
      placeId,
      activityId,
      coordinator: await aMember(tx, programmeId, 'coordinator', { name: '調整 花' }),
      companion: await aMember(tx, programmeId, 'companion', { name: '同行 太郎' }),
      host: await aMember(tx, programmeId, 'host', { placeId, name: '場の 人' }),
    }
  })

/** Somebody registered, who has time and would like to do what this world does. */
export const aRegistered = (
  db: OpenDatabase,
  world: VisitWorld,
  more: Parameters<typeof aSupporter>[4] = {},
): Promise<Member> =>
  db.asPlatform(async (tx) => {
    const member = await aMember(tx, world.programmeId, 'supporter')
    await aSupporter(tx, world.programmeId, member.personId, world, more)
    return member
  })

/** A request at this time for which these people have said yes; gives their proposals too. */
export const saidYes = (
  db: OpenDatabase,
  { programmeId, placeId, activityId }: VisitWorld,
  people: readonly Member[],
  startsAt: Date,
  more: Parameters<typeof aRequest>[3] = {},
): Promise<{ requestId: string; slotId: string; ids: string[] }> =>
  db.asPlatform(async (tx) => {
    const wanted = { supporters_wanted: Math.max(1, people.length) }
    const of = await aRequest(tx, programmeId, { placeId, activityId, startsAt }, { ...wanted, ...more })
    const ids: string[] = []
    for (const { personId } of people)
      ids.push(await aProposal(tx, programmeId, { ...of, personId }, { status: 'yes', answered_at: then }))
    return { ...of, ids }
  })

export interface VisitMade {
  visitId: string
  requestId: string
  supporters: Member[]
}

/** A planned visit of a confirmed request, everybody's time taken; supporters have not agreed unless told so. */
export const aVisit = async (
  db: OpenDatabase,
  world: VisitWorld,
  of: { startsAt: Date; supporters?: Member[]; companion?: Member | null; agreedAt?: Date | null },
): Promise<VisitMade> => {
  const { programmeId, placeId, activityId } = world
  const { startsAt, agreedAt = null } = of
  const supporters = of.supporters ?? [await db.asPlatform((tx) => aMember(tx, programmeId, 'supporter'))]
  const companion = of.companion === undefined ? world.companion : of.companion
  const { requestId } = await db.asPlatform((tx) =>
    aRequest(tx, programmeId, { placeId, activityId, startsAt }, { status: 'confirmed' }),
  )
  const visitId = randomUUID()
  const endsAt = new Date(startsAt.getTime() + 90 * 60_000)
  const people = [
    ...supporters.map((one) => ({ personId: one.personId, part: 'supporter' as const, agreedAt })),
    ...(companion ? [{ personId: companion.personId, part: 'companion' as const, agreedAt: null }] : []),
  ]
  await db.asProgramme(programmeId, async (tx) => {
    const ctx = { tx, actor: { programmeId }, newId: randomUUID, now: then }
    const note = { eventId: randomUUID(), by: world.coordinator.membershipId, now: then }
    const visit = { requestId, placeId, activityId, seriesId: null, replaces: null, startsAt, endsAt }
    await insertVisit(
      tx,
      programmeId,
      { ...visit, id: visitId, field: 'community', online: false, companionNeeded: true },
      note,
    )
    await insertParticipants(
      tx,
      programmeId,
      people.map((one) => ({ ...one, visitId, via: 'self', recordedBy: null })),
    )
    for (const { personId, part } of people) {
      const kind = part === 'companion' ? 'companion' : 'visit'
      const booked = await book(ctx, { refId: visitId, personId, kind, from: startsAt, to: endsAt })
      if (!booked.ok) throw new Error('the time of somebody in this test is taken already')
    }
  })
  return { visitId, requestId, supporters }
}
