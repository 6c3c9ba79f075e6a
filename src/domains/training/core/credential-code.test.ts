import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeFrom, comparedName, printedCode, proofText, readCode } from './credential-code.ts'

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 })

test('a code is read again however it was typed from the paper', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = codeFrom(random)
      expect(code).toHaveLength(25)
      expect(readCode(code)).toBe(code)
      expect(readCode(printedCode(code))).toBe(code)
      expect(readCode(` ${printedCode(code).toLowerCase().replaceAll('-', '－ ')} `)).toBe(code)
      expect(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
    }),
  )
})

test('two codes differ wherever their bits do', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 124 }), (random, at) => {
      const other = Uint8Array.from(random)
      const byte = Math.floor(at / 8)
      other[byte] = (other[byte] ?? 0) ^ (0x80 >> (at % 8))
      expect(codeFrom(other)).not.toBe(codeFrom(random))
    }),
  )
})

test('whatever is typed, it is a code of our letters or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(readCode(typed) ?? '0'.repeat(25)).toMatch(/^[0-9A-HJKMNP-TV-Z]{25}$/)
    }),
  )
})

test.each([
  ['山田 太郎', '山田太郎'],
  ['山田　太郎', '山田太郎'],
  ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ タロウ'],
  ['ＳＭＩＴＨ　Ａｎｎ', 'Smith Ann'],
  ['辻\u{E0100} 花子', '辻花子'],
])('%s is the same name as %s', (one, other) => {
  expect(comparedName(one)).toBe(comparedName(other))
})

test.each([
  ['髙橋 恵', '高橋 恵'],
  ['山田 太郎', '山田 大郎'],
  ['やまだ たろう', 'ヤマダ タロウ'],
])('%s is another name than %s', (one, other) => {
  expect(comparedName(one)).not.toBe(comparedName(other))
})

test('a proof is of one code and one name', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const code = codeFrom(new Uint8Array(16))
      expect(proofText(code, one) === proofText(code, other)).toBe(comparedName(one) === comparedName(other))
    }),
  )
})
