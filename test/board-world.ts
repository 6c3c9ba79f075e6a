import { expect } from 'vitest'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { Member } from './builders.ts'
import type { Client, TestApp } from './client.ts'
import { aMember, aProgramme } from './database.ts'
import { anActivity, aPlace, aRequest, aSupporter } from './visit-builders.ts'

/** A programme whose month is drafted: two coordinators, somebody who goes along, three supporters who could come any day. */
export interface BoardWorld {
  programmeId: number
  activityId: string
  placeId: string
  companion: Member
  coordinator: Client
  colleague: Client
  people: Record<'hanako' | 'taro' | 'jiro', Member>
  /** A request for that day of December 2026, at one in the afternoon. */
  request(day: number, more?: Parameters<typeof aRequest>[3]): Promise<{ requestId: string; slotId: string }>
  /** Makes a draft and gives its address. */
  drafted(client?: Client): Promise<string>
  statuses(requestId: string): Promise<{ person_id: string; status: string }[]>
  /** Those who are in the draft for a request now. */
  seats(requestId: string): Promise<{ person_id: string; part: string }[]>
}

export const boardWorld = async (app: TestApp, db: OpenDatabase): Promise<BoardWorld> => {
  const { programmeId, placeId, activityId } = await db.asPlatform(async (tx) => {
    const programmeId = await aProgramme(tx)
    const placeId = await aPlace(tx, programmeId, { name: '見本の家', town: '烏山' })
    return { programmeId, placeId, activityId: await anActivity(tx, programmeId, { companion_required: true }) }
  })
  const member = (...args: [Parameters<typeof aMember>[2], Parameters<typeof aMember>[3]?]) =>
    db.asPlatform((tx) => aMember(tx, programmeId, ...args))
  const supporter = async (name: string): Promise<Member> => {
    const made = await member('supporter', { name })
    await db.asPlatform((tx) => aSupporter(tx, programmeId, made.personId, { activityId }))
    return made
  }
  const coordinator = await app.signedIn(await member('coordinator', { name: '調整 花' }))
  return {
    programmeId,
    activityId,
    placeId,
    companion: await member('companion', { name: '同行 桜' }),
    coordinator,
    colleague: await app.signedIn(await member('coordinator', { name: '調整 月' })),
    people: {
      hanako: await supporter('案の 花子'),
      taro: await supporter('案の 太郎'),
      jiro: await supporter('案の 次郎'),
    },
    request: (day, more = {}) =>
      db.asPlatform((tx) =>
        aRequest(tx, programmeId, { placeId, activityId, startsAt: new Date(Date.UTC(2026, 11, day, 4)) }, more),
      ),
    drafted: async (client = coordinator) => {
      const made = await client.post('/board', { month: '2026-12' })
      expect(made.status).toBe(303)
      await app.jobs.drainNow()
      return made.headers.get('location') ?? ''
    },
    statuses: (requestId) =>
      db.asPlatform((tx) =>
        tx
          .selectFrom('visits.proposal')
          .select(['person_id', 'status'])
          .where('request_id', '=', requestId)
          .orderBy('sent_at')
          .execute(),
      ),
    seats: (requestId) =>
      db.asPlatform((tx) =>
        tx
          .selectFrom('visits.draft_seat as s')
          .innerJoin('visits.draft_visit as v', 'v.id', 's.draft_visit_id')
          .select(['s.person_id', 's.part'])
          .where('v.request_id', '=', requestId)
          .where('v.ended_at', 'is', null)
          .where('s.part', '<>', 'stand_in')
          .orderBy('s.person_id')
          .execute(),
      ),
  }
}

/** What a page says, without its marks. */
export const textOf = (html: string): string => html.replaceAll(/<[^>]*>/g, '')
