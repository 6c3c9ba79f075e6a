import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundTo, openText, sealText } from './cipher.ts'

const key = randomBytes(32)
const bound = boundTo('care.note.text_sealed', 'a1', 'b2')
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/='

describe('a sealed text', () => {
  test('opens where it was sealed, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(openText(key, bound, sealText(key, bound, text))).toBe(text)
      }),
    )
  })

  test('is never the same twice', () => {
    expect(sealText(key, bound, '同じ')).not.toBe(sealText(key, bound, '同じ'))
  })

  test('does not open in another field, for another person, in another row, or with another key', () => {
    const sealed = sealText(key, bound, 'CNRY')
    const elsewhere = [
      boundTo('care.note.other', 'a1', 'b2'),
      boundTo('care.note.text_sealed', 'a2', 'b2'),
      boundTo('care.note.text_sealed', 'a1', 'b3'),
    ]
    for (const place of elsewhere) expect(() => openText(key, place, sealed)).toThrow('does not open')
    expect(() => openText(randomBytes(32), bound, sealed)).toThrow('does not open')
  })

  test('does not open when one character of it was changed, taken out or added', () => {
    const edit = fc.record({
      at: fc.nat(),
      how: fc.constantFrom('change', 'cut', 'add'),
      to: fc.constantFrom(...alphabet),
    })
    fc.assert(
      fc.property(fc.string(), edit, (text, { at, how, to }) => {
        const sealed = sealText(key, bound, text)
        const index = at % sealed.length
        const rest = sealed.slice(how === 'add' ? index : index + 1)
        const edited = sealed.slice(0, index) + (how === 'cut' ? '' : to) + rest
        if (edited !== sealed) expect(() => openText(key, bound, edited)).toThrow('does not open')
      }),
    )
  })

  test('does not open with a tag cut short', () => {
    const bytes = Buffer.from(sealText(key, bound, '短い').slice(2), 'base64')
    for (let length = 0; length < bytes.length; length++) {
      expect(() => openText(key, bound, `1.${bytes.subarray(0, length).toString('base64')}`)).toThrow('does not open')
    }
  })
})
