import type { Ctx } from '#platform/http/call.ts'
import { readRows } from './read-rows.ts'
import type { DecidedRow, IntakeKind, IntakeRow, Judgement } from './kinds.ts'
import type { Decisions, Intake } from './store.ts'

/** A row with what it would do. 'failed': it cannot be read, or its slice refuses it. */
export type JudgedRow = IntakeRow & {
  outcome: Exclude<Judgement, { kind: 'refused' }> | { kind: 'failed'; reasons: readonly string[] }
}

/** Every row of an intake, judged beside what is here now. Changes nothing. */
export const judgeIntake = async (ctx: Ctx, kind: IntakeKind, intake: Intake): Promise<JudgedRow[]> => {
  const all = readRows(intake.sheets?.[intake.sheet]?.rows ?? [], intake.mapping, kind.fields)
  const isTaken = (row: IntakeRow): boolean => intake.decisions[String(row.line)] === 'taken'
  const readable = all.filter((row) => row.troubles.length === 0 && !isTaken(row))
  const judgements = await kind.judge(ctx, readable)
  const byLine = new Map(readable.map((row, index) => [row.line, judgements[index]]))
  return all.map((row) => ({ ...row, outcome: isTaken(row) ? { kind: 'known' } : outcomeOf(byLine.get(row.line)) }))
}

const outcomeOf = (judgement: Judgement | undefined): JudgedRow['outcome'] => {
  if (!judgement) return { kind: 'failed', reasons: [] }
  return judgement.kind === 'refused' ? { kind: 'failed', reasons: judgement.reasons } : judgement
}

/** The row as it will be taken over, or null: it is known, failed, left out or not decided yet. */
export const decidedRow = (row: JudgedRow, decisions: Decisions): DecidedRow | null => {
  const { outcome, ...read } = row
  if (outcome.kind === 'fresh') return { ...read, same: null, differsFrom: [] }
  if (outcome.kind !== 'alike') return null
  const decision = decisions[String(row.line)]
  const candidates = outcome.with.map((one) => one.id)
  if (decision === 'new') return { ...read, same: null, differsFrom: candidates }
  // Whom the decision named may have changed since: then it is no decision.
  return decision !== undefined && candidates.includes(decision) ? { ...read, same: decision, differsFrom: [] } : null
}

/** Rows that wait for somebody's decision. */
export const isUndecided = (row: JudgedRow, decisions: Decisions): boolean =>
  row.outcome.kind === 'alike' && decisions[String(row.line)] !== 'leave' && decidedRow(row, decisions) === null
