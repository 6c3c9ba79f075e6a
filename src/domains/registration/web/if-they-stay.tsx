import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Call, Ctx } from '#platform/http/call.ts'
import { Notice } from '#ui/index.ts'
import { standsIfTheyStay } from '../core/renewal.ts'
import { termsOf, termsOfMany } from '../data/terms.ts'
import { lifeWords } from './life-words.ts'

/** For slices above: a line on what lies behind the registration's last day. Null: it is covered, and nothing is to be said. */
export const ifTheyStay = async (call: Call, personId: string, on: CalendarDay): Promise<VNode | null> => {
  const terms = await termsOf(call.tx, call.actor.programmeId, personId)
  if (!standsIfTheyStay(terms, on)) return null
  const t = lifeWords[call.reader.locale]
  return <Notice>{personId === call.actor.personId ? t.ifYouStay : t.ifTheyStay}</Notice>
}

/** Of these people, those whose registration ends before the day: what is agreed for it stands if they stay. */
export const behindTheirTerm = async (
  { tx, actor }: Pick<Ctx, 'tx' | 'actor'>,
  personIds: readonly string[],
  on: CalendarDay,
): Promise<Set<string>> => {
  const terms = await termsOfMany(tx, actor.programmeId, personIds)
  return new Set(personIds.filter((id) => standsIfTheyStay(terms.get(id) ?? [], on)))
}
