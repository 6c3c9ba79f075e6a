import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/calendar-day.ts'
import { afterNewCard, cardAhead, type CardDays, cardCounts, cardOn } from './card-days.ts'

const old: CardDays = { validFrom: null, validUntil: day('2027-03-31') }
const next: CardDays = { validFrom: day('2027-04-01'), validUntil: day('2028-03-31') }

describe('who renews in February', () => {
  test.each([
    ['2027-02-10', true, false],
    ['2027-02-28', true, false],
    ['2027-03-01', true, false],
    ['2027-03-31', true, false],
    ['2027-04-01', false, true],
    ['2028-02-28', false, true],
    ['2028-02-29', false, true],
    ['2028-03-31', false, true],
    ['2028-04-01', false, false],
  ])('on %s the old card counts: %s, the new one: %s', (on, oldCounts, newCounts) => {
    expect([cardCounts(old, day(on)), cardCounts(next, day(on))]).toEqual([oldCounts, newCounts])
  })

  test('in a leap year too: no day without a card, and none with two', () => {
    const leap: CardDays[] = [
      { validFrom: null, validUntil: day('2028-03-31') },
      { validFrom: day('2028-04-01'), validUntil: day('2029-03-31') },
    ]
    for (let on = day('2028-02-01'); on <= '2028-05-01'; on = addDays(on, 1))
      expect(
        leap.filter((card) => cardCounts(card, on)),
        on,
      ).toHaveLength(1)
  })

  test('the old one is shown until its last day, the new one from its first, the last one afterwards', () => {
    const cards = [next, old]
    expect(cardOn(cards, day('2027-03-31'))).toBe(old)
    expect(cardAhead(cards, day('2027-03-31'))).toBe(next)
    expect(cardOn(cards, day('2027-04-01'))).toBe(next)
    expect(cardAhead(cards, day('2027-04-01'))).toBeNull()
    expect(cardOn(cards, day('2028-04-01'))).toBe(next)
    expect(cardOn([next], day('2027-03-31'))).toBe(next)
    expect(cardOn([], day('2027-03-31'))).toBeNull()
  })
})

describe('what a new card does to the one before', () => {
  const today = day('2028-02-29')
  test.each([
    ['over before it begins', { validFrom: null, validUntil: day('2028-03-31') }, '2028-04-01', { does: 'stay' }],
    ['without an end', { validFrom: null, validUntil: null }, '2028-04-01', { does: 'shorten', to: '2028-03-31' }],
    [
      'going on beyond',
      { validFrom: null, validUntil: day('2028-04-30') },
      '2028-04-01',
      { does: 'shorten', to: '2028-03-31' },
    ],
    [
      'the same year once more',
      { validFrom: day('2028-04-01'), validUntil: day('2029-03-31') },
      '2028-04-01',
      { does: 'end' },
    ],
    ['counting from now on', { validFrom: null, validUntil: day('2028-03-31') }, '2028-02-29', { does: 'end' }],
    ['from its issue', { validFrom: null, validUntil: day('2028-03-31') }, null, { does: 'end' }],
  ] as const)('%s', (_, before, from, does) => {
    expect(afterNewCard(before, { validFrom: from && day(from) }, today)).toEqual(does)
  })
})
