import { describe, expect, test } from 'vitest'
import { partsOf, type VisitView } from './visit-order.ts'

const view = (more: Partial<VisitView>): VisitView => ({
  role: 'supporter',
  goesAlong: false,
  status: 'confirmed',
  begun: false,
  saidAfter: false,
  wordsSent: false,
  wordsWait: false,
  recorded: false,
  ...more,
})

const firsts: [string, Partial<VisitView>, string][] = [
  ['a visit ahead: what, when and where', {}, 'facts'],
  ['the supporter, once it began: how it was', { begun: true }, 'after'],
  ['the supporter who said so already: the facts', { begun: true, saidAfter: true, status: 'held' }, 'facts'],
  ['who goes along, once it began: that it took place', { role: 'companion', goesAlong: true, begun: true }, 'hold'],
  ['the coordinator, once it began: that it took place', { role: 'coordinator', begun: true }, 'hold'],
  ['another companion: the facts', { role: 'companion', begun: true }, 'facts'],
  ['who went along: their record', { role: 'companion', goesAlong: true, begun: true, status: 'held' }, 'record'],
  [
    'who went along and wrote it: the facts',
    { role: 'companion', goesAlong: true, status: 'held', recorded: true },
    'facts',
  ],
  ['the place, afterwards: its thanks', { role: 'host', begun: true, status: 'held' }, 'say_words'],
  ['the place that thanked: the facts', { role: 'host', begun: true, status: 'held', wordsSent: true }, 'facts'],
  [
    'the coordinator, when words wait: to pass them on',
    { role: 'coordinator', begun: true, status: 'held', wordsSent: true, wordsWait: true },
    'words',
  ],
  ['called off: the facts', { begun: true, status: 'cancelled' }, 'facts'],
]

describe('the page of a visit', () => {
  test.each(firsts)('%s', (_, more, first) => {
    expect(partsOf(view(more))[0]).toBe(first)
  })

  test('has each part once, and the facts always', () => {
    for (const [, more] of firsts) {
      const parts = partsOf(view(more))
      expect(parts).toContain('facts')
      expect(new Set(parts).size).toBe(parts.length)
    }
  })

  test('does not speak of looking back before there is anything to look back on', () => {
    for (const role of ['supporter', 'host', 'coordinator', 'companion'] as const)
      expect(partsOf(view({ role, goesAlong: role === 'companion' }))).toEqual(
        expect.not.arrayContaining(['after', 'words', 'say_words', 'reflection', 'record', 'hold']),
      )
  })

  test('shows a place nobody’s feelings, reflections or records', () => {
    for (const status of ['planned', 'confirmed', 'held', 'not_held', 'cancelled'] as const)
      expect(partsOf(view({ role: 'host', status, begun: true }))).toEqual(
        expect.not.arrayContaining(['before', 'after', 'feelings', 'reflection', 'record', 'history']),
      )
  })
})
