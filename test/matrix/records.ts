import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Member } from '#test/builders.ts'

const isFollowed =
  'exists (select from people.following f where f.supporter_id = r.id and f.staff_id = $person and f.to_at is null)'

/**
 * Where records of each kind are found, and which of them are an actor's own. `$person` and so on stand for the actor. Columns that are named like
 * a parameter of the path fill it. To roles that `mine` does not mention all records are alike.
 */
const kinds = {
  message: { from: 'platform.message r', columns: 'r.id', mine: { any: 'r.person_id = $person' } },
  dead_letter: { from: 'platform.delivery r', columns: 'r.message_id as id', where: "r.status = 'dead'", mine: {} },
  dead_event: { from: 'platform.event r', columns: 'r.id', where: 'r.dead_at is not null', mine: {} },
  activity: { from: 'programme.activity r', columns: 'r.id', mine: {} },
  person: {
    from: 'people.person r',
    columns: 'r.id',
    where: "not exists (select from platform.membership m where m.person_id = r.id and m.role = 'coordinator')",
    mine: { companion: isFollowed },
  },
  follow_up: {
    from: 'care.follow_up r',
    columns: 'r.id',
    mine: {
      companion: `r.assigned_to = $person or exists (select from people.following f
        where f.programme_id = r.programme_id and f.supporter_id = r.person_id and f.staff_id = $person and f.to_at is null)`,
    },
  },
  followed: {
    from: 'registration.supporter r',
    columns: 'r.person_id as "personId"',
    where: `exists (select from platform.membership m where m.programme_id = r.programme_id and m.person_id = r.person_id
      and m.role = 'supporter' and m.ended_at is null)`,
    mine: {
      companion: `exists (select from people.following f
        where f.programme_id = r.programme_id and f.supporter_id = r.person_id and f.staff_id = $person and f.to_at is null)`,
    },
  },
  rest_offer: { from: 'care.rest_offer r', columns: 'r.id', mine: { any: 'r.person_id = $person' } },
  work: { from: 'platform.work r', columns: 'r.id', mine: { any: 'r.membership_id = $membership' } },
} satisfies Record<string, Kind>

interface Kind {
  from: string
  columns: string
  where?: string
  /** By role; 'any' for every role that is not named. */
  mine: Partial<Record<string, string>>
}

export type RecordKind = keyof typeof kinds

export type PathParams = Record<string, string>

/** One record of the kind that is, or is not, the actor's own; null where the sample has none. */
export const findRecord = async (
  tx: Tx,
  kind: RecordKind,
  actor: Pick<Member, 'programmeId' | 'personId' | 'membershipId' | 'placeId' | 'role'>,
  wanted: 'own' | 'other',
): Promise<PathParams | null> => {
  const { from, columns, where = 'true', mine }: Kind = kinds[kind]
  const own = mine[actor.role] ?? mine['any']
  const condition = own === undefined ? 'true' : wanted === 'own' ? `(${own})` : `not (${own})`
  const text = `select ${columns} from ${from} where r.programme_id = ${actor.programmeId} and ${where} and ${condition} limit 1`
  const { rows } = await sql<PathParams>`${sql.raw(bound(text, actor))}`.execute(tx)
  return rows[0] ?? null
}

// Identifiers of the test's own sample: nobody typed them.
const bound = (text: string, actor: { personId: string; membershipId: string; placeId: string | null }): string =>
  text
    .replaceAll('$person', `'${actor.personId}'::uuid`)
    .replaceAll('$membership', `'${actor.membershipId}'::uuid`)
    .replaceAll('$place', actor.placeId === null ? 'null::uuid' : `'${actor.placeId}'::uuid`)
