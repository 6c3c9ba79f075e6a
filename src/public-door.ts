import type { PublicDoor } from '#domains/places/index.ts'
import { countTry } from '#platform/auth/attempts.ts'
import { inProgramme, type SystemDeps, systemActor } from '#platform/jobs/system.ts'
import type { Services } from './open-services.ts'

export type { PublicDoor }

/** What pages without sign-in may do. The pipeline is made after the slices, so it is asked for when it is needed. */
export const openPublicDoor = (
  { db, newId }: Pick<Services, 'db' | 'newId'>,
  pipeline: () => SystemDeps,
): PublicDoor => ({
  programmes: () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('programme.programme')
        .select([
          'programme_id as id',
          'name',
          'municipality',
          'contact_phone as contactPhone',
          'contact_hours as contactHours',
          'crisis_card as crisisCard',
        ])
        .orderBy('programme_id')
        .execute(),
    ),
  inProgramme: (programmeId, work) => inProgramme(pipeline(), systemActor(programmeId), work),
  maySend: async (address, now) =>
    (await db.asPlatform((tx) => countTry(tx, [{ kind: 'form:address', key: address }], now))) === null,
  newId,
})
