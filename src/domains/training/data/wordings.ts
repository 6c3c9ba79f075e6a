import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import { type CredentialKind, credentialKinds } from '../core/credential.ts'

/** What the programme's papers say from a day on. */
export interface Wording {
  kind: CredentialKind
  from: CalendarDay
  prefix: string
  title: string
  body: string
  issuer: string
  sealBox: boolean
}

const query = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('training.credential_wording')
    .select(['kind', 'from_day as from', 'prefix', 'title', 'body', 'issuer', 'seal_box as sealBox'])
    .where('programme_id', '=', programmeId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const wordingOf = (row: Row): Wording => ({
  ...row,
  kind: credentialKinds.find((one) => one === row.kind) ?? 'certificate',
})

/** The newest that is not later than the day; null where the programme has not written its own yet. */
export const wordingOn = async (
  tx: Tx,
  programmeId: number,
  kind: CredentialKind,
  on: CalendarDay,
): Promise<Wording | null> => {
  const row = await query(tx, programmeId)
    .where('kind', '=', kind)
    .where('from_day', '<=', on)
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  return row ? wordingOf(row) : null
}

/** The words with which a paper was printed; null for the ones that come with hitoba. */
export const wordingFrom = async (
  tx: Tx,
  programmeId: number,
  paper: { kind: CredentialKind; wordingFrom: CalendarDay | null },
): Promise<Wording | null> => {
  if (paper.wordingFrom === null) return null
  const row = await query(tx, programmeId)
    .where('kind', '=', paper.kind)
    .where('from_day', '=', paper.wordingFrom)
    .executeTakeFirst()
  return row ? wordingOf(row) : null
}

/** All versions, the newest first. */
export const listWordings = async (tx: Tx, programmeId: number): Promise<Wording[]> =>
  (await query(tx, programmeId).orderBy('kind', 'desc').orderBy('from_day', 'desc').execute()).map(wordingOf)

/** False where there are words from that day already: what was printed with them must stay what it was. */
export const insertWording = async (
  tx: Tx,
  programmeId: number,
  wording: Wording,
  by: { membership: string; at: Date },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('training.credential_wording')
    .values({
      programme_id: programmeId,
      kind: wording.kind,
      from_day: wording.from,
      prefix: wording.prefix,
      title: wording.title,
      body: wording.body,
      issuer: wording.issuer,
      seal_box: wording.sealBox,
      by_membership: by.membership,
      at: by.at,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
