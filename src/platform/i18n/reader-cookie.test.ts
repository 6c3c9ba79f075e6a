import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locales } from './reader.ts'
import { readerCookie, readerOf } from './reader-cookie.ts'

const anyReader = fc.record({
  locale: fc.constantFrom(...locales),
  furigana: fc.boolean(),
  large: fc.boolean(),
  calm: fc.boolean(),
})

test('what the cookie keeps is what is read back, among other cookies', () => {
  fc.assert(
    fc.property(anyReader, (reader) => {
      const pair = readerCookie(reader).split(';')[0]
      expect(readerOf(`session=x; ${pair}; other=1`, 'de')).toEqual(reader)
    }),
  )
})

test('without a cookie the browser’s first language decides, Japanese where it says nothing', () => {
  expect(readerOf(undefined, undefined).locale).toBe('ja')
  expect(readerOf('', 'ja-JP,en;q=0.8').locale).toBe('ja')
  expect(readerOf('', 'en-GB,ja;q=0.8').locale).toBe('en')
  expect(readerOf('', '*').locale).toBe('ja')
})

test('a cookie that says nonsense is Japanese without marks', () => {
  expect(readerOf('reading=klingon.furious', 'en')).toEqual({
    locale: 'ja',
    furigana: false,
    large: false,
    calm: false,
  })
})
