import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import { findSupporter, listSupporters, type SupporterState } from './supporters.ts'
import { termsOfMany } from './terms.ts'

/** One line of the register: who is registered, since when, until when. */
export interface RollLine {
  personId: string
  name: string
  kana: string
  state: SupporterState
  registeredOn: CalendarDay
  until: CalendarDay | null
}

/** Everybody who is registered, by reading. */
export const listRoll = async (
  tx: Tx,
  programmeId: number,
  at: { now: Date; today: CalendarDay },
): Promise<RollLine[]> => {
  const listed = await listSupporters(tx, programmeId, { now: at.now.getTime(), today: at.today })
  const all = listed.filter((one) => one.state !== 'ended')
  const terms = await termsOfMany(
    tx,
    programmeId,
    all.map((one) => one.personId),
  )
  const lines: RollLine[] = []
  for (const { personId, name, kana, state } of all) {
    const since = (await findSupporter(tx, programmeId, personId))?.registeredOn
    const ends = (terms.get(personId) ?? []).map((term) => term.to)
    const until = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null)
    if (since) lines.push({ personId, name, kana, state, registeredOn: since, until })
  }
  return lines
}
