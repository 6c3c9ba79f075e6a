import type { Ctx } from '#platform/http/call.ts'
import { readRows } from './read-rows.ts'
import type { DecidedRow, IntakeKind, IntakeRow, Judgement } from './kinds.ts'
import type { Intake } from './store.ts'

/** A row with what it would do. 'failed': it cannot be read, or its slice refuses it. */
export type JudgedRow = IntakeRow & {
  outcome: Exclude<Judgement, { kind: 'refused' }> | { kind: 'failed'; reasons: readonly string[] }
}

const noSheet = { rows: [], lines: [] }

/** Every row of an intake, judged beside what is here now. Changes nothing. */
export const judgeIntake = async (ctx: Ctx, kind: IntakeKind, intake: Intake): Promise<JudgedRow[]> => {
  const read = readRows(intake.sheets?.[intake.sheet] ?? noSheet, intake.mapping, kind.fields)
  const all = read.map((row) => ({ ...row, decision: intake.decisions[String(row.line)] ?? null }))
  const isTaken = (row: IntakeRow): boolean => row.decision === 'taken'
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
export const decidedRow = (row: JudgedRow): DecidedRow | null => {
  const { outcome, ...read } = row
  if (outcome.kind === 'fresh') return { ...read, same: outcome.about, differsFrom: [] }
  if (outcome.kind !== 'alike') return null
  const { decision } = row
  const candidates = outcome.with.map((one) => one.id)
  if (decision === 'new') return outcome.orNew ? { ...read, same: null, differsFrom: candidates } : null
  // Whom the decision named may have changed since: then it is no decision.
  return decision !== null && candidates.includes(decision) ? { ...read, same: decision, differsFrom: [] } : null
}

/** Rows that wait for somebody's decision. */
export const isUndecided = (row: JudgedRow): boolean =>
  row.outcome.kind === 'alike' && row.decision !== 'leave' && decidedRow(row) === null

/** Rows that speak of somebody who may be here already, those of the same person together, in their order. */
export const alikeHeaps = (rows: readonly JudgedRow[]): JudgedRow[][] => [
  ...Map.groupBy(
    rows.filter((row) => row.outcome.kind === 'alike'),
    ({ outcome, line }) => (outcome.kind === 'alike' && outcome.sign) || String(line),
  ).values(),
]
