import { randomUUID } from 'node:crypto'
import { day } from '#kernel/calendar-day.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import { joinHandlers } from '#platform/jobs/events.ts'
import { openJobs } from '#platform/jobs/jobs.ts'
import { listOpen } from '#domains/care/data/follow-up-list.ts'
import { careEvents, careJobs } from '#domains/care/jobs.ts'
import type { Member } from '../builders.ts'
import { aMember, aProgramme } from '../database.ts'
import type { TestSystem } from '../system.ts'

export const noon = new Date('2026-08-25T03:00:00Z')
export const today = day('2026-08-25')

export type CareWorld = Awaited<ReturnType<typeof aCareWorld>>

/** A programme in which `follower` follows `supporter`, and `stranger` is a companion who does not; with what tests of care do again and again. */
export const aCareWorld = async (db: OpenDatabase, system: TestSystem) => {
  const people = await db.asPlatform(async (tx) => {
    const programmeId = await aProgramme(tx)
    const supporter = await aMember(tx, programmeId, 'supporter')
    const follower = await aMember(tx, programmeId, 'companion')
    const stranger = await aMember(tx, programmeId, 'companion')
    const coordinator = await aMember(tx, programmeId, 'coordinator')
    await tx
      .insertInto('people.following')
      .values({
        programme_id: programmeId,
        id: randomUUID(),
        staff_id: follower.personId,
        supporter_id: supporter.personId,
        from_at: noon,
      })
      .execute()
    return { programmeId, supporter, follower, stranger, coordinator }
  })
  const { programmeId, supporter, stranger, coordinator } = people

  const jobs = () =>
    openJobs({
      ...system,
      db,
      transport: null,
      origin: () => '',
      jobs: careJobs,
      works: {},
      handlers: joinHandlers(careEvents),
      onError: (error) => {
        throw error
      },
    })
  const tell = async (topic: string, payload: Record<string, unknown>): Promise<void> => {
    await system.as(coordinator, (ctx) => ctx.outbox.emit(topic, payload))
    await jobs().drainNow()
  }

  return {
    ...people,
    jobs,
    tell,
    held: (more: Record<string, unknown> = {}) =>
      tell('visits.held', {
        visitId: randomUUID(),
        heldOn: today,
        supporterIds: [supporter.personId],
        companionIds: [stranger.personId],
        heavy: false,
        ...more,
      }),
    open: (member: Member) =>
      system.as(member, async (ctx) =>
        listOpen(
          ctx.tx,
          programmeId,
          member.role === 'coordinator' ? 'all' : { staffId: member.personId, supporterIds: [] },
        ),
      ),
    inboxOf: async (member: Member) => {
      const rows = await db.asPlatform((tx) =>
        tx.selectFrom('platform.message').select('kind').where('person_id', '=', member.personId).execute(),
      )
      return rows.map((row) => row.kind)
    },
  }
}

/** What ends a follow-up. */
export const closing = (id: string) => ({
  id,
  version: 1,
  how: 'phone' as const,
  done: 'CNRY 話しました',
  nextOn: null,
})
