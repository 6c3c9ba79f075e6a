import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLive, isRecentProof, type SessionKind, secondFactorOf, sessionEnd, sessionLimits } from './session-limits.ts'

const at = (ms: number) => new Date(1_780_000_000_000 + ms)
const kinds = Object.keys(sessionLimits) as SessionKind[]

describe('A session', () => {
  test('lives exactly as long as both of its limits allow', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.integer({ min: 0, max: 40 * 86_400_000 }),
        fc.integer({ min: 0, max: 40 * 86_400_000 }),
        (kind, seen, asked) => {
          fc.pre(seen <= asked)
          const times = { provedAt: at(0), lastSeenAt: at(seen), expiresAt: sessionEnd(kind, at(0)) }
          const { absolute, idle } = sessionLimits[kind]
          expect(isLive(times, kind, at(asked))).toBe(asked < absolute && asked - seen < idle)
        },
      ),
    )
  })

  test('of staff is never longer than NIST AAL2 allows, and an unfinished one is the shortest', () => {
    expect(sessionLimits.staff.idle).toBeLessThanOrEqual(3_600_000)
    expect(sessionLimits.staff.absolute).toBeLessThanOrEqual(24 * 3_600_000)
    expect(sessionLimits.open.absolute).toBeLessThan(sessionLimits.staff.absolute)
  })

  test('proves the person for a quarter of an hour', () => {
    const times = { provedAt: at(0), lastSeenAt: at(0), expiresAt: at(9e9) }
    expect(isRecentProof(times, at(14 * 60_000))).toBe(true)
    expect(isRecentProof(times, at(15 * 60_000))).toBe(false)
  })
})

describe('The second factor', () => {
  test('is asked of whoever has one or holds a staff role, in all eight cases', () => {
    const table = [false, true].flatMap((holdsStaffRole) =>
      [false, true].flatMap((totpConfirmed) =>
        [false, true].map((hasShown) => secondFactorOf({ holdsStaffRole, totpConfirmed, hasShown })),
      ),
    )
    expect(table).toEqual(['not-needed', 'done', 'needed', 'done', 'to-set-up', 'done', 'needed', 'done'])
  })
})
