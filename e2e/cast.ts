import { expect } from 'vitest'
import type { Visitor } from './browser.ts'
import type { Who } from './people.ts'
import type { Stage } from './stage.ts'
import { type Walk, walkAs } from './walk.ts'

/** Those who take part in a journey, each in a window of their own. */
export interface Cast {
  /** Does this as somebody, and looks that no page they met had barriers. */
  as(who: Who, work: (walk: Walk) => Promise<void>): Promise<void>
  /** The same, in a window as narrow as a phone. */
  onPhone(who: Who, work: (walk: Walk) => Promise<void>): Promise<void>
}

interface Seat {
  walk: Walk
  leftAt: Date
}

// Staff who have done nothing for an hour are signed out.
const staysOpen = 50 * 60_000

/** A window stays open as long as its session does: nobody signs in again for each page. */
export const castOf = ({ server, browser }: Stage, visitor: Visitor): Cast => {
  const seats = new Map<string, Seat>()
  const now = (): Date => server.services.clock()
  const seatOf = async (who: Who, width: 375 | 1280): Promise<Seat> => {
    const key = `${width} ${JSON.stringify(who)}`
    const known = seats.get(key)
    if (known && now().getTime() - known.leftAt.getTime() < staysOpen) return known
    await known?.walk.leave()
    const seat = { walk: await walkAs(browser, server, who, { ...visitor, width }), leftAt: now() }
    seats.set(key, seat)
    return seat
  }
  const doing =
    (width: 375 | 1280): Cast['as'] =>
    async (who, work) => {
      const seat = await seatOf(who, width)
      const { walk } = seat
      try {
        await work(walk)
        expect(walk.barriers.splice(0)).toEqual([])
      } catch (error) {
        throw new Error(`${walk.path()}\n${await walk.text().catch(() => '')}`, { cause: error })
      } finally {
        seat.leftAt = now()
      }
    }
  return { as: doing(1280), onPhone: doing(375) }
}
