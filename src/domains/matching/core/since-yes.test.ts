import { expect, test } from 'vitest'
import { aQuestion, aRequest, aSupporter, theDay } from '#test/matching/builders.ts'
import type { SupporterFacts } from './facts.ts'
import { whyNoLonger } from './since-yes.ts'

const asked = { request: aRequest({ agreed: ['hanako'], themes: ['work'] }) }

test.each<[string, Partial<SupporterFacts>, string[]]>([
  ['nothing has come', {}, []],
  ['a pause that goes on', { pause: { until: null } }, ['pause']],
  ['a pause that is over', { pause: { until: theDay - 400 } }, []],
  ['the activity is not wanted any more', { wishes: new Map([['walk', 'no' as const]]) }, ['other_circumstances']],
  ['a theme is not spoken about any more', { themes: new Map([['work', 'not' as const]]) }, ['theme']],
  ['another visit of the same week', { maxPerWeek: 1, visitDays: [theDay - 1] }, ['week_limit']],
  ['enough of the month', { maxPerMonth: 1, visitDays: [theDay + 20] }, ['month_limit']],
  ['rest between two visits', { restDays: 1, visitDays: [theDay + 1] }, ['rest']],
  ['the registration ends before', { registeredUntil: theDay - 1 }, ['not_registered']],
  ['several at once', { pause: { until: null }, maxPerMonth: 0 }, ['pause', 'month_limit']],
  [
    'other hours, another time of the day: their yes has answered that',
    { hours: { weekly: [], exceptions: new Map(), said: true } },
    [],
  ],
  ['somebody they avoid: judged with the group', { avoidsPeople: new Set(['host']) }, []],
])('%s', (_, more, reasons) => {
  expect(whyNoLonger(aQuestion({ ...asked, supporters: [aSupporter(more)] }), 'hanako')).toEqual(reasons)
})

test('whoever is not registered any more', () => {
  expect(whyNoLonger(aQuestion({ ...asked, supporters: [] }), 'hanako')).toEqual(['not_registered'])
})
