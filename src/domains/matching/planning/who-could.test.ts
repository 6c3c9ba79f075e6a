import { describe, expect, test } from 'vitest'
import { couldGoAlong } from '../core/companions.ts'
import { monthOfInstance } from '../exchange/facts.ts'
import { generate } from '../exchange/generate.ts'
import { slotsIn } from './compile.ts'
import { eachIn, type Mask } from './masks.ts'
import type { MonthFacts } from './month.ts'
import { couldComeAt, whoCouldIn } from './who-could.ts'

const placesOf = (mask: Mask): number[] => {
  const places: number[] = []
  eachIn(mask, (place) => places.push(place))
  return places
}

/** A month in which people also have something booked, have agreed, and know the hosts. */
const livelyMonth = (seed: number): MonthFacts => {
  const { month } = monthOfInstance(generate('S', seed))
  const at = (day: number, from: number) => (month.from + day) * 1440 + from
  return {
    ...month,
    supporters: month.supporters.map((one, i) => ({
      ...one,
      busy: i % 4 === 0 ? [{ from: at(i, 600), to: at(i, 900), point: null, online: false }] : [],
      visitDays: i % 3 === 0 ? [month.from + i, month.from - 1] : [],
      pause: i === 5 ? { until: month.from + 3 } : one.pause,
    })),
    companions: month.companions.map((one, i) => ({
      ...one,
      busy: i === 0 ? [{ from: at(2, 540), to: at(2, 1020), point: one.base, online: false }] : [],
    })),
    requests: month.requests.map((one, i) => (one.wanted > 1 && i % 2 === 0 ? { ...one, agreed: ['s1'] } : one)),
  }
}

describe('who could, asked by key', () => {
  test.each([1, 2, 3, 4, 5])('is what each condition says of each person, month %i', (seed) => {
    const month = livelyMonth(seed)
    const could = whoCouldIn(month)
    let asked = 0
    for (const request of month.requests) {
      const whatever = could.forRequest(request)
      for (const slot of slotsIn(month, request)) {
        const come = month.supporters.flatMap((one, i) => (couldComeAt(month, one, request, slot) ? [i] : []))
        expect(placesOf(could.atSlot(request, slot, whatever))).toEqual(come)
        const along = month.companions.flatMap((one, i) => (couldGoAlong(one, request, slot) ? [i] : []))
        expect(placesOf(could.couldAccompany(request, slot))).toEqual(along)
        asked += come.length + along.length
      }
    }
    expect(asked).toBeGreaterThan(100)
  })
})
