import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'

/** What completing a run asks for. All of them must hold. Sessions are named by their number. */
export type Condition =
  | { kind: 'all' }
  | { kind: 'at_least'; k: number }
  | { kind: 'named'; nos: number[] }
  | { kind: 'homework'; nos: number[] }
  | { kind: 'practicum'; days: number }

export const makeUpWays = ['next_run', 'video', 'talk'] as const
export type MakeUpWay = (typeof makeUpWays)[number]

/** How a missed session may be made up for: how many, how soon, in which ways. */
export interface MakeUpRule {
  most: number
  within_days: number | null
  ways: MakeUpWay[]
}

export const attendanceStates = ['present', 'late', 'online', 'absent', 'not_heard', 'made_up'] as const
export type AttendanceState = (typeof attendanceStates)[number]

export interface SessionFacts {
  id: string
  no: number
  status: 'planned' | 'held' | 'moved' | 'cancelled'
  /** The group it is for, where some sessions are split. */
  track: string | null
  compulsory: boolean
  day: CalendarDay
}

/** One entry about one session; the last one of a session counts, those before are the trace of corrections. */
export interface AttendanceMark {
  sessionId: string
  state: AttendanceState
}

export interface TakingFacts {
  sessions: readonly SessionFacts[]
  track: string | null
  /** Oldest first. */
  marks: readonly AttendanceMark[]
  /** Sessions whose homework was handed in. */
  homeworkIn: readonly string[]
  /** Days of practicum that took place. */
  practicumDays: number
  completion: readonly Condition[]
  makeUp: MakeUpRule
  today: CalendarDay
}

/** One session as far as this person is concerned. */
export interface OwnSession {
  id: string
  no: number
  state: AttendanceState | null
  /** Counts as attended: there, or made up within the rule. */
  counts: boolean
  canBeMadeUp: boolean
}

export type CompletionBlocker =
  | { kind: 'sessions_missing'; nos: number[]; canBeMadeUp: number[] }
  | { kind: 'more_sessions_needed'; more: number; canBeMadeUp: number[] }
  | { kind: 'named_missing'; nos: number[]; canBeMadeUp: number[] }
  | { kind: 'homework_missing'; nos: number[] }
  | { kind: 'practicum_missing'; more: number }

export interface Taking {
  sessions: OwnSession[]
  attended: number
  /** How many of the missed ones may still be made up. */
  canMakeUp: number
  blockers: CompletionBlocker[]
}

/** Where somebody stands in a run, and what stands in the way of completing it. The page and the action ask the same. */
export const takingOf = (facts: TakingFacts): Taking => {
  const sessions = ownSessions(facts)
  const left = Math.max(0, facts.makeUp.most - sessions.filter(({ state }) => state === 'made_up').length)
  const open = sessions.filter(({ canBeMadeUp }) => canBeMadeUp)
  return {
    sessions,
    attended: sessions.filter(({ counts }) => counts).length,
    canMakeUp: Math.min(left, open.length),
    blockers: [...facts.completion, ...compulsory(facts)].flatMap((condition) => missing(condition, sessions, facts)),
  }
}

export type MakeUpBlocker =
  | { kind: 'not_missed' }
  | { kind: 'none_left'; most: number }
  | { kind: 'too_late'; days: number }
  | { kind: 'before_the_session' }
  | { kind: 'in_the_future' }
  | { kind: 'not_in_this_way' }

/** What stands in the way of noting that a missed session was made up for. The day it was done decides, not the day it is written down. */
export const makeUpBlockers = (
  { sessions }: Pick<Taking, 'sessions'>,
  rule: MakeUpRule,
  made: { sessionId: string; heldOn: CalendarDay; on: CalendarDay; way: MakeUpWay; today: CalendarDay },
): MakeUpBlocker[] => {
  const session = sessions.find(({ id }) => id === made.sessionId)
  if (!session || wasThere(session.state) || session.state === 'made_up') return [{ kind: 'not_missed' }]
  if (sessions.filter(({ state }) => state === 'made_up').length >= rule.most)
    return [{ kind: 'none_left', most: rule.most }]
  const { within_days: days } = rule
  const checks: (MakeUpBlocker | null)[] = [
    rule.ways.includes(made.way) ? null : { kind: 'not_in_this_way' },
    made.on > made.today ? { kind: 'in_the_future' } : null,
    made.on < made.heldOn ? { kind: 'before_the_session' } : null,
    days !== null && made.on > addDays(made.heldOn, days) ? { kind: 'too_late', days } : null,
  ]
  return checks.filter((one) => one !== null)
}

