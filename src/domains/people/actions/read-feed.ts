import type { Database, Tx } from '#platform/db/index.ts'
import { calendarText } from '../core/calendar-text.ts'
import { calendarOf } from '../data/bookings.ts'
import { noteFeedUse, personOfFeed } from '../data/feeds.ts'
import { readFeedName } from './calendar-feed.ts'

export interface FeedParts {
  asProgramme: Database['asProgramme']
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
    const entries = await calendarOf(tx, programmeId, personId, within)
    await noteFeedUse(tx, programmeId, tokenHash, now)
    return calendarText(entries, await parts.zoneOf(tx, programmeId))
  })
}
