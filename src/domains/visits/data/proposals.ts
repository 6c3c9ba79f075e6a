import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'
import { isStillInvited, type ProposalStatus, proposalStatuses } from '../core/proposal-status.ts'

export interface Proposal {
  id: string
  requestId: string
  personId: string
  slotId: string
  status: ProposalStatus
  sentAt: Date
  answerBy: Date
  remindedAt: Date | null
  answeredAt: Date | null
  callIfSeatOpens: boolean | null
  messageId: string | null
  via: string
  recordedBy: string | null
  repliedAt: Date | null
  questionSealed: string | null
  replySealed: string | null
  version: number
}

const query = (tx: Tx) =>
  tx
    .selectFrom('visits.proposal')
    .select([
      'id',
      'request_id',
      'person_id',
      'slot_id',
      'status',
      'sent_at',
      'answer_by',
      'reminded_at',
      'answered_at',
      'call_if_seat_opens',
      'message_id',
      'via',
      'recorded_by',
      'replied_at',
      'question_sealed',
      'reply_sealed',
      'version',
    ])
type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const proposalOf = (row: Row): Proposal => ({
  id: row.id,
  requestId: row.request_id,
  personId: row.person_id,
  slotId: row.slot_id,
  status: statusOf(row.status),
  sentAt: row.sent_at,
  answerBy: row.answer_by,
  remindedAt: row.reminded_at,
  answeredAt: row.answered_at,
  callIfSeatOpens: row.call_if_seat_opens,
  messageId: row.message_id,
  via: row.via,
  recordedBy: row.recorded_by,
  repliedAt: row.replied_at,
  questionSealed: row.question_sealed,
  replySealed: row.reply_sealed,
  version: row.version,
})

const statusOf = (text: string): ProposalStatus => proposalStatuses.find((one) => one === text) ?? 'closed'

/** One's own; for the coordinator every one of the programme. */
export const findProposal = async (tx: Tx, actor: Actor, id: string): Promise<Proposal | null> => {
  const all = query(tx).where('id', '=', id)
  const scoped =
    actor.role === 'coordinator' ? all : actor.role === 'supporter' ? all.where('person_id', '=', actor.personId) : null
  const row = await scoped?.executeTakeFirst()
  return row ? proposalOf(row) : null
}

/** Everything of one request. Read after the request was locked. */
export const proposalsOf = async (tx: Tx, requestId: string): Promise<Proposal[]> =>
  (await query(tx).where('request_id', '=', requestId).orderBy('sent_at').orderBy('id').execute()).map(proposalOf)

/** Of several requests, by request. */
export const proposalsByRequest = async (tx: Tx, requestIds: readonly string[]): Promise<Map<string, Proposal[]>> => {
  if (requestIds.length === 0) return new Map()
  const rows = await query(tx)
    .where('request_id', 'in', [...requestIds])
    .orderBy('sent_at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows.map(proposalOf), (one) => one.requestId)
}

/** To which of these requests somebody is still invited. */
export const stillInvitedTo = async (tx: Tx, requestIds: readonly string[]): Promise<Set<string>> => {
  if (requestIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select distinct request_id as id from visits.proposal
    where request_id = any(${[...requestIds]}::uuid[]) and status = any(${proposalStatuses.filter(isStillInvited)}::text[])`.execute(
    tx,
  )
  return new Set(rows.map((row) => row.id))
}

export const getProposal = async (tx: Tx, id: string): Promise<Proposal> =>
  proposalOf(await query(tx).where('id', '=', id).executeTakeFirstOrThrow())

/** Everything of one person that waits for them or holds a seat: for a pause. */
export const standingProposalsOf = async (tx: Tx, personId: string): Promise<Proposal[]> =>
  (
    await query(tx)
      .where('person_id', '=', personId)
      .where('status', 'in', ['sent', 'asking', 'changed', 'yes', 'seat_filled'])
      .orderBy('id')
      .execute()
  ).map(proposalOf)

export interface NewProposal {
  id: string
  requestId: string
  personId: string
  slotId: string
  sentAt: Date
  answerBy: Date
}

/** Null where an open one of the same person was there already: somebody else was quicker. */
export const insertProposal = async (tx: Tx, programmeId: number, one: NewProposal): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('visits.proposal')
    .values({
      programme_id: programmeId,
      id: one.id,
      request_id: one.requestId,
      person_id: one.personId,
      slot_id: one.slotId,
      status: 'sent',
      sent_at: one.sentAt,
      answer_by: one.answerBy,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export interface ProposalMarks {
  status?: ProposalStatus
  slot_id?: string
  sent_at?: Date
  answer_by?: Date
  reminded_at?: Date
  answered_at?: Date | null
  call_if_seat_opens?: boolean | null
  message_id?: string
  via?: string
  recorded_by?: string | null
  question_sealed?: string
  reply_sealed?: string
  replied_at?: Date | null
}

export const markProposal = (tx: Tx, id: string, marks: ProposalMarks) =>
  tx
    .updateTable('visits.proposal')
    .set((is) => ({ ...marks, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

export interface ProposalChange {
  id: string
  proposalId: string
  from: ProposalStatus | null
  to: ProposalStatus
  at: Date
  by: string | null
}

export const insertProposalEvent = (tx: Tx, programmeId: number, change: ProposalChange) =>
  tx
    .insertInto('visits.proposal_event')
    .values({
      programme_id: programmeId,
      id: change.id,
      proposal_id: change.proposalId,
      from_status: change.from,
      to_status: change.to,
      at: change.at,
      by_membership: change.by,
    })
    .execute()
