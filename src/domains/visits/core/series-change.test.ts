import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day } from '#kernel/calendar-day.ts'
import { applySeriesChange, type ExistingVisit } from './series-change.ts'

const slot = (date: string, from = 600) => ({ day: day(date), from, to: from + 90 })

test('keeps what people agreed to, cancels only what nobody had agreed to, adds what is new', () => {
  const existing: ExistingVisit[] = [
    { id: 'agreed-wed', slot: slot('2026-11-04'), agreed: true },
    { id: 'free-wed', slot: slot('2026-11-11'), agreed: false },
    { id: 'same', slot: slot('2026-11-19'), agreed: false },
  ]
  expect(applySeriesChange(existing, [], [slot('2026-11-05'), slot('2026-11-12'), slot('2026-11-19')])).toEqual({
    keep: ['agreed-wed', 'same'],
    add: [slot('2026-11-05'), slot('2026-11-12')],
    cancelFree: ['free-wed'],
  })
})

test('a day agreed to at another hour is not asked for twice', () => {
  const existing: ExistingVisit[] = [{ id: 'a', slot: slot('2026-11-04', 600), agreed: true }]
  expect(applySeriesChange(existing, [], [slot('2026-11-04', 840)])).toEqual({ keep: ['a'], add: [], cancelFree: [] })
})

test('what was called off or moved by itself does not come back', () => {
  const existing: ExistingVisit[] = [{ id: 'moved-here', slot: slot('2026-11-13'), agreed: true }]
  const exceptions = [slot('2026-11-04'), slot('2026-11-11')]
  const wednesdays = ['2026-11-04', '2026-11-11', '2026-11-18'].map((date) => slot(date))
  expect(applySeriesChange(existing, exceptions, wednesdays)).toEqual({
    keep: ['moved-here'],
    add: [slot('2026-11-18')],
    cancelFree: [],
  })
})

test('of any change: agreed stay, every visit is kept or cancelled once, wanted days are covered', () => {
  const visit = fc.record({
    offset: fc.integer({ min: 0, max: 20 }),
    from: fc.constantFrom(600, 840),
    agreed: fc.boolean(),
  })
  const want = fc.record({ offset: fc.integer({ min: 0, max: 20 }), from: fc.constantFrom(600, 840) })
  const key = (one: { offset: number; from: number }): string => `${one.offset} ${one.from}`
  const at = (one: { offset: number; from: number }) => slot(addDays(day('2026-11-01'), one.offset), one.from)
  fc.assert(
    fc.property(fc.uniqueArray(visit, { selector: key }), fc.uniqueArray(want, { selector: key }), (visits, wants) => {
      const existing = visits.map((one, i) => ({ id: String(i), slot: at(one), agreed: one.agreed }))
      const wanted = wants.map(at)
      const { keep, add, cancelFree } = applySeriesChange(existing, [], wanted)
      expect([...keep, ...cancelFree].sort()).toEqual(existing.map((one) => one.id).sort())
      expect(existing.filter((one) => one.agreed).every((one) => keep.includes(one.id))).toBe(true)
      const left = existing.filter((one) => keep.includes(one.id))
      for (const one of wanted) expect([...left.map((v) => v.slot.day), ...add.map((s) => s.day)]).toContain(one.day)
      expect(
        applySeriesChange([...left, ...add.map((s, i) => ({ id: `n${i}`, slot: s, agreed: false }))], [], wanted)
          .cancelFree,
      ).toEqual([])
    }),
  )
})
