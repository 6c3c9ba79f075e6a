import { expect, test } from 'vitest'
import { aQuestion, aRequest, aSupporter } from '#test/matching/builders.ts'
import type { Question, RequestFacts, SupporterFacts } from './facts.ts'
import { type WhyNotTogether, whyNotTogether } from './group.ts'

type Of = Partial<SupporterFacts>

const two = (hanako: Of, taro: Of = {}): SupporterFacts[] => [
  aSupporter({ personId: 'hanako', ...hanako }),
  aSupporter({ personId: 'taro', ...taro }),
]

const together = (supporters: SupporterFacts[], more: Partial<Question> = {}): WhyNotTogether[] =>
  whyNotTogether(aQuestion({ supporters, ...more }), { supporterIds: ['hanako', 'taro'], companionIds: ['sato'] })

const agreed: Partial<RequestFacts> = { agreed: ['hanako', 'taro'], wanted: 2 }

test.each<[string, SupporterFacts[], WhyNotTogether[]]>([
  ['nothing between two who know the way', two({}), []],
  ['one who avoids the other', two({ avoidsPeople: new Set(['taro']) }), ['other_circumstances']],
  ['one whom the other avoids', two({}, { avoidsPeople: new Set(['hanako']) }), ['other_circumstances']],
  ['the one who goes along', two({ avoidsPeople: new Set(['sato']) }), ['other_circumstances']],
  ['a host of the place', two({ avoidsPeople: new Set(['host']) }), ['other_circumstances']],
  ['the place', two({ avoidsPlaces: new Set(['garden']) }), ['other_circumstances']],
  ['somebody who is not among these', two({ avoidsPeople: new Set(['kenji']) }), []],
  ['a first time beside somebody who has been a few times', two({ experience: 'first' }), ['first_needs_partner']],
  ['a first time beside somebody experienced', two({ experience: 'first' }, { experience: 'much' }), []],
  ['somebody who is no longer registered', two({}).slice(0, 1), ['not_registered']],
])('%s', (_case, supporters, expected) => {
  expect(together(supporters, { request: aRequest(agreed) })).toEqual(expected)
})

test('a first time needs nobody where the programme does not say so', () => {
  expect(together(two({ experience: 'first' }), { settings: { firstNeedsExperienced: false } })).toEqual([])
})

test('what they said yes to is not asked again', () => {
  const later = { pause: { until: null }, maxPerMonth: 0, wishes: new Map([['walk', 'no' as const]]) }
  expect(together(two(later), { request: aRequest(agreed) })).toEqual([])
})
