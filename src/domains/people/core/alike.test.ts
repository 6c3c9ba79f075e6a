import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeAmong, isSame, isSettled, type Known, likelyDoubles, pairSign, sharedBy } from './alike.ts'

const aoi: Known = { name: '見本 葵', kana: 'みほん あおい', email: 'aoi@example.jp', phone: '03-0000-0001' }
const other: Known = { name: '例 空', kana: 'れい そら', email: null, phone: null }

describe('who may be the same person', () => {
  test.each<[string, Partial<Known>]>([
    ['the name, with other spaces and width', { name: '見本　葵', kana: '', email: null, phone: null }],
    ['the reading in katakana', { name: '見本 アオイ', kana: 'ミホン　アオイ', email: null, phone: null }],
    ['the address', { name: 'あおい', kana: '', email: 'AOI@example.jp', phone: null }],
    ['the telephone, without hyphens', { name: 'あおい', kana: '', email: null, phone: '0300000001' }],
  ])('is found by %s', (_, more) => {
    expect(alikeAmong([aoi, other])({ ...aoi, ...more })).toEqual([aoi])
  })

  test('somebody with nothing in common is not', () => {
    expect(alikeAmong([aoi])(other)).toEqual([])
  })

  test('an empty reading is shared with nobody', () => {
    const nameless = { ...other, kana: '' }
    expect(alikeAmong([nameless])({ ...aoi, kana: '' })).toEqual([])
  })
})

describe('who is certainly the same', () => {
  test('all is said, and all is equal', () => {
    expect(isSame(aoi, { ...aoi, name: '見本葵', phone: '0300000001' })).toBe(true)
  })

  test.each<Partial<Known>>([{ name: '見本 青' }, { kana: 'みほん あお' }, { email: 'b@example.jp' }, { phone: null }])(
    'one thing differs: %j',
    (more) => expect(isSame(aoi, { ...aoi, ...more })).toBe(false),
  )

  test('a name alone is not enough: two people may share it', () => {
    expect(isSame(other, other)).toBe(false)
  })

  test('whoever is the same is also found', () => {
    const text = fc.constantFrom('a', 'b', 'あ')
    const known = fc.record({
      name: text,
      kana: text,
      email: fc.option(text),
      phone: fc.option(fc.constantFrom('03-1', '031')),
    })
    fc.assert(
      fc.property(known, known, (one, two) => {
        if (isSame(one, two)) expect(alikeAmong([one])(two)).toEqual([one])
        expect(isSame(one, two)).toBe(isSame(two, one))
      }),
    )
  })
})

describe('records that are likely of one person', () => {
  const person = (id: string, more: Partial<Known>) => ({
    ...other,
    id,
    name: `名前${id}`,
    kana: `なまえ${id}`,
    ...more,
  })

  test.each<[string, Partial<Known>, Partial<Known>, string[]]>([
    ['the same name', { name: '見本 葵' }, { name: '見本　葵' }, ['name']],
    ['the same reading', { kana: 'みほん' }, { kana: 'ミホン' }, ['kana']],
    [
      'an address and a telephone',
      { email: 'a@b.jp', phone: '03-1' },
      { email: 'A@b.jp', phone: '031' },
      ['email', 'phone'],
    ],
  ])('%s', (_, one, two, shared) => {
    const people = [person('1', one), person('2', two)]
    expect(likelyDoubles(people, new Set())).toEqual([{ one: people[0], other: people[1], shared }])
  })

  test.each<[string, Partial<Known>, Partial<Known>]>([
    ['a telephone alone, as in a home', { phone: '03-1' }, { phone: '03-1' }],
    ['an address alone, as in a family', { email: 'a@b.jp' }, { email: 'a@b.jp' }],
    ['nothing', {}, {}],
  ])('%s is not enough', (_, one, two) => {
    expect(likelyDoubles([person('1', one), person('2', two)], new Set())).toEqual([])
  })

  test('a pair of which it was said is not proposed again, in whatever order', () => {
    const people = [person('1', { name: '見本' }), person('2', { name: '見本' })]
    expect(likelyDoubles(people, new Set([pairSign('2', '1')]))).toEqual([])
  })

  test('each pair stands once, and only with what it shares', () => {
    const text = fc.constantFrom('a', 'b')
    const known = fc.record({
      name: text,
      kana: text,
      email: fc.option(text),
      phone: fc.option(fc.constantFrom('1', '2')),
    })
    fc.assert(
      fc.property(fc.array(known, { maxLength: 6 }), (all) => {
        const people = all.map((one, index) => ({ ...one, id: String(index) }))
        const pairs = likelyDoubles(people, new Set())
        const signs = pairs.map(({ one, other: two }) => pairSign(one.id, two.id))
        expect(new Set(signs).size).toBe(signs.length)
        for (const { one, other: two, shared } of pairs) expect(sharedBy(two, one)).toEqual(shared)
      }),
    )
  })
})

test.each<[string, Partial<Known>, string[], boolean]>([
  ['one alone may be the one, or not', {}, ['a'], false],
  ['of two who are known to differ, one has all that is said', {}, ['a', 'b'], true],
  ['nobody said how the third differs', {}, ['a', 'b', 'c'], false],
  ['a telephone that none of them has', { phone: '03-5555-6666' }, ['a', 'b'], false],
  ['the telephone of one', { phone: '0300000001' }, ['a', 'b'], true],
  ['another reading', { kana: 'みほん あおい子' }, ['a', 'b'], false],
])('is it settled whom a row speaks of: %s', (_, more, ids, settled) => {
  const unsaid = { ...aoi, email: null, phone: null }
  const alike = ids.map((id) => ({ ...unsaid, id, phone: id === 'a' ? '03-0000-0001' : null }))
  expect(isSettled({ ...unsaid, ...more }, alike, new Set([pairSign('a', 'b')]))).toBe(settled)
})
