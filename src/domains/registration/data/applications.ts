import type { Tx } from '#platform/db/index.ts'

/** Somebody would like to be registered (様式1). */
export interface Application {
  id: string
  personId: string
  status: 'applied' | 'talking' | 'registered' | 'withdrawn'
  wordsSealed: string | null
  consentVersion: string
  appliedAt: Date
  via: string
  talkAt: Date | null
  talkPlace: string
  talkWith: string | null
  version: number
}

export const applicationWordsField = 'registration.application.words_sealed'

const query = (tx: Tx, programmeId: number) =>
  tx.selectFrom('registration.application').selectAll().where('programme_id', '=', programmeId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const applicationOf = (row: Row): Application => ({
  id: row.id,
  personId: row.person_id,
  status: row.status as Application['status'],
  wordsSealed: row.words_sealed,
  consentVersion: row.consent_version,
  appliedAt: row.applied_at,
  via: row.via,
  talkAt: row.talk_at,
  talkPlace: row.talk_place,
  talkWith: row.talk_with,
  version: row.version,
})

/** The one that is open. */
export const openApplication = async (tx: Tx, programmeId: number, personId: string): Promise<Application | null> => {
  const row = await query(tx, programmeId)
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row ? applicationOf(row) : null
}

/** The newest that was not taken back, open or over: what the form of somebody is printed from. */
export const newestApplication = async (tx: Tx, programmeId: number, personId: string): Promise<Application | null> => {
  const row = await query(tx, programmeId)
    .where('person_id', '=', personId)
    .where('status', '<>', 'withdrawn')
    .orderBy('applied_at', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row ? applicationOf(row) : null
}

export interface ListedApplication extends Application {
  name: string
  kana: string
}

/** Those that wait for somebody, the oldest first. */
export const openApplications = async (tx: Tx, programmeId: number): Promise<ListedApplication[]> => {
  const rows = await tx
    .selectFrom('registration.application as a')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'a.programme_id').onRef('p.id', '=', 'a.person_id'),
    )
    .selectAll('a')
    .select(['p.name', 'p.kana'])
    .where('a.programme_id', '=', programmeId)
    .where('a.closed_at', 'is', null)
    .orderBy('a.applied_at')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({ ...applicationOf(row), name: row.name, kana: row.kana }))
}

/** Whose application is open. */
export const peopleApplying = async (tx: Tx, programmeId: number): Promise<string[]> => {
  const rows = await query(tx, programmeId).where('closed_at', 'is', null).execute()
  return rows.map((row) => row.person_id)
}

/** False where one is open already. */
export const insertApplication = async (
  tx: Tx,
  programmeId: number,
  one: Pick<Application, 'id' | 'personId' | 'wordsSealed' | 'consentVersion' | 'appliedAt' | 'via'> & {
    recordedBy: string | null
  },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('registration.application')
    .values({
      programme_id: programmeId,
      id: one.id,
      person_id: one.personId,
      status: 'applied',
      words_sealed: one.wordsSealed,
      consent_version: one.consentVersion,
      applied_at: one.appliedAt,
      via: one.via,
      recorded_by: one.recordedBy,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const setTalk = async (
  tx: Tx,
  programmeId: number,
  id: string,
  talk: { at: Date; place: string; with: string },
): Promise<void> => {
  await tx
    .updateTable('registration.application')
    .set((is) => ({
      status: 'talking',
      talk_at: talk.at,
      talk_place: talk.place,
      talk_with: talk.with,
      version: is('version', '+', 1),
    }))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

export const closeApplication = async (
  tx: Tx,
  programmeId: number,
  personId: string,
  as: { status: 'registered' | 'withdrawn'; at: Date },
): Promise<void> => {
  await tx
    .updateTable('registration.application')
    .set({ status: as.status, closed_at: as.at })
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .execute()
}
