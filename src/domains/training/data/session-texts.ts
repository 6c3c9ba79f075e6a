import type { Tx } from '#platform/db/index.ts'

/** How a session was for somebody: theirs, sealed. */
export interface SessionWord {
  enrolmentId: string
  personId: string
  feelingSealed: string | null
  wordsSealed: string | null
  shown: boolean
  version: number
}

const words = (tx: Tx, programmeId: number, sessionId: string) =>
  tx
    .selectFrom('training.session_word as w')
    .innerJoin('training.enrolment as e', (on) =>
      on.onRef('e.programme_id', '=', 'w.programme_id').onRef('e.id', '=', 'w.enrolment_id'),
    )
    .select(['w.enrolment_id as enrolmentId', 'e.person_id as personId', 'w.feeling_sealed as feelingSealed'])
    .select(['w.words_sealed as wordsSealed', 'w.shown', 'w.version'])
    .where('w.programme_id', '=', programmeId)
    .where('w.session_id', '=', sessionId)

export const findWord = async (
  tx: Tx,
  programmeId: number,
  which: { sessionId: string; enrolmentId: string },
): Promise<SessionWord | null> =>
  (await words(tx, programmeId, which.sessionId).where('w.enrolment_id', '=', which.enrolmentId).executeTakeFirst()) ??
  null

/** Those that their owners show. */
export const shownWords = (tx: Tx, programmeId: number, sessionId: string): Promise<SessionWord[]> =>
  words(tx, programmeId, sessionId).where('w.shown', '=', true).orderBy('w.at').execute()

export const keepWord = async (
  tx: Tx,
  programmeId: number,
  word: Omit<SessionWord, 'personId' | 'version'> & { sessionId: string; at: Date },
): Promise<void> => {
  const said = { feeling_sealed: word.feelingSealed, words_sealed: word.wordsSealed, shown: word.shown, at: word.at }
  await tx
    .insertInto('training.session_word')
    .values({ programme_id: programmeId, enrolment_id: word.enrolmentId, session_id: word.sessionId, ...said })
    .onConflict((on) =>
      on
        .columns(['programme_id', 'enrolment_id', 'session_id'])
        .doUpdateSet((is) => ({ ...said, version: is('training.session_word.version', '+', 1) })),
    )
    .execute()
}

export const removeWord = async (
  tx: Tx,
  programmeId: number,
  which: { sessionId: string; enrolmentId: string },
): Promise<void> => {
  await tx
    .deleteFrom('training.session_word')
    .where('programme_id', '=', programmeId)
    .where('session_id', '=', which.sessionId)
    .where('enrolment_id', '=', which.enrolmentId)
    .execute()
}

export interface SessionNote {
  textSealed: string
  version: number
}

export const findNote = async (tx: Tx, programmeId: number, sessionId: string): Promise<SessionNote | null> =>
  (await tx
    .selectFrom('training.session_note')
    .select(['text_sealed as textSealed', 'version'])
    .where('programme_id', '=', programmeId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()) ?? null

/** Writes over the version that was read (0: none); false where somebody else was quicker. */
export const keepNote = async (
  tx: Tx,
  programmeId: number,
  note: { sessionId: string; textSealed: string; at: Date; by: string; version: number },
): Promise<boolean> => {
  const said = { text_sealed: note.textSealed, by_membership: note.by, at: note.at }
  if (note.version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('training.session_note')
      .values({ programme_id: programmeId, session_id: note.sessionId, ...said })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('training.session_note')
    .set({ ...said, version: note.version + 1 })
    .where('programme_id', '=', programmeId)
    .where('session_id', '=', note.sessionId)
    .where('version', '=', note.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
