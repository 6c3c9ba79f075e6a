import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Member } from '#test/builders.ts'
import { feeKinds } from './fee-records.ts'
import { doubleKinds } from './double-records.ts'
import { intakeKinds } from './intake-records.ts'
import { lifeKinds } from './life-records.ts'
import { paperKinds } from './paper-records.ts'
import { boardKinds } from './board-records.ts'
import { callKinds } from './call-records.ts'
import { trainingKinds } from './training-records.ts'

const isFollowed =
  'exists (select from people.following f where f.supporter_id = r.id and f.staff_id = $person and f.to_at is null)'

const followsThem = `exists (select from people.following f
  where f.supporter_id = r.person_id and f.staff_id = $person and f.to_at is null)`
const takesPart =
  'exists (select from visits.participant g where g.visit_id = r.id and g.person_id = $person and g.left_at is null)'
const followsThisOne = followsThem.replace('r.person_id', 'p.person_id')
const followsOne = `exists (select from visits.participant g join people.following f on f.supporter_id = g.person_id
  where g.visit_id = r.id and f.staff_id = $person and f.to_at is null)`

/**
 * Where records of each kind are found, and which of them are an actor's own. `$person` and so on stand for the actor. Columns that are named like
 * a parameter of the path fill it; `query` and `body` go with it. To roles that `mine` does not mention all records are alike.
 */
