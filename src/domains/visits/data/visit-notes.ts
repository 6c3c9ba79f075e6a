import type { Tx } from '#platform/db/index.ts'

export interface SealedNote {
  personId: string
  textSealed: string
  at: Date
  /** 0: nothing was written yet. */
  version: number
}

export const recordsOf = async (tx: Tx, visitId: string): Promise<SealedNote[]> =>
  (
    await tx
      .selectFrom('visits.companion_record')
      .select(['person_id', 'text_sealed', 'at', 'version'])
      .where('visit_id', '=', visitId)
      .orderBy('at')
      .execute()
  ).map((row) => ({
    personId: row.person_id,
    textSealed: row.text_sealed,
    at: row.at,
    version: row.version,
  }))

/** Over the version that was read. False: somebody else wrote meanwhile. */
export const keepRecord = async (
  tx: Tx,
  programmeId: number,
  note: SealedNote & { visitId: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('visits.companion_record')
    .values({
      programme_id: programmeId,
      visit_id: note.visitId,
      person_id: note.personId,
      text_sealed: note.textSealed,
      at: note.at,
    })
    .onConflict((on) =>
      on
        .columns(['programme_id', 'visit_id', 'person_id'])
        .doUpdateSet((is) => ({
          text_sealed: note.textSealed,
          at: note.at,
          version: is('visits.companion_record.version', '+', 1),
        }))
        .where('visits.companion_record.version', '=', note.version),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export const reflectionsOf = async (tx: Tx, visitId: string): Promise<SealedNote[]> =>
  (
    await tx
      .selectFrom('visits.reflection')
      .select(['person_id', 'text_sealed', 'at', 'version'])
      .where('visit_id', '=', visitId)
      .orderBy('at')
      .execute()
  ).map((row) => ({
    personId: row.person_id,
    textSealed: row.text_sealed,
    at: row.at,
    version: row.version,
  }))

/** Over the version that was read. False: somebody else wrote meanwhile. */
export const keepReflection = async (
  tx: Tx,
  programmeId: number,
  note: SealedNote & { visitId: string; by: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('visits.reflection')
    .values({
      programme_id: programmeId,
      visit_id: note.visitId,
      person_id: note.personId,
      text_sealed: note.textSealed,
      at: note.at,
      by_membership: note.by,
    })
    .onConflict((on) =>
      on
        .columns(['programme_id', 'visit_id', 'person_id'])
        .doUpdateSet((is) => ({
          text_sealed: note.textSealed,
          at: note.at,
          by_membership: note.by,
          version: is('visits.reflection.version', '+', 1),
        }))
        .where('visits.reflection.version', '=', note.version),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What was written looking back with somebody, the newest first. */
export const reflectionsBy = async (tx: Tx, personId: string): Promise<(SealedNote & { visitId: string })[]> =>
  (
    await tx
      .selectFrom('visits.reflection')
      .select(['visit_id', 'person_id', 'text_sealed', 'at', 'version'])
      .where('person_id', '=', personId)
      .orderBy('at', 'desc')
      .execute()
  ).map((row) => ({
    visitId: row.visit_id,
    personId: row.person_id,
    textSealed: row.text_sealed,
    at: row.at,
    version: row.version,
  }))

export interface SealedThanks {
  id: string
  visitId: string
  textSealed: string
  toStaffSealed: string | null
  at: Date
  passedOnAt: Date | null
}

const thanks = (tx: Tx) =>
  tx.selectFrom('visits.thanks').select(['id', 'visit_id', 'text_sealed', 'to_staff_sealed', 'at', 'passed_on_at'])
type ThanksRow = Awaited<ReturnType<ReturnType<typeof thanks>['executeTakeFirstOrThrow']>>

const thanksOfRow = (row: ThanksRow): SealedThanks => ({
  id: row.id,
  visitId: row.visit_id,
  textSealed: row.text_sealed,
  toStaffSealed: row.to_staff_sealed,
  at: row.at,
  passedOnAt: row.passed_on_at,
})

export const thanksOf = async (tx: Tx, visitId: string): Promise<SealedThanks[]> =>
  (await thanks(tx).where('visit_id', '=', visitId).orderBy('at').orderBy('id').execute()).map(thanksOfRow)

/** Words of places that were passed on to somebody who was there, the newest first. */
export const thanksTo = async (tx: Tx, personId: string): Promise<SealedThanks[]> =>
  (
    await thanks(tx)
      .where('passed_on_at', 'is not', null)
      .where((is) =>
        is.exists(
          is
            .selectFrom('visits.participant as p')
            .select('p.person_id')
            .whereRef('p.programme_id', '=', 'visits.thanks.programme_id')
            .whereRef('p.visit_id', '=', 'visits.thanks.visit_id')
            .where('p.person_id', '=', personId)
            .where('p.part', '=', 'supporter')
            .where('p.left_at', 'is', null),
        ),
      )
      .orderBy('at', 'desc')
      .orderBy('id')
      .execute()
  ).map(thanksOfRow)

/** Words of places that no member of staff has passed on yet. */
export const waitingThanks = async (tx: Tx): Promise<SealedThanks[]> =>
  (await thanks(tx).where('passed_on_at', 'is', null).orderBy('at').orderBy('id').limit(20).execute()).map(thanksOfRow)

export const insertThanks = (
  tx: Tx,
  programmeId: number,
  one: {
    id: string
    visitId: string
    textSealed: string
    toStaffSealed: string | null
    by: string
    via: string
    at: Date
  },
): Promise<unknown> =>
  tx
    .insertInto('visits.thanks')
    .values({
      programme_id: programmeId,
      id: one.id,
      visit_id: one.visitId,
      text_sealed: one.textSealed,
      to_staff_sealed: one.toStaffSealed,
      by_membership: one.by,
      via: one.via,
      at: one.at,
    })
    .execute()

export const markPassedOn = async (tx: Tx, visitId: string, id: string, by: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('visits.thanks')
    .set({ passed_on_at: at, passed_on_by: by })
    .where('visit_id', '=', visitId)
    .where('id', '=', id)
    .where('passed_on_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
