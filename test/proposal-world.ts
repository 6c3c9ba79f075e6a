import { beforeAll } from 'vitest'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import { getProposal, type Proposal } from '#domains/visits/data/proposals.ts'
import { getRequest, type Request } from '#domains/visits/data/requests.ts'
import type { Member } from './builders.ts'
import { aMember } from './database.ts'
import { type TestSystem, testSystem } from './system.ts'
import { aProposal, aRequest } from './visit-builders.ts'
import { aVisitWorld, type VisitWorld } from './visit-world.ts'

/** Invitations and what tests of them ask. Called inside `describeEngines`: it makes its world before them. */
export const proposalWorld = (db: OpenDatabase, clock: () => Date) => {
  let world: VisitWorld
  let system: TestSystem
  beforeAll(async () => {
    system = await testSystem(db, clock)
    world = await aVisitWorld(db)
  })
  const supporter = (): Promise<Member> => db.asPlatform((tx) => aMember(tx, world.programmeId, 'supporter'))
  const proposal = (id: string): Promise<Proposal> => db.asProgramme(world.programmeId, (tx) => getProposal(tx, id))
  return {
    supporter,
    proposal,
    coordinator: () => world.coordinator,
    request: (more: Parameters<typeof aRequest>[3] = {}, startsAt?: Date) =>
      db.asPlatform((tx) => aRequest(tx, world.programmeId, { ...world, ...(startsAt ? { startsAt } : {}) }, more)),
    requestNow: (id: string): Promise<Request> => db.asProgramme(world.programmeId, (tx) => getRequest(tx, id)),
    /** Somebody invited to it: somebody new, unless told who. */
    invited: async (
      of: { requestId: string; slotId: string },
      more: Parameters<typeof aProposal>[3] = {},
      whom?: Member,
    ): Promise<{ who: Member; id: string }> => {
      const who = whom ?? (await supporter())
      const id = await db.asPlatform((tx) => aProposal(tx, world.programmeId, { ...of, personId: who.personId }, more))
      return { who, id }
    },
    as: <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work),
    asSystem: (work: (ctx: Ctx) => Promise<void>): Promise<void> => system.asSystem(world.programmeId, work),
    statusOf: async (id: string): Promise<string> => (await proposal(id)).status,
    toldTo: async (personId: string): Promise<string[]> =>
      (
        await db.asPlatform((tx) =>
          tx
            .selectFrom('platform.message')
            .select('kind')
            .where('person_id', '=', personId)
            .where('withdrawn_at', 'is', null)
            .orderBy('created_at')
            .orderBy('kind')
            .execute(),
        )
      ).map((row) => row.kind),
  }
}
