import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AttemptKind, attemptLimits, codeKeys, passwordKeys, waitUntil } from './attempt-limits.ts'
import { mayMailLink } from './link-budget.ts'

const now = new Date('2026-11-22T01:00:00Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const kinds = Object.keys(attemptLimits) as AttemptKind[]

describe('A window of tries', () => {
  test('is open below its number and closed at it, and opens again when the oldest that counts is out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.array(fc.integer({ min: 0, max: 4 * 3_600_000 }), { maxLength: 90 }),
        (kind, ages) => {
          const { tries, within } = attemptLimits[kind]
          const wait = waitUntil(kind, ages.map(ago), now)
          expect(wait === null).toBe(ages.filter((age) => age < within).length < tries)
          if (!wait) return
          expect(wait.getTime()).toBeGreaterThan(now.getTime())
          expect(waitUntil(kind, ages.map(ago), wait)).toBeNull()
        },
      ),
    )
  })

  test('of an unknown place never counts against a browser the owner came in with', () => {
    const stranger = { account: 'a@example.jp', address: '203.0.113.9', device: null }
    const owner = { account: 'a@example.jp', address: '203.0.113.9', device: 'hash' }
    const names = (keys: { kind: string; key: string }[]) => keys.map(({ kind, key }) => `${kind}|${key}`)
    const shared = names(passwordKeys(owner)).filter((key) => names(passwordKeys(stranger)).includes(key))
    expect(shared).toEqual(['password:address|203.0.113.9'])
    expect(names(codeKeys(owner)).filter((key) => names(codeKeys(stranger)).includes(key))).toEqual([])
  })

  test('one stranger alone never uses up what all strangers have together', () => {
    expect(attemptLimits['password:place'].tries).toBeLessThan(attemptLimits['password:strangers'].tries)
    expect(attemptLimits['password:place'].within).toBeGreaterThanOrEqual(attemptLimits['password:strangers'].within)
    expect(attemptLimits['password:strangers']).toEqual({ tries: 10, within: 3_600_000 })
  })
})

describe('The budget of mailed links', () => {
  test('never leaves a mailbox without a live link, however many were asked for', () => {
    fc.assert(
      fc.property(fc.nat(5), fc.nat(500), (live, lastDay) => {
        if (live === 0) expect(mayMailLink({ live, lastDay })).toBe(true)
        if (live >= 3) expect(mayMailLink({ live, lastDay })).toBe(false)
      }),
    )
  })
})
