import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aQuestion, aRequest, aSupporter, theDay } from '#test/matching/builders.ts'
import type { Question, Slot, SupporterFacts } from './facts.ts'
import { timesFor } from './times-for.ts'
import { monthAround, weekStartOf } from './time.ts'

const weeks = (count: number): Slot[] =>
  Array.from({ length: count }, (_, i) => ({ id: String(i), day: theDay + 7 * i, from: 840, to: 960 }))
const asked = (more: Partial<Question> = {}, there: [string, string[]][] = []) =>
  timesFor(aQuestion({ request: aRequest({ slots: weeks(4) }), ...more }), 'hanako', new Map(there))
const of = (more: Partial<SupporterFacts>) => asked({ supporters: [aSupporter(more)] })
const all = { slotIds: ['0', '1', '2', '3'], whyNot: null }
const none = (whyNot: string) => ({ slotIds: [], whyNot })

describe('four Wednesdays in December', () => {
  test.each<[string, Partial<SupporterFacts>, ReturnType<typeof of> | ReturnType<typeof none>]>([
    ['nothing in the way', {}, all],
    ['a pause', { pause: { until: null } }, none('pause')],
    ['not what they want', { wishes: new Map([['walk', 'no' as const]]) }, none('other_circumstances')],
    ['the place avoided', { avoidsPlaces: new Set(['garden']) }, none('other_circumstances')],
    ['no hours on Wednesdays', { hours: { weekly: [], exceptions: new Map(), said: true } }, none('hours')],
    [
      'away on one of the days',
      { busy: [{ from: (theDay + 7) * 1440, to: (theDay + 8) * 1440, point: null, online: false }] },
      { slotIds: ['0', '2', '3'], whyNot: null },
    ],
    ['two a month at most', { maxPerMonth: 2 }, { slotIds: ['0', '1'], whyNot: null }],
    [
      'two a month, one of them there already',
      { maxPerMonth: 2, visitDays: [theDay + 20] },
      { slotIds: ['0'], whyNot: null },
    ],
    ['ten days of rest', { restDays: 10 }, { slotIds: ['0', '2'], whyNot: null }],
    ['registered until the third', { registeredUntil: theDay + 15 }, { slotIds: ['0', '1', '2'], whyNot: null }],
  ])('%s', (_, more, expected) => expect(of(more)).toEqual(expected))

  test('a time of somebody they would rather not meet is left out, either way', () => {
    const taro = aSupporter({ personId: 'taro' })
    const other = { supporters: [aSupporter({ avoidsPeople: new Set(['taro']) }), taro] }
    const way = { supporters: [aSupporter(), { ...taro, avoidsPeople: new Set(['hanako']) }] }
    for (const more of [other, way])
      expect(asked(more, [['1', ['taro']]])).toEqual({ slotIds: ['0', '2', '3'], whyNot: null })
    const companion = { supporters: [aSupporter({ avoidsPeople: new Set(['sato']) })] }
    expect(
      asked(
        companion,
        ['0', '1', '2', '3'].map((id) => [id, ['sato']]),
      ),
    ).toEqual(none('other_circumstances'))
  })

  test('a first time is asked where somebody experienced is there, or could be', () => {
    const first = aSupporter({ experience: 'first' })
    const taro = aSupporter({ personId: 'taro', experience: 'much' })
    expect(asked({ supporters: [first, taro] }, [['2', ['taro']]])).toEqual({ slotIds: ['2'], whyNot: null })
    expect(asked({ supporters: [first, taro] })).toEqual(none('first_needs_partner'))
    const pair = aRequest({ slots: weeks(4), wanted: 2 })
    expect(asked({ supporters: [first, taro], request: pair })).toEqual(all)
    expect(asked({ supporters: [first], settings: { firstNeedsExperienced: false } })).toEqual(all)
  })

  test('whoever is not registered is not asked', () =>
    expect(asked({ supporters: [] })).toEqual(none('not_registered')))
})

test('of any days: together within limits and rest, and not one more would fit', () => {
  const facts = fc.record({
    maxPerWeek: fc.integer({ min: 0, max: 3 }),
    maxPerMonth: fc.integer({ min: 0, max: 6 }),
    restDays: fc.integer({ min: 0, max: 4 }),
    visitDays: fc.array(fc.integer({ min: theDay - 20, max: theDay + 60 }), { maxLength: 3 }),
  })
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 })
  fc.assert(
    fc.property(facts, days, (more, offsets) => {
      const slots = offsets
        .toSorted((a, b) => a - b)
        .map((offset) => ({ id: String(offset), day: theDay + offset, from: 840, to: 960 }))
      const { slotIds } = asked({ supporters: [aSupporter(more)], request: aRequest({ slots }) })
      const chosen = slots.filter((slot) => slotIds.includes(slot.id)).map((slot) => slot.day)
      const fits = (going: readonly number[], day: number): boolean => {
        const same = (start: (d: number) => number): number => going.filter((d) => start(d) === start(day)).length
        return (
          same(weekStartOf) < more.maxPerWeek &&
          same((d) => monthAround(d).from) < more.maxPerMonth &&
          going.every((d) => Math.abs(d - day) > more.restDays)
        )
      }
      for (const [i, day] of chosen.entries()) expect(fits([...more.visitDays, ...chosen.slice(0, i)], day)).toBe(true)
      for (const { day } of slots)
        if (!chosen.includes(day)) expect(fits([...more.visitDays, ...chosen], day)).toBe(false)
    }),
  )
})
