import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'

/** Roles in which people write their story. */
export const tellerRoles = ['trainee', 'supporter'] as const

/** Roles in which somebody may be chosen to read one: staff, and peers who are mentors of a run. */
export const readerRoles = ['companion', 'supervisor', 'coordinator', 'supporter'] as const

/** A draft of a recovery story. */
export interface Story {
  id: string
  personId: string
  name: string
  kana: string
  titleSealed: string
  setAsideAt: Date | null
  version: number
  readerId: string | null
  readerName: string | null
  readerKana: string | null
}

const isOneOf = (roles: readonly string[], { role }: Actor): boolean => roles.includes(role)

// One's own, or those whose only reader the actor is now: nobody else reaches them, in no role.
const reached = (actor: Actor) => sql`(
  (d.person_id = ${actor.personId} and ${isOneOf(tellerRoles, actor)})
  or (r.reader_id = ${actor.personId} and ${isOneOf(readerRoles, actor)} and d.set_aside_at is null))`

const select = async (tx: Tx, actor: Actor, more: ReturnType<typeof sql>): Promise<Story[]> => {
  const { rows } = await sql<Story>`
    select d.id, d.person_id as "personId", p.name, p.kana, d.title_sealed as "titleSealed", d.set_aside_at as "setAsideAt", d.version,
      r.reader_id as "readerId", q.name as "readerName", q.kana as "readerKana"
    from training.story_draft d
    join people.person p on p.programme_id = d.programme_id and p.id = d.person_id
    left join training.story_reader r on r.programme_id = d.programme_id and r.story_id = d.id and r.to_at is null
    left join people.person q on q.programme_id = r.programme_id and q.id = r.reader_id
    where d.programme_id = ${actor.programmeId} and ${reached(actor)} and ${more}`.execute(tx)
  return rows
}

export const findStory = async (tx: Tx, actor: Actor, id: string): Promise<Story | null> =>
  (await select(tx, actor, sql`d.id = ${id}`))[0] ?? null

export const listStories = (tx: Tx, actor: Actor): Promise<Story[]> =>
  select(tx, actor, sql`true order by d.set_aside_at is not null, d.created_at desc, d.id limit 100`)

export const insertStory = async (
  tx: Tx,
  programmeId: number,
  story: { id: string; personId: string; titleSealed: string; at: Date },
): Promise<void> => {
  await tx
    .insertInto('training.story_draft')
    .values({
      programme_id: programmeId,
      id: story.id,
      person_id: story.personId,
      title_sealed: story.titleSealed,
      created_at: story.at,
    })
    .execute()
}

/** Writes over the version that was read; false where another window was quicker. */
export const markStory = async (
  tx: Tx,
  programmeId: number,
  which: { id: string; version: number },
  marks: { title_sealed?: string; set_aside_at?: Date | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.story_draft')
    .set({ ...marks, version: which.version + 1 })
    .where('programme_id', '=', programmeId)
    .where('id', '=', which.id)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What was written at one time; kept, so that nothing is lost by writing on. */
export interface StoryVersion {
  version: number
  textSealed: string
  at: Date
}

export const insertVersion = async (
  tx: Tx,
  programmeId: number,
  storyId: string,
  { version, textSealed, at }: StoryVersion,
): Promise<void> => {
  await tx
    .insertInto('training.story_version')
    .values({ programme_id: programmeId, story_id: storyId, version, text_sealed: textSealed, at })
    .execute()
}

/** Newest first. */
export const versionsOf = (tx: Tx, programmeId: number, storyId: string): Promise<StoryVersion[]> =>
  tx
    .selectFrom('training.story_version')
    .select(['version', 'text_sealed as textSealed', 'at'])
    .where('programme_id', '=', programmeId)
    .where('story_id', '=', storyId)
    .orderBy('version', 'desc')
    .limit(100)
    .execute()

export const endReading = async (tx: Tx, programmeId: number, storyId: string, at: Date): Promise<void> => {
  await tx
    .updateTable('training.story_reader')
    .set({ to_at: at })
    .where('programme_id', '=', programmeId)
    .where('story_id', '=', storyId)
    .where('to_at', 'is', null)
    .execute()
}

export const insertReader = async (
  tx: Tx,
  programmeId: number,
  reader: { id: string; storyId: string; readerId: string; at: Date },
): Promise<void> => {
  await tx
    .insertInto('training.story_reader')
    .values({
      programme_id: programmeId,
      id: reader.id,
      story_id: reader.storyId,
      reader_id: reader.readerId,
      from_at: reader.at,
    })
    .execute()
}

/** Peers who are mentors of a run that this person takes or took. */
export const mentorsOf = async (tx: Tx, programmeId: number, personId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct s.person_id as id from training.run_staff s
    join training.enrolment e on e.programme_id = s.programme_id and e.run_id = s.run_id
    where s.programme_id = ${programmeId} and s.duty = 'mentor' and e.person_id = ${personId}`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface StoryComment {
  id: string
  onVersion: number
  byPerson: string
  name: string
  kana: string
  textSealed: string
  at: Date
}

export const insertComment = async (
  tx: Tx,
  programmeId: number,
  comment: Omit<StoryComment, 'name' | 'kana'> & { storyId: string },
): Promise<void> => {
  await tx
    .insertInto('training.story_comment')
    .values({
      programme_id: programmeId,
      id: comment.id,
      story_id: comment.storyId,
      on_version: comment.onVersion,
      by_person: comment.byPerson,
      text_sealed: comment.textSealed,
      at: comment.at,
    })
    .execute()
}

/** Oldest first. */
export const commentsOf = (tx: Tx, programmeId: number, storyId: string): Promise<StoryComment[]> =>
  tx
    .selectFrom('training.story_comment as c')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'c.programme_id').onRef('p.id', '=', 'c.by_person'),
    )
    .select(['c.id', 'c.on_version as onVersion', 'c.by_person as byPerson', 'p.name', 'p.kana'])
    .select(['c.text_sealed as textSealed', 'c.at'])
    .where('c.programme_id', '=', programmeId)
    .where('c.story_id', '=', storyId)
    .orderBy('c.at')
    .orderBy('c.id')
    .execute()