/** There in person, later or from afar: all of it is being there. */
export const wasThere = (state: AttendanceState | null): boolean =>
  state === 'present' || state === 'late' || state === 'online'

/** The sessions that count for somebody of this track: neither moved nor cancelled, each once. */
export const standingFor = <S extends SessionFacts>(sessions: readonly S[], track: string | null): S[] =>
  sessions
    .filter(({ status }) => status === 'planned' || status === 'held')
    .filter((session) => session.track === null || session.track === track)
    .toSorted((a, b) => a.no - b.no || (a.day < b.day ? -1 : 1))

/** What was entered last about each session. */
export const lastMarks = (marks: readonly AttendanceMark[]): Map<string, AttendanceState> =>
  new Map(marks.map(({ sessionId, state }) => [sessionId, state]))

const ownSessions = (facts: TakingFacts): OwnSession[] => {
  const last = lastMarks(facts.marks)
  const standing = standingFor(facts.sessions, facts.track)
  const named = new Set(
    [...facts.completion, ...compulsory(facts)].flatMap((one) => (one.kind === 'named' ? one.nos : [])),
  )
  // Where more were made up than count, those that are asked for by name count first.
  const madeUp = standing
    .filter(({ id }) => last.get(id) === 'made_up')
    .toSorted((a, b) => Number(named.has(b.no)) - Number(named.has(a.no)))
  const counted = new Set(madeUp.slice(0, Math.max(0, facts.makeUp.most)).map(({ id }) => id))
  const room = madeUp.length < facts.makeUp.most && facts.makeUp.ways.length > 0
  return standing.map((session) => {
    const state = last.get(session.id) ?? null
    const counts = wasThere(state) || counted.has(session.id)
    const missed = state === 'absent' || (!counts && state !== 'made_up' && session.day < facts.today)
    return { id: session.id, no: session.no, state, counts, canBeMadeUp: room && missed && inTime(session, facts) }
  })
}

const inTime = ({ day }: SessionFacts, { makeUp, today }: TakingFacts): boolean =>
  makeUp.within_days === null || today <= addDays(day, makeUp.within_days)

// A session that must be attended is asked for whatever else the rule says.
const compulsory = ({ sessions }: TakingFacts): Condition[] => {
  const nos = sessions.filter((session) => session.compulsory).map(({ no }) => no)
  return nos.length > 0 ? [{ kind: 'named', nos: [...new Set(nos)] }] : []
}

const missing = (condition: Condition, sessions: readonly OwnSession[], facts: TakingFacts): CompletionBlocker[] => {
  const open = sessions.filter(({ counts }) => !counts)
  switch (condition.kind) {
    case 'all':
      return open.length > 0 ? [{ kind: 'sessions_missing', ...namesOf(open) }] : []
    case 'named': {
      const named = open.filter(({ no }) => condition.nos.includes(no))
      return named.length > 0 ? [{ kind: 'named_missing', ...namesOf(named) }] : []
    }
    case 'at_least': {
      // What was cancelled cannot be asked for.
      const more = Math.min(condition.k, sessions.length) - (sessions.length - open.length)
      return more > 0 ? [{ kind: 'more_sessions_needed', more, canBeMadeUp: namesOf(open).canBeMadeUp }] : []
    }
    case 'homework': {
      const nos = sessions.filter(({ id, no }) => condition.nos.includes(no) && !facts.homeworkIn.includes(id))
      return nos.length > 0 ? [{ kind: 'homework_missing', nos: nos.map(({ no }) => no) }] : []
    }
    case 'practicum': {
      const more = condition.days - facts.practicumDays
      return more > 0 ? [{ kind: 'practicum_missing', more }] : []
    }
  }
}

const namesOf = (sessions: readonly OwnSession[]): { nos: number[]; canBeMadeUp: number[] } => ({
  nos: sessions.map(({ no }) => no),
  canBeMadeUp: sessions.filter(({ canBeMadeUp }) => canBeMadeUp).map(({ no }) => no),
})
