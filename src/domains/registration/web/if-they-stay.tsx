import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Call } from '#platform/http/call.ts'
import { Notice } from '#ui/index.ts'
import { standsIfTheyStay } from '../core/renewal.ts'
import { termsOf } from '../data/terms.ts'
import { lifeWords } from './life-words.ts'

/** For slices above: a line on what lies behind the registration's last day. Null: it is covered, and nothing is to be said. */
export const ifTheyStay = async (call: Call, personId: string, on: CalendarDay): Promise<VNode | null> => {
  const terms = await termsOf(call.tx, call.actor.programmeId, personId)
  if (!standsIfTheyStay(terms, on)) return null
  const t = lifeWords[call.reader.locale]
  return <Notice>{personId === call.actor.personId ? t.ifYouStay : t.ifTheyStay}</Notice>
}
