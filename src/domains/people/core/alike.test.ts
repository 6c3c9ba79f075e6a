import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alikeAmong, isSame, type Known } from './alike.ts'

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
