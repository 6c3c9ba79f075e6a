import { sql } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import { cardOn } from '../core/card-days.ts'
import { type CredentialKind, credentialKinds } from '../core/credential.ts'

/** A paper that the programme handed out. Name and code are sealed with the person's key. */
export interface Credential {
  id: string
  kind: CredentialKind
  fiscalYear: number
  no: number
  personId: string
  enrolmentId: string | null
  /** The first day of a card that begins later than it is handed out. */
  validFrom: CalendarDay | null
  validUntil: CalendarDay | null
  issuedOn: CalendarDay
  wordingFrom: CalendarDay | null
  nameSealed: string
  codeSealed: string
  /** How often it was printed again; it keeps its number and its day. */
  reissueNo: number
  reissuedOn: CalendarDay | null
  reissueReason: string | null
  supersededAt: Date | null
  withdrawnAt: Date | null
  /** What the course was called; null for a card. */
  runName: string | null
}

export const credentialFields = {
  name: 'training.credential.name_sealed',
  code: 'training.credential.code_sealed',
  withdrawn: 'training.credential.withdrawn_sealed',
} as const

/** The next number of the series. The row stays locked until the transaction ends: numbers without a gap, even where some fail. */
export const takeNumber = async (
  tx: Tx,
  programmeId: number,
  series: { kind: CredentialKind; fiscalYear: number },
): Promise<number> => {
  const { rows } = await sql<{ no: number }>`
    insert into training.series (programme_id, kind, fiscal_year, next_no)
    values (${programmeId}, ${series.kind}, ${series.fiscalYear}, 2)
    on conflict (programme_id, kind, fiscal_year) do update set next_no = series.next_no + 1
    returning next_no - 1 as no`.execute(tx)
  const no = rows[0]?.no
  if (no === undefined) throw new Error('a series gave no number')
  return no
}

const query = (tx: Tx, programmeId: number) =>
  tx
    .selectFrom('training.credential as c')
    .leftJoin('training.enrolment as e', (on) =>
      on.onRef('e.programme_id', '=', 'c.programme_id').onRef('e.id', '=', 'c.enrolment_id'),
    )
    .leftJoin('training.run as r', (on) =>
      on.onRef('r.programme_id', '=', 'e.programme_id').onRef('r.id', '=', 'e.run_id'),
    )
    .selectAll('c')
    .select('r.name as run_name')
    .where('c.programme_id', '=', programmeId)

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const credentialOf = (row: Row): Credential => ({
  id: row.id,
  kind: credentialKinds.find((one) => one === row.kind) ?? 'certificate',
  fiscalYear: row.fiscal_year,
  no: row.no,
  personId: row.person_id,
  enrolmentId: row.enrolment_id,
  validFrom: row.valid_from,
  validUntil: row.valid_until,
  issuedOn: row.issued_on,
  wordingFrom: row.wording_from,
  nameSealed: row.name_sealed,
  codeSealed: row.code_sealed,
  reissueNo: row.reissue_no,
  reissuedOn: row.reissued_on,
  reissueReason: row.reissue_reason,
  supersededAt: row.superseded_at,
  withdrawnAt: row.withdrawn_at,
  runName: row.run_name,
})

/** For whoever may see it: the caller has looked. */
export const findCredential = async (tx: Tx, programmeId: number, id: string): Promise<Credential | null> => {
  const row = await query(tx, programmeId).where('c.id', '=', id).executeTakeFirst()
  return row ? credentialOf(row) : null
}

/** What was handed out to a person, the newest first. */
export const credentialsOf = async (tx: Tx, programmeId: number, personId: string): Promise<Credential[]> => {
  const rows = await query(tx, programmeId)
    .where('c.person_id', '=', personId)
    .orderBy('c.at', 'desc')
    .orderBy('c.no', 'desc')
    .execute()
  return rows.map(credentialOf)
}

