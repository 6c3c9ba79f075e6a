import { findPlace } from '#domains/places/index.ts'
import { personsInRole } from '#domains/people/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { PrerequisiteFacts } from '../core/prerequisites.ts'

/** What is known of the person, or of the office that sends them. */
export const prerequisiteFacts = async (
  tx: Tx,
  programmeId: number,
  whose: { personId: string; placeId: string | null },
): Promise<PrerequisiteFacts> => {
  const completed = await tx
    .selectFrom('training.enrolment as e')
    .innerJoin('training.run as r', (on) =>
      on.onRef('r.programme_id', '=', 'e.programme_id').onRef('r.id', '=', 'e.run_id'),
    )
    .innerJoin('training.course as c', (on) =>
      on.onRef('c.programme_id', '=', 'r.programme_id').onRef('c.id', '=', 'r.course_id'),
    )
    .select('c.kind')
    .distinct()
    .where('e.programme_id', '=', programmeId)
    .where('e.person_id', '=', whose.personId)
    .where('e.status', '=', 'completed')
    .execute()
  const guest = await tx
    .selectFrom('training.taster_guest')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('came', '=', true)
    .where((is) =>
      is.or([
        is('person_id', '=', whose.personId),
        ...(whose.placeId === null ? [] : [is('place_id', '=', whose.placeId)]),
      ]),
    )
    .executeTakeFirst()
  return {
    completed: completed.map(({ kind }) => kind),
    cameToTaster: guest !== undefined,
    registered: await isRegistered(tx, programmeId, whose),
  }
}

const isRegistered = async (
  tx: Tx,
  programmeId: number,
  { personId, placeId }: { personId: string; placeId: string | null },
): Promise<boolean> => {
  if (placeId !== null) return (await findPlace(tx, programmeId, placeId))?.status === 'confirmed'
  return (await personsInRole(tx, programmeId, ['supporter'])).some(({ id }) => id === personId)
}
