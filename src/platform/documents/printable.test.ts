import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable } from './printable.ts'

test.each([
  ['a switch of direction', 'abc\u202edef\u2066\u200f', 'abcdef'],
  ['bells and other control characters', 'a\u0000b\u0007c\u001b[1m', 'abc[1m'],
  ['the mark at the beginning of a file', '\ufeff見本', '見本'],
  ['half of a character', 'a\ud842', 'a\ufffd'],
  ['ends of lines of other machines', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
  ['a tab', 'a\tb', 'a b'],
])('%s', (_, typed, shown) => {
  expect(printable(typed)).toBe(shown)
})

test('letters keep the shape that their owner gave them', () => {
  for (const name of ['髙橋', '𠮷田', '神田', '邊󠄀', 'がき', '👨‍👩‍👧']) expect(printable(name)).toBe(name)
})

test('what no font has is marked, wherever it stands', () => {
  const data = { names: ['김', { of: '김 花' }], count: 3, none: null }
  expect(printable(data, new Set(['김']))).toEqual({ names: ['〓', { of: '〓 花' }], count: 3, none: null })
})

test('done twice it is as done once, and no text is left that turns direction', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = String(printable(text))
      expect(printable(once)).toBe(once)
      expect(once.replaceAll('\n', '')).not.toMatch(/[\p{Bidi_Control}\p{Cc}]/u)
    }),
  )
})
