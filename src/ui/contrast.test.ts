import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrastRatio, readableOnWhite, textColourOn } from './contrast.ts'

const colour = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)

test('black on white is 21 to 1, and the ratios of known greys are as published', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test('text on any colour can be read', () => {
  fc.assert(fc.property(colour, (hex) => contrastRatio(hex, textColourOn(hex)) >= 4.17))
})

test('any colour is made dark enough to be read on white, and a dark one is left alone', () => {
  fc.assert(fc.property(colour, (hex) => contrastRatio(readableOnWhite(hex), '#ffffff') >= 5.5))
  expect(readableOnWhite('#0017c1')).toBe('#0017c1')
})
