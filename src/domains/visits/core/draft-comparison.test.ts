import { describe, expect, test } from 'vitest'
import { collisionsBetween, differencesBetween, type Drafted } from './draft-comparison.ts'

const visit = (requestId: string, more: Partial<Drafted> = {}): Drafted => ({
  requestId,
  slotId: 'morning',
  supporterIds: ['hanako', 'taro'],
  companionId: 'sato',
  ...more,
})

describe('two drafts of a month', () => {
  test('say nothing of what is alike, whatever the order of people', () => {
    expect(differencesBetween([visit('a')], [visit('a', { supporterIds: ['taro', 'hanako'] })])).toEqual([])
  })

  test('say what only one of them has, and what is otherwise', () => {
    const here = [visit('a'), visit('b'), visit('c', { slotId: 'evening' })]
    const there = [visit('b', { supporterIds: ['jiro'], companionId: null }), visit('c'), visit('d')]
    expect(differencesBetween(here, there)).toEqual([
      { requestId: 'a', kind: 'only_here' },
      { requestId: 'b', kind: 'differs', time: false, people: true, companion: true },
      { requestId: 'c', kind: 'differs', time: true, people: false, companion: false },
      { requestId: 'd', kind: 'only_there' },
    ])
  })

  test('collide over a request, and over a person on one day', () => {
    const here = [{ ...visit('a'), day: '2026-12-02' }]
    const same = { ...visit('a', { supporterIds: [] }), day: '2026-12-03' }
    const onTheDay = { ...visit('b', { supporterIds: ['jiro'] }), day: '2026-12-02' }
    const otherDay = { ...visit('c'), day: '2026-12-09' }
    expect(collisionsBetween(here, [same, onTheDay, otherDay])).toEqual([
      { requestId: 'a', kind: 'same_request', personId: null },
      { requestId: 'a', kind: 'same_day', personId: 'sato' },
    ])
  })
})
