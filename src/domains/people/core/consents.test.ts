import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConsentSaid, consentLines, givenNow, keyOf, nameForPlace } from './consents.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 22, hour))
const said = (given: boolean, hour: number, line = { recipient: 'place', item: 'name' }): ConsentSaid => ({
  ...line,
  given,
  at: at(hour),
})

describe('consent, line by line', () => {
  test('nothing said is not given', () => {
    expect(givenNow([], at(12)).size).toBe(0)
  })

  test('the newest word counts, in whatever order they are read', () => {
    const history = [said(true, 1), said(false, 2), said(true, 3)]
    expect(givenNow(history, at(12)).has('place.name')).toBe(true)
    expect(givenNow(history.toReversed(), at(12)).has('place.name')).toBe(true)
    expect(givenNow([...history, said(false, 4)], at(12)).has('place.name')).toBe(false)
  })

  test('of two words at the same instant the refusal counts', () => {
    expect(givenNow([said(true, 1), said(false, 1)], at(12)).size).toBe(0)
    expect(givenNow([said(false, 1), said(true, 1)], at(12)).size).toBe(0)
  })

  test('a word counts from the instant at which it is said', () => {
    expect(givenNow([said(true, 12)], at(12)).size).toBe(1)
    expect(givenNow([said(true, 1), said(false, 12)], at(12)).size).toBe(0)
  })

  test('a word of the future, or on a line that we do not know, gives nothing', () => {
    expect(givenNow([said(true, 13)], at(12)).size).toBe(0)
    expect(givenNow([said(true, 1, { recipient: 'place', item: 'diagnosis' })], at(12)).size).toBe(0)
  })

  test('taking back one line leaves the others as they were', () => {
    fc.assert(
      fc.property(fc.subarray([...consentLines]), fc.constantFrom(...consentLines), (lines, back) => {
        const history = lines.map((line) => said(true, 1, line))
        const expected = new Set(lines.filter((line) => line !== back).map(keyOf))
        expect(givenNow([...history, said(false, 2, back)], at(12))).toEqual(expected)
      }),
    )
  })

  test('a place says the name that the person chose', () => {
    const person = { name: '見本 春子', nickname: 'はる' }
    expect(nameForPlace(person, new Set())).toBe('はる')
    expect(nameForPlace(person, new Set(['place.name']))).toBe('見本 春子')
  })
})
