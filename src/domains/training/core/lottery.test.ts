import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawOrder } from './lottery.ts'

const names = fc.uniqueArray(fc.uuid(), { maxLength: 30 })

describe('drawing an order', () => {
  test('everybody who is in the draw is drawn, once, and nobody else', () => {
    fc.assert(
      fc.property(fc.string(), names, (seed, all) => {
        expect(drawOrder(seed, all).toSorted()).toEqual(all.toSorted())
      }),
    )
  })

  test('the same seed gives the same order, in whatever order the names came', () => {
    fc.assert(
      fc.property(
        fc.string(),
        names.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
        (seed, [all, mixed]) => {
          expect(drawOrder(seed, mixed)).toEqual(drawOrder(seed, all))
        },
      ),
    )
  })

  test('who leaves the draw changes nothing between the others', () => {
    fc.assert(
      fc.property(fc.string(), names, fc.nat(29), (seed, all, at) => {
        const gone = all[at]
        expect(
          drawOrder(
            seed,
            all.filter((name) => name !== gone),
          ),
        ).toEqual(drawOrder(seed, all).filter((name) => name !== gone))
      }),
    )
  })

  test('the recorded seed of a real draw still gives its order', () => {
    expect(drawOrder('2026-11-22', ['aoi', 'haru', 'kei', 'mio', 'sora'])).toEqual([
      'kei',
      'mio',
      'sora',
      'aoi',
      'haru',
    ])
  })

  test('over many seeds each name comes to each place about as often', () => {
    const people = Array.from({ length: 8 }, (_, at) => `00000000-0000-4000-8000-00000000000${at}`)
    const draws = 4_000
    const counts = new Map<string, number>()
    for (let seed = 0; seed < draws; seed++)
      drawOrder(`draw ${seed}`, people).forEach((name, place) => {
        const cell = `${name} ${place}`
        counts.set(cell, (counts.get(cell) ?? 0) + 1)
      })
    const expected = draws / people.length
    const chiSquare = people
      .flatMap((name) => people.map((_, place) => counts.get(`${name} ${place}`) ?? 0))
      .reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 49 degrees of freedom: a fair draw passes 85.4 once in a thousand times, and these seeds never change.
    expect(chiSquare).toBeLessThan(85.4)
  })
})

const shuffled = (all: string[]) => fc.shuffledSubarray(all, { minLength: all.length })
