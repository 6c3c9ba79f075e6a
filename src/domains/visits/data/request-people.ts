import type { Tx } from '#platform/db/index.ts'

/** Needed wherever somebody is told: the people behind a place, and the programme's coordinators. */
export const hostsOf = async (tx: Tx, placeId: string, now: Date): Promise<string[]> =>
  (await membersIn(tx, now).where('role', '=', 'host').where('place_id', '=', placeId).execute()).map(
    (row) => row.person_id,
  )

/** Of several places, by place. */
export const hostsByPlace = async (tx: Tx, placeIds: readonly string[], now: Date): Promise<Map<string, string[]>> => {
  if (placeIds.length === 0) return new Map()
  const rows = await membersIn(tx, now)
    .select('place_id')
    .where('role', '=', 'host')
    .where('place_id', 'in', [...placeIds])
    .execute()
  return new Map(
    Array.from(
      Map.groupBy(rows, (row) => row.place_id ?? ''),
      ([id, members]) => [id, members.map((row) => row.person_id)],
    ),
  )
}

export const coordinatorsOf = async (tx: Tx, now: Date): Promise<string[]> =>
  (await membersIn(tx, now).where('role', '=', 'coordinator').execute()).map((row) => row.person_id)

const membersIn = (tx: Tx, now: Date) =>
  tx
    .selectFrom('platform.membership')
    .select('person_id')
    .distinct()
    .where('starts_at', '<=', now)
    .where((is) => is.or([is('ended_at', 'is', null), is('ended_at', '>', now)]))
