import type { Database, Tx } from '#platform/db/index.ts'
import { type CalendarEntry, calendarText } from '../core/calendar-text.ts'
import type { Stretch } from '../core/booking.ts'
import { noteFeedUse, personOfFeed } from '../data/feeds.ts'
import { readFeedName } from './calendar-feed.ts'

/** What a later slice puts into a person's own calendar: their time, and nothing of what fills it. */
export type CalendarSource = (
  tx: Tx,
  who: { programmeId: number; personId: string },
  within: Stretch,
) => Promise<CalendarEntry[]>

export interface FeedParts {
  asProgramme: Database['asProgramme']
  sources: readonly CalendarSource[]
  /** The time zone of the transaction's programme. */
  zoneOf: (tx: Tx, programmeId: number) => Promise<string>
}

const day = 86_400_000

/** The calendar behind an address, or null: never made, ended, or its person has left. */
export const readFeed = async (parts: FeedParts, name: string, now: Date): Promise<string | null> => {
  const address = readFeedName(name)
  if (!address) return null
  const { programmeId, tokenHash } = address
  return parts.asProgramme(programmeId, async (tx) => {
    const personId = await personOfFeed(tx, programmeId, tokenHash)
    if (!personId) return null
    const within = { from: new Date(now.getTime() - 60 * day), to: new Date(now.getTime() + 400 * day) }
    const entries: CalendarEntry[] = []
    for (const source of parts.sources) entries.push(...(await source(tx, { programmeId, personId }, within)))
    await noteFeedUse(tx, programmeId, tokenHash, now)
    entries.sort((a, b) => a.from.getTime() - b.from.getTime() || a.id.localeCompare(b.id))
    return calendarText(entries, await parts.zoneOf(tx, programmeId))
  })
}
