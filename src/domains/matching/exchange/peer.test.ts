import { describe, expect, test } from 'vitest'
import { type Chance, chance } from '#src/sample/random.ts'
import { check } from './check.ts'
import type { ExchangePlan, ExchangeVisit, Instance } from './form.ts'
import { generate } from './generate.ts'

// Another program that checks plans of this format can be named; what it says of damaged plans has to be what is said here.
const peer = process.env['HITOBA_PEER_CHECKER']

interface PeerReport {
  violations: number
  /** The first few of them, each begins with its code. */
  firstViolations: string[]
  filled: number
  want: number
  continuity: number
  fair: number
  travelSum: number
  J: number
}

describe('another checker (named in HITOBA_PEER_CHECKER; left out where none is)', () => {
  test.skipIf(peer === undefined)('says the same of damaged plans', async () => {
    const other = (await import(String(peer))) as { check: (instance: Instance, plan: ExchangePlan) => PeerReport }
    const told = { whole: 0, broken: 0 }
    for (const { instance, plan } of damagedPlans()) {
      const { violations, objective } = check(instance, plan)
      const theirs = other.check(instance, plan)
      const codes = new Set<string>(violations.map(({ code }) => code))
      expect(theirs.violations > 0).toBe(codes.size > 0)
      if (theirs.violations <= theirs.firstViolations.length) {
        expect(new Set(theirs.firstViolations.map((text) => text.slice(0, 3)))).toEqual(codes)
      }
      if (codes.size > 0) told.broken += 1
      else {
        const { filled, want, continuity, fair: fairness, travelSum: travel, J: j } = theirs
        expect(objective).toEqual({ filled, want, continuity, fairness, travel, j })
        told.whole += 1
      }
    }
    expect(told.whole).toBeGreaterThan(20)
    expect(told.broken).toBeGreaterThan(200)
  })
})

function* damagedPlans(): Generator<{ instance: Instance; plan: ExchangePlan }> {
  for (const seed of [1, 2, 3, 4]) {
    const made = generate('M', seed, { agreed: 0.2, declined: 0.1 })
    const [kept, others] = [made.locked.slice(0, 20), made.locked.slice(20)]
    const instance = { ...made, locked: kept }
    const luck = chance(seed)
    for (let i = 0; i < 150; i += 1) {
      const visits = structuredClone([...kept, ...others])
      luck.pick(damages)(visits, instance, luck)
      yield { instance, plan: { format: 'psmatch-plan/1', visits } }
    }
  }
}

type Damage = (visits: ExchangeVisit[], instance: Instance, luck: Chance) => void

const somebody = (instance: Instance, luck: Chance): number => luck.int(0, instance.supporters.length - 1)

const damages: Damage[] = [
  (visits, _, luck) => visits.splice(luck.int(0, visits.length - 1), 1),
  (visits, _, luck) => visits.push({ ...luck.pick(visits) }),
  (visits, instance, luck) => luck.pick(visits).supporters.splice(0, 1, somebody(instance, luck)),
  (visits, instance, luck) => luck.pick(visits).supporters.push(somebody(instance, luck)),
  (visits, _, luck) => luck.pick(visits).supporters.pop(),
  (visits, _, luck) => (luck.pick(visits).option = luck.int(0, 2)),
  (visits, _, luck) => (luck.pick(visits).staff = null),
  (visits, instance, luck) => (luck.pick(visits).staff = luck.int(0, instance.staff.length - 1)),
  (visits, _, luck) => (luck.pick(visits).request = luck.int(0, 700)),
  (visits, _, luck) => {
    const [one, other] = [luck.pick(visits), luck.pick(visits)]
    ;[one.supporters, other.supporters] = [other.supporters, one.supporters]
  },
  (visits, _, luck) => {
    const [one, other] = [luck.pick(visits), luck.pick(visits)]
    ;[one.staff, other.staff] = [other.staff, one.staff]
  },
  (visits, _, luck) => luck.pick(visits).supporters.reverse(),
]
