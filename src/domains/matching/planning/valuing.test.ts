import { describe, expect, test } from 'vitest'
import { aCompanion, aMonth, aRequest, aSupporter, theDay } from '#test/matching/builders.ts'
import type { RequestFacts, SupporterFacts } from '../core/facts.ts'
import type { MonthFacts } from './month.ts'
import { planMonth } from './plan-month.ts'
import { type Chances, fairMonth, fairValuing } from './valuing.ts'

const planned = (more: Partial<MonthFacts>, chances: ReadonlyMap<string, Chances> = new Map()) => {
  const { valuing: _, ...facts } = aMonth(more)
  return planMonth(fairMonth({ ...facts, chances, month: '2026-12' }), { seed: 1, until: { iterations: 50 } }).proposals
}
const whoComes = (month: Partial<MonthFacts>, chances?: ReadonlyMap<string, Chances>): string[] =>
  planned(month, chances).flatMap(({ supporterIds }) => supporterIds)

const named = (personId: string, more: Partial<SupporterFacts> = {}) => aSupporter({ personId, ...more })
const hanako = named('hanako')
const taro = named('taro')
const had = (of: Record<string, number>) =>
  new Map(Object.entries(of).map(([id, received]) => [id, { wished: 6, received }]))

describe('what a plan is worth', () => {
  test('who has had few of the chances they wished for comes before who has had many', () => {
    expect(whoComes({ supporters: [hanako, taro] }, had({ hanako: 4, taro: 1 }))).toEqual(['taro'])
    expect(whoComes({ supporters: [hanako, taro] }, had({ hanako: 1, taro: 4 }))).toEqual(['hanako'])
  })

  test('below half of what was wished for goes before every wish and every acquaintance', () => {
    const knows = named('hanako', { wishes: new Map([['walk', 'want' as const]]), knownPlaces: new Set(['garden']) })
    const would = named('taro', { wishes: new Map([['walk', 'someday' as const]]) })
    expect(whoComes({ supporters: [knows, would] }, had({ hanako: 3, taro: 2 }))).toEqual(['taro'])
  })

  test('each further chance is worth less', () => {
    const { gain } = fairValuing([hanako], had({ hanako: 1 }), '2026-12')
    const points = Array.from({ length: 12 }, (_, k) => gain(hanako, k + 1))
    expect(points.toSorted((a, b) => b - a)).toEqual(points)
    expect(points[0]).toBeGreaterThan(points[11] as number)
  })

  test('a decline, an unanswered invitation or a pause lowers no later claim', () => {
    // She was asked yesterday and said no, was paused for months, and has had nothing; he has had something and was asked long ago.
    const declined = named('hanako', { lastAsked: theDay - 11, pause: { until: theDay - 20 } })
    const asked = named('taro', { lastAsked: theDay - 300 })
    expect(whoComes({ supporters: [declined, asked] }, had({ hanako: 0, taro: 1 }))).toEqual(['hanako'])
    const { gain } = fairValuing([declined, asked], had({ hanako: 2, taro: 2 }), '2026-12')
    expect(gain(declined, 1)).toBe(gain(asked, 1))
  })

  test('when somebody was last asked decides only where nothing else does', () => {
    const longAgo = named('taro', { lastAsked: theDay - 300 })
    expect(whoComes({ supporters: [hanako, longAgo] })).toEqual(['taro'])
    const wishesLess = { ...longAgo, wishes: new Map([['walk', 'can' as const]]) }
    expect(whoComes({ supporters: [hanako, wishesLess] })).toEqual(['hanako'])
  })

  test('beside a first-timer who has agreed somebody experienced comes, whoever else would be worth more', () => {
    const agreed = named('first', { experience: 'first' })
    const eager = named('eager', { knownPlaces: new Set(['garden']) })
    const much = named('much', { experience: 'much', wishes: new Map([['walk', 'someday' as const]]) })
    const requests = [aRequest({ wanted: 2, agreed: ['first'] })]
    expect(whoComes({ supporters: [agreed, eager, much], requests })).toEqual(['much'])
    expect(whoComes({ supporters: [agreed, eager], requests })).toEqual([])
  })

  test('who is a supporter and on the staff is planned as a supporter, and nobody goes along with themselves', () => {
    const both = aCompanion({ personId: 'hanako' })
    const requests = [aRequest({ companionNeeded: true })]
    expect(whoComes({ supporters: [hanako], companions: [both], requests })).toEqual([])
    expect(whoComes({ supporters: [hanako], companions: [both, aCompanion()], requests })).toEqual(['hanako'])
  })

  test('the order of rows decides nothing', () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((id) => named(id))
    const first = whoComes({ supporters: people })
    expect(whoComes({ supporters: people.toReversed() })).toEqual(first)
  })

  test('a request for several is not left out for single ones', () => {
    const both = { wanted: 2, slots: aRequest().slots }
    const requests: RequestFacts[] = [aRequest({ id: 'one' }), aRequest({ id: 'two', ...both })]
    expect(planned({ supporters: [hanako, taro], requests }).map(({ requestId }) => requestId)).toEqual(['two'])
  })

  test('who was invited already is kept although somebody else would do as well', () => {
    const asked = aRequest({ asked: new Set(['hanako']) })
    expect(whoComes({ supporters: [hanako, taro], requests: [asked] }, had({ hanako: 2, taro: 1 }))).toEqual(['hanako'])
  })

  test('who has declined a request is not proposed for it again', () => {
    const requests = [aRequest({ declined: new Set(['taro']) })]
    expect(whoComes({ supporters: [taro], requests })).toEqual([])
  })
})
