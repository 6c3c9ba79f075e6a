import type { Locale } from '#platform/i18n/reader.ts'
import type { Tx } from '#platform/db/index.ts'
import type { WaitingProposal } from '../core/proposal-time.ts'
import { type ProposalStatus, proposalStatuses } from '../core/proposal-status.ts'

/** One invitation in the person's own list. */
export interface OwnProposalLine {
  id: string
  status: ProposalStatus
  activity: Record<Locale, string>
  placeName: string | null
  startsAt: Date
  endsAt: Date
  answerBy: Date
}

/** One's own, the nearest day first; what lies in the past comes after what is to come. */
export const listOwnProposals = async (tx: Tx, personId: string, now: Date): Promise<OwnProposalLine[]> => {
  const rows = await tx
    .selectFrom('visits.proposal as o')
    .innerJoin('visits.request_slot as s', (on) =>
      on.onRef('s.programme_id', '=', 'o.programme_id').onRef('s.id', '=', 'o.slot_id'),
    )
    .innerJoin('visits.request as r', (on) =>
      on.onRef('r.programme_id', '=', 'o.programme_id').onRef('r.id', '=', 'o.request_id'),
    )
    .innerJoin('programme.activity as a', (on) =>
      on.onRef('a.programme_id', '=', 'r.programme_id').onRef('a.id', '=', 'r.activity_id'),
    )
    .leftJoin('places.place as p', (on) =>
      on.onRef('p.programme_id', '=', 'r.programme_id').onRef('p.id', '=', 'r.place_id'),
    )
    .select([
      'o.id',
      'o.status',
      'o.answer_by',
      's.starts_at',
      's.ends_at',
      'a.name',
      'a.name_en',
      'a.name_easy',
      'p.name as place_name',
    ])
    .where('o.person_id', '=', personId)
    .orderBy('s.starts_at')
    .orderBy('o.id')
    .execute()
  const lines = rows.map((row) => ({
    id: row.id,
    status: proposalStatuses.find((one) => one === row.status) ?? 'closed',
    activity: { ja: row.name, en: row.name_en, easy: row.name_easy },
    placeName: row.place_name,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    answerBy: row.answer_by,
  }))
  return [
    ...lines.filter((line) => line.startsAt > now),
    ...lines
      .filter((line) => line.startsAt <= now)
      .toReversed()
      .slice(0, 8),
  ]
}

/** One person who was asked, as the coordinator's page of the request shows it. */
export interface AskedLine {
  id: string
  personId: string
  name: string
  kana: string
  slotId: string
  status: ProposalStatus
  answerBy: Date
  callIfSeatOpens: boolean | null
  waitsForReply: boolean
}

/** Who was asked: in the order of asking, which ranks nobody. */
export const listAsked = async (tx: Tx, requestId: string): Promise<AskedLine[]> =>
  (
    await tx
      .selectFrom('visits.proposal as o')
      .innerJoin('people.person as p', (on) =>
        on.onRef('p.programme_id', '=', 'o.programme_id').onRef('p.id', '=', 'o.person_id'),
      )
      .select([
        'o.id',
        'o.person_id',
        'p.name',
        'p.kana',
        'o.slot_id',
        'o.status',
        'o.answer_by',
        'o.call_if_seat_opens',
        'o.replied_at',
      ])
      .where('o.request_id', '=', requestId)
      .orderBy('o.sent_at')
      .orderBy('p.kana')
      .orderBy('o.id')
      .execute()
  ).map((row) => {
    const status = proposalStatuses.find((one) => one === row.status) ?? 'closed'
    return {
      id: row.id,
      personId: row.person_id,
      name: row.name,
      kana: row.kana,
      slotId: row.slot_id,
      status,
      answerBy: row.answer_by,
      callIfSeatOpens: row.call_if_seat_opens,
      waitsForReply: status === 'asking' && row.replied_at === null,
    }
  })

/** What the timed jobs look at: of requests that still look for people. */
export const listWaiting = async (
  tx: Tx,
): Promise<(WaitingProposal & { personId: string; requestId: string; messageId: string | null })[]> =>
  (
    await tx
      .selectFrom('visits.proposal as o')
      .innerJoin('visits.request as r', (on) =>
        on.onRef('r.programme_id', '=', 'o.programme_id').onRef('r.id', '=', 'o.request_id'),
      )
      .innerJoin('visits.request_slot as s', (on) =>
        on.onRef('s.programme_id', '=', 'o.programme_id').onRef('s.id', '=', 'o.slot_id'),
      )
      .select([
        'o.id',
        'o.status',
        'o.sent_at',
        'o.answer_by',
        'o.reminded_at',
        'o.replied_at',
        'o.person_id',
        'o.request_id',
        'o.message_id',
        's.starts_at',
      ])
      .where('o.status', 'in', ['sent', 'asking', 'changed'])
      .where('r.status', '=', 'matching')
      .orderBy('o.id')
      .execute()
  ).map((row) => ({
    id: row.id,
    status: proposalStatuses.find((one) => one === row.status) ?? 'closed',
    sentAt: row.sent_at,
    answerBy: row.answer_by,
    remindedAt: row.reminded_at,
    replied: row.replied_at !== null,
    slotStartsAt: row.starts_at,
    personId: row.person_id,
    requestId: row.request_id,
    messageId: row.message_id,
  }))

/** Questions that wait for a reply, the oldest first. */
export const listQuestions = async (tx: Tx, limit: number): Promise<{ id: string; name: string; kana: string }[]> =>
  await tx
    .selectFrom('visits.proposal as o')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'o.programme_id').onRef('p.id', '=', 'o.person_id'),
    )
    .select(['o.id', 'p.name', 'p.kana'])
    .where('o.status', '=', 'asking')
    .where('o.replied_at', 'is', null)
    .orderBy('o.answered_at')
    .orderBy('o.id')
    .limit(limit)
    .execute()
