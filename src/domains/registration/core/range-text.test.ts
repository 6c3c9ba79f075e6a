import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergedRanges } from './hours.ts'
import { parseRanges, rangesAsTyped, rangesFrom, rangesText } from './range-text.ts'

const aRange = fc
  .tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 0, max: 288 }))
  .filter(([a, b]) => a < b)
  .map(([a, b]) => ({ from: a * 5, to: b * 5 }))

describe('times as people write them', () => {
  test.each([
    ['10:00-12:30', [{ from: 600, to: 750 }]],
    ['１０：００〜１２：３０', [{ from: 600, to: 750 }]],
    ['10時〜12時半', [{ from: 600, to: 750 }]],
    ['10時から12時まで', [{ from: 600, to: 720 }]],
    [
      '9-12、13:30-15',
      [
        { from: 540, to: 720 },
        { from: 810, to: 900 },
      ],
    ],
    ['', []],
  ])('%s', (text, ranges) => {
    expect(parseRanges(text)).toEqual(ranges)
  })

  test.each(['ごご', '10:00', '22:00-2:00', '10:00-10:00', '10:75-12:00', '25:00-26:00', '10-12-14'])(
    'not read: %s',
    (text) => {
      expect(parseRanges(text)).toBeNull()
    },
  )

  test('what is shown again in the form says the same hours', () => {
    fc.assert(
      fc.property(fc.array(aRange, { maxLength: 4 }), (ranges) => {
        const { parts, text } = rangesAsTyped(ranges)
        expect(rangesFrom(parts, text)).toEqual(mergedRanges(ranges))
        expect(parseRanges(rangesText(mergedRanges(ranges)))).toEqual(mergedRanges(ranges))
      }),
    )
  })

  test('a morning and an afternoon are ticks, not times', () => {
    expect(rangesAsTyped([{ from: 540, to: 1020 }])).toEqual({ parts: ['morning', 'afternoon'], text: '' })
    expect(rangesFrom(['morning', 'nonsense'], '')).toEqual([{ from: 540, to: 720 }])
  })
})
