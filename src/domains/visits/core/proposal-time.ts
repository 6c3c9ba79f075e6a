import { localOf } from '#kernel/time.ts'
import type { ProposalStatus } from './proposal-status.ts'

/** What the timed rules look at. */
export interface WaitingProposal {
  id: string
  status: ProposalStatus
  sentAt: Date
  answerBy: Date
  remindedAt: Date | null
  /** The newest question has its reply. */
  replied: boolean
  slotStartsAt: Date
}

const daytime = { from: 10 * 60, to: 17 * 60 }

/** Mails of this kind leave between ten and five. */
export const isDaytime = (now: Date, zone: string): boolean => {
  const { minute } = localOf(now, zone)
  return minute >= daytime.from && minute < daytime.to
}

/** Only the silent, once, by day, when half of their time has passed. Who asked something has spoken. */
export const dueReminders = (now: Date, zone: string, proposals: readonly WaitingProposal[]): string[] =>
  isDaytime(now, zone) ? proposals.filter((p) => reminderDue(now, p)).map((p) => p.id) : []

const reminderDue = (now: Date, p: WaitingProposal): boolean => {
  const half = p.sentAt.getTime() + (p.answerBy.getTime() - p.sentAt.getTime()) / 2
  return isSilent(p.status) && p.remindedAt === null && now.getTime() >= half && now < p.answerBy
}

const isSilent = (status: ProposalStatus): boolean => status === 'sent' || status === 'changed'

/** Whose time to answer has passed. A question that nobody answered keeps the proposal open until the day itself. */
export const dueClosings = (now: Date, proposals: readonly WaitingProposal[]): string[] =>
  proposals.filter((p) => closingDue(now, p)).map((p) => p.id)

const closingDue = (now: Date, p: WaitingProposal): boolean => {
  if (isSilent(p.status)) return now >= p.answerBy
  return p.status === 'asking' && p.replied && now >= p.answerBy
}

/** The earliest and latest sensible time to answer: a day to think, and two days before it takes place. */
export const suggestedAnswerBy = (now: Date, slotStartsAt: Date): Date => {
  const week = now.getTime() + 7 * 86_400_000
  const before = slotStartsAt.getTime() - 2 * 86_400_000
  return new Date(Math.max(Math.min(week, before), Math.min(now.getTime() + 86_400_000, slotStartsAt.getTime())))
}

/** A reply gives at least two more days to think, never past the start. */
export const answerByAfterReply = (now: Date, p: Pick<WaitingProposal, 'answerBy' | 'slotStartsAt'>): Date =>
  new Date(Math.max(p.answerBy.getTime(), Math.min(now.getTime() + 2 * 86_400_000, p.slotStartsAt.getTime())))