const kinds = {
  message: { from: 'platform.message r', columns: 'r.id', mine: { any: 'r.person_id = $person' } },
  dead_letter: { from: 'platform.delivery r', columns: 'r.message_id as id', where: "r.status = 'dead'", mine: {} },
  dead_event: { from: 'platform.event r', columns: 'r.id', where: 'r.dead_at is not null', mine: {} },
  activity: { from: 'programme.activity r', columns: 'r.id', mine: {} },
  person: {
    from: 'people.person r',
    columns: 'r.id',
    where:
      "r.erased_at is null and not exists (select from platform.membership m where m.person_id = r.id and m.role = 'coordinator')",
    mine: { companion: isFollowed },
  },
  known_person: {
    from: 'people.person r',
    columns: 'r.id',
    where: 'r.erased_at is null',
    mine: {
      companion: `r.id = $person or ${isFollowed} or exists (select from visits.participant g
        join visits.participant own on own.programme_id = g.programme_id and own.visit_id = g.visit_id and own.left_at is null
        where g.programme_id = r.programme_id and g.person_id = r.id and own.person_id = $person and own.part = 'companion')`,
    },
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
  membership: {
    from: 'platform.membership r',
    columns: 'r.id',
    where: 'r.ended_at is null',
    mine: { admin: "r.role in ('companion', 'coordinator', 'supervisor', 'officer', 'admin')" },
  },
  place: { from: 'places.place r', columns: 'r.id', mine: { host: 'r.id = $place' } },
  contact: { from: 'places.contact r', columns: 'r.id', mine: { host: 'r.place_id = $place' } },
  import: { from: 'platform.file r', columns: 'r.id', where: "r.kind = 'places.wam'", mine: {} },
  organisation: { from: 'places.organisation r', columns: 'r.id', mine: {} },
  sheet: {
    from: 'places.place r join programme.activity a on a.programme_id = r.programme_id',
    columns: 'r.id, a.id as "activityId"',
    mine: { host: 'r.id = $place' },
  },
  // Staff name the place that they write for.
  supporter: { from: 'registration.supporter r', columns: 'r.person_id as id', mine: { companion: followsThem } },
  offered_activity: {
    from: 'programme.activity r',
    columns: `r.id as "activityId", 'place=' || coalesce($place, (select p.id from places.place p
      where p.programme_id = r.programme_id and p.status = 'confirmed' order by p.id limit 1)) as query`,
    mine: {},
  },
  request: {
    from: 'visits.request r',
    columns: 'r.id',
    where: "r.status not in ('draft', 'withdrawn')",
    mine: { host: 'r.place_id = $place', supporter: 'coalesce(r.idea_of = $person, false)' },
  },
  matching: {
    from: 'visits.request r join visits.request_slot t on t.programme_id = r.programme_id and t.request_id = r.id',
    columns: "r.id, 'slot=' || t.id as body",
    where: "r.status = 'matching'",
    mine: {},
  },
  open_request: {
    from: 'visits.request r',
    columns: "r.id, 'to=withdrawn' as body",
    where: "r.status in ('submitted', 'adjusting')",
    mine: { host: 'r.place_id = $place', supporter: 'coalesce(r.idea_of = $person, false)' },
  },
  request_with_consent: {
    from: 'visits.request r join programme.activity a on a.programme_id = r.programme_id and a.id = r.activity_id',
    columns: 'r.id',
    where: "a.accompanies_person and r.status not in ('draft', 'withdrawn')",
    mine: {},
  },
  proposal: { from: 'visits.proposal r', columns: 'r.id', mine: { supporter: 'r.person_id = $person' } },
  visit: {
    from: 'visits.visit r',
    columns: 'r.id',
    mine: { supporter: takesPart, companion: `${takesPart} or ${followsOne}`, host: 'r.place_id = $place' },
  },
  series: {
    from: 'visits.visit r join visits.series s on s.programme_id = r.programme_id and s.id = r.series_id',
    columns: 's.id',
    mine: { supporter: takesPart, companion: `${takesPart} or ${followsOne}`, host: 'r.place_id = $place' },
  },
  series_answer: {
    from: `visits.visit r join visits.series s on s.programme_id = r.programme_id and s.id = r.series_id
      join visits.participant p on p.visit_id = r.id and p.part = 'supporter' and p.left_at is null`,
    columns: 's.id, p.person_id as "personId"',
    mine: { supporter: 'p.person_id = $person' },
  },
  accompanied: { from: 'visits.visit r', columns: 'r.id', mine: { companion: takesPart } },
  visit_to_call_off: {
    from: 'visits.visit r',
    columns: 'r.id',
    mine: { companion: takesPart, host: 'r.place_id = $place' },
  },
  participation: {
    from: `visits.visit r join visits.participant p on p.programme_id = r.programme_id and p.visit_id = r.id
      and p.part = 'supporter' and p.left_at is null`,
    columns: 'r.id, p.person_id as "personId", \'after\' as moment',
    mine: { supporter: 'p.person_id = $person', companion: `${takesPart} or ${followsThisOne}` },
  },
  reflection: {
    from: `visits.visit r join visits.participant p on p.programme_id = r.programme_id and p.visit_id = r.id
      and p.part = 'supporter' and p.left_at is null`,
    columns: 'r.id, p.person_id as "personId"',
    mine: { supporter: 'p.person_id = $person', companion: takesPart },
  },
  meeting: {
    from: 'visits.meeting m join visits.visit r on r.programme_id = m.programme_id and r.id = m.visit_id',
    columns: 'r.id, m.id as "meetingId"',
    mine: {},
  },
  thanks: {
    from: 'visits.thanks t join visits.visit r on r.programme_id = t.programme_id and r.id = t.visit_id',
    columns: 'r.id, t.id as "thanksId"',
    where: 't.passed_on_at is null',
    mine: {},
  },
  ...boardKinds,
  ...callKinds,
  ...trainingKinds,
  ...intakeKinds,
  ...doubleKinds,
  ...paperKinds,
  ...feeKinds,
  ...lifeKinds,
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

/** Whether the record that a path names is one of the actor's own, in whatever state it is; so is one that is alike to all. */
export const isOwn = async (
  tx: Tx,
  kind: RecordKind,
  actor: Parameters<typeof findRecord>[2],
  path: PathParams,
): Promise<boolean> => {
  const { from, columns, mine }: Kind = kinds[kind]
  const own = mine[actor.role] ?? mine['any']
  if (own === undefined) return true
  const found = `select ${columns} from ${from} where r.programme_id = ${actor.programmeId} and (${own})`
  const named = Object.entries(path).filter(([name]) => columns.includes(name))
  const same = named.map(([name, value]) => `t."${name}"::text = '${value.replaceAll("'", "''")}'`)
  const text = `select 1 from (${found}) t where ${same.join(' and ') || 'true'} limit 1`
  return (await sql`${sql.raw(bound(text, actor))}`.execute(tx)).rows.length > 0
}

// Identifiers of the test's own sample: nobody typed them.
const bound = (text: string, actor: { personId: string; membershipId: string; placeId: string | null }): string =>
  text
    .replaceAll('$person', `'${actor.personId}'::uuid`)
    .replaceAll('$membership', `'${actor.membershipId}'::uuid`)
    .replaceAll('$place', actor.placeId === null ? 'null::uuid' : `'${actor.placeId}'::uuid`)
