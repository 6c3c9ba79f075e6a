import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded } from './kana.ts'

describe('folding of names', () => {
  test.each([
    ['みほん はるこ', 'みほんはるこ'],
    ['ミホン　ハルコ', 'みほんはるこ'],
    ['ﾐﾎﾝ ﾊﾙｺ', 'みほんはるこ'],
    ['ジョン・スミス', 'じょんすみす'],
    ['Ｓｍｉｔｈ', 'smith'],
    ['ヴィクトリー', 'ゔぃくとりー'],
    ['見本 春子', '見本春子'],
  ])('%s is looked for as %s', (typed, expected) => {
    expect(folded(typed)).toBe(expected)
  })

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => folded(folded(text)) === folded(text)))
  })
})
