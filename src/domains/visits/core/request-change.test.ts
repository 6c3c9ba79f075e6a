import { expect, test } from 'vitest'
import { materialChange, type RequestTerms } from './request-change.ts'

const before: RequestTerms = {
  placeId: 'p1',
  activityId: 'a1',
  slots: [
    { startsAt: 1000, endsAt: 2000 },
    { startsAt: 5000, endsAt: 6000 },
  ],
  online: false,
  audience: '通所している人',
  audienceCount: 8,
  themes: ['暮らし', '仕事'],
  forGender: null,
  language: 'ja',
}

test.each<[string, Partial<RequestTerms>, string[]]>([
  ['nothing', {}, []],
  ['the same times in another order', { slots: [...before.slots].reverse() }, []],
  ['the same themes in another order', { themes: ['仕事', '暮らし'] }, []],
  ['a space in the words', { audience: '通所 している人' }, []],
  ['one listener more', { audienceCount: 9 }, []],
  ['another place', { placeId: 'p2' }, ['place']],
  ['another activity', { activityId: 'a2' }, ['activity']],
  ['another time', { slots: [{ startsAt: 1000, endsAt: 2500 }] }, ['time']],
  ['online instead', { online: true }, ['online']],
  ['other people', { audience: '家族の会' }, ['audience']],
  ['half as many again', { audienceCount: 12 }, ['audience_count']],
  ['a number that was not known', { audienceCount: null }, ['audience_count']],
  ['another theme', { themes: ['仕事'] }, ['themes']],
  ['for women', { forGender: 'woman' }, ['for_gender']],
  ['in English', { language: 'en' }, ['language']],
  ['several at once', { placeId: 'p2', online: true }, ['place', 'online']],
])('%s', (_, change, expected) => {
  expect(materialChange(before, { ...before, ...change })).toEqual(expected)
})