/** The registration cards that were neither followed by another nor taken back: that of now, and one that begins later. */
export const standingCards = async (tx: Tx, programmeId: number, personId: string): Promise<Credential[]> => {
  const rows = await query(tx, programmeId)
    .where('c.person_id', '=', personId)
    .where('c.kind', '=', 'card')
    .where('c.superseded_at', 'is', null)
    .where('c.withdrawn_at', 'is', null)
    .orderBy('c.at')
    .execute()
  return rows.map(credentialOf)
}

/** The registration card to show on a day. */
export const validCard = async (
  tx: Tx,
  programmeId: number,
  whose: { personId: string; on: CalendarDay },
): Promise<Credential | null> => cardOn(await standingCards(tx, programmeId, whose.personId), whose.on)

/** It counts no longer than until this day. */
export const shortenCard = async (tx: Tx, programmeId: number, id: string, to: CalendarDay): Promise<void> => {
  await tx
    .updateTable('training.credential')
    .set({ valid_until: to })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

/** Whose registration cards bear which number: '2024-12', without what stands before it and without leading noughts. */
export const holdersOfCards = async (tx: Tx, programmeId: number): Promise<Map<string, string>> => {
  const rows = await tx
    .selectFrom('training.credential')
    .select(['fiscal_year', 'no', 'person_id'])
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'card')
    .execute()
  return new Map(rows.map((row) => [`${row.fiscal_year}-${row.no}`, row.person_id]))
}

/** The certificates that count of those who take a run, by enrolment. */
export const certificatesOfRun = async (
  tx: Tx,
  programmeId: number,
  runId: string,
): Promise<Map<string, Credential>> => {
  const rows = await query(tx, programmeId)
    .where('r.id', '=', runId)
    .where('c.superseded_at', 'is', null)
    .where('c.withdrawn_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.enrolment_id ?? '', credentialOf(row)]))
}

export interface NewCredential
  extends Pick<
    Credential,
    | 'id'
    | 'kind'
    | 'fiscalYear'
    | 'no'
    | 'personId'
    | 'enrolmentId'
    | 'validFrom'
    | 'validUntil'
    | 'issuedOn'
    | 'wordingFrom'
    | 'nameSealed'
    | 'codeSealed'
    | 'reissueNo'
    | 'reissuedOn'
    | 'reissueReason'
  > {
  proofHash: string
  by: string
  at: Date
}

export const insertCredential = async (tx: Tx, programmeId: number, paper: NewCredential): Promise<void> => {
  await tx
    .insertInto('training.credential')
    .values({
      programme_id: programmeId,
      id: paper.id,
      kind: paper.kind,
      fiscal_year: paper.fiscalYear,
      no: paper.no,
      person_id: paper.personId,
      enrolment_id: paper.enrolmentId,
      valid_from: paper.validFrom,
      valid_until: paper.validUntil,
      issued_on: paper.issuedOn,
      wording_from: paper.wordingFrom,
      name_sealed: paper.nameSealed,
      code_sealed: paper.codeSealed,
      proof_hash: paper.proofHash,
      reissue_no: paper.reissueNo,
      reissued_on: paper.reissuedOn,
      reissue_reason: paper.reissueReason,
      by_membership: paper.by,
      at: paper.at,
    })
    .execute()
}

/** From now on this paper verifies nothing. False where that was so already. */
export const endCredential = async (
  tx: Tx,
  programmeId: number,
  id: string,
  end: { superseded_at: Date } | { withdrawn_at: Date; withdrawn_sealed: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('training.credential')
    .set(end)
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('superseded_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether a paper that counts now bears this name under this code. Owner's rights: whoever asks knows no programme. */
export const isProved = async (tx: Tx, proofHash: string, now: Date): Promise<boolean> => {
  const row = await tx
    .selectFrom('training.credential as c')
    .innerJoin('programme.programme as p', 'p.programme_id', 'c.programme_id')
    .select('c.id')
    .where('c.proof_hash', '=', proofHash)
    .where('c.superseded_at', 'is', null)
    .where('c.withdrawn_at', 'is', null)
    .where(
      sql<boolean>`daterange(c.valid_from, c.valid_until, '[]') @> (${now}::timestamptz at time zone p.time_zone)::date`,
    )
    .executeTakeFirst()
  return row !== undefined
}
