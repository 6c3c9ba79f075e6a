import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { whoAmong } from './who.ts'

const aoi = { name: '見本 葵', kana: 'みほん あおい' }
const sora = { name: '例 空', kana: 'れい そら' }
const otherSora = { name: '例 空', kana: 'れい くう' }
const who = whoAmong([aoi, sora, otherSora])

describe('of whom a list speaks', () => {
  test.each([
    ['name and reading, however they are typed', '見本　葵', 'ﾐﾎﾝ ｱｵｲ', { kind: 'one', person: aoi }],
    ['a name that nobody else has, without a reading', '見本 葵', '', { kind: 'one', person: aoi }],
    ['one of two of the same name, by the reading', '例 空', 'レイ ソラ', { kind: 'one', person: sora }],
    ['two of the same name without a reading', '例 空', '', { kind: 'maybe', people: [sora, otherSora] }],
    ['the name with another reading', '見本 葵', 'みほん あお', { kind: 'maybe', people: [aoi] }],
    ['the reading with another name', '見本 碧', 'みほん あおい', { kind: 'maybe', people: [aoi] }],
    ['nobody who is here', '例 海', 'れい うみ', { kind: 'nobody' }],
  ])('%s', (_, name, kana, found) => expect(who({ name, kana })).toEqual(found))

  test('two of the same name and reading are never told apart by themselves', () => {
    expect(whoAmong([aoi, { ...aoi }])(aoi).kind).toBe('maybe')
  })

  test('whoever is found for certain has that name, and nobody else could be meant', () => {
    const text = fc.constantFrom('', 'あ', 'ア', 'い')
    const named = fc.record({ name: text, kana: text })
    fc.assert(
      fc.property(fc.array(named, { maxLength: 5 }), named, (people, asked) => {
        const found = whoAmong(people)(asked)
        const same = people.filter((one) => whoAmong([one])(asked).kind === 'one')
        expect(found.kind === 'one').toBe(same.length === 1)
      }),
    )
  })
})
