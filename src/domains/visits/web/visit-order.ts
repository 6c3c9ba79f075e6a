import type { Role } from '#kernel/role.ts'
import { stands, type VisitStatus } from '../core/visit-status.ts'

/** The parts of a visit's page. */
export type VisitPart =
  | 'facts'
  | 'introduced'
  | 'answers'
  | 'why'
  | 'meetings'
  | 'before'
  | 'after'
  | 'feelings'
  | 'hold'
  | 'words'
  | 'say_words'
  | 'reflection'
  | 'record'
  | 'deal'
  | 'history'

/** What the order of the page depends on. */
export interface VisitView {
  role: Role
  goesAlong: boolean
  status: VisitStatus
  begun: boolean
  /** The supporter said how it was; the place sent words; words wait for staff to pass them on; the companion wrote their record. */
  saidAfter: boolean
  wordsSent: boolean
  wordsWait: boolean
  recorded: boolean
}

/** The parts that this actor finds, with the one thing to do now before everything else. */
export const partsOf = (view: VisitView): VisitPart[] => {
  const first = firstOf(view)
  const rest = shown(view).filter((part) => part !== first)
  return first ? [first, ...rest] : rest
}

const firstOf = (view: VisitView): VisitPart | null => {
  if (view.role === 'supporter') return tookPlace(view) && !view.saidAfter ? 'after' : null
  if (view.status === 'held') return firstAfter(view)
  const staff = view.role === 'coordinator' || view.goesAlong
  return staff && view.begun && view.status === 'confirmed' ? 'hold' : null
}

const firstAfter = ({ role, goesAlong, wordsWait, wordsSent, recorded }: VisitView): VisitPart | null => {
  if (role === 'coordinator' && wordsWait) return 'words'
  if (role === 'host' && !wordsSent) return 'say_words'
  return goesAlong && !recorded ? 'record' : null
}

// Begun is as good as held for who was there, until somebody records it.
const tookPlace = ({ status, begun }: VisitView): boolean => status === 'held' || (begun && stands(status))

const shown = (view: VisitView): VisitPart[] => {
  const { role, goesAlong, status, wordsSent } = view
  const facts: VisitPart[] = ['facts', 'answers', 'meetings']
  const staff = role === 'coordinator' || goesAlong
  const held = status === 'held'
  const took = tookPlace(view)
  const words: VisitPart[] = held || wordsSent ? ['words'] : []
  const looksBack: VisitPart[] = held ? ['reflection'] : []
  if (role === 'supporter') return [...facts, ...(took ? (['after'] as const) : []), 'before', ...words, ...looksBack]
  if (role === 'host')
    return [
      'facts',
      'introduced',
      'answers',
      'meetings',
      ...words,
      ...(held ? (['say_words'] as const) : (['deal'] as const)),
    ]
  if (!staff) return [...facts, ...words, ...looksBack]
  const record: VisitPart[] = took ? ['record'] : []
  const told: VisitPart[] = held ? ['say_words'] : []
  const why: VisitPart[] = role === 'coordinator' && stands(status) ? ['why'] : []
  const all: VisitPart[] = [...facts, ...why, 'deal', 'feelings', ...words, ...looksBack, ...record]
  return role === 'coordinator' ? [...all, ...told, 'history'] : all
}
