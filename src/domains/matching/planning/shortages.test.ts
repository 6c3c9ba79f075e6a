import { describe, expect, test } from 'vitest'
import { aMonth, aRequest, aSupporter, theDay } from '#test/matching/builders.ts'
import type { RequestFacts } from '../core/facts.ts'
import type { MonthFacts } from './month.ts'
import { planMonth } from './plan-month.ts'

const shortagesIn = (more: Partial<MonthFacts>) =>
  planMonth(aMonth(more), { seed: 1, until: { iterations: 60 } }).shortages

const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((personId) => aSupporter({ personId }))
const onThursday = { id: 'morning', day: theDay + 1, from: 600, to: 720 }
const asks = (id: string, more: Partial<RequestFacts> = {}) => aRequest({ id, ...more })

describe('a month is short', () => {
  test('of companions, where one is needed by several at once', () => {
    const requests = ['r', 's', 't'].map((id) => asks(id, { companionNeeded: true, slots: [onThursday] }))
    expect(shortagesIn({ supporters: people, requests })).toEqual([
      { lacks: 'companions', weekday: 4, half: 'morning', placeId: 'garden' },
    ])
  })

  test('of supporters, where nobody could come, or others need the same person', () => {
    const afternoon = { lacks: 'supporters', weekday: 3, half: 'afternoon', placeId: 'garden' }
    expect(shortagesIn({ supporters: [] })).toEqual([afternoon])
    const [alone = aSupporter()] = people
    expect(shortagesIn({ supporters: [alone], requests: [asks('r'), asks('s')] })).toEqual([afternoon])
  })

  test('of nobody, where every request is filled', () => {
    const [one = aSupporter()] = people
    expect(shortagesIn({ supporters: [one] })).toEqual([])
  })

  test('of nobody while people have time, though a request stays open for another reason', () => {
    const firstTimers = people.map((one) => ({ ...one, experience: 'first' as const }))
    expect(shortagesIn({ supporters: firstTimers, requests: [asks('r', { wanted: 2 })] })).toEqual([])
  })

  test('said in the order of the week', () => {
    const wednesday = asks('w')
    const thursday = asks('t', { slots: [onThursday] })
    const weekdays = shortagesIn({ supporters: [], requests: [thursday, wednesday] }).map(({ weekday }) => weekday)
    expect(weekdays).toEqual([3, 4])
  })
})
