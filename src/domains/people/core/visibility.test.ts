import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#kernel/calendar-day.ts'
import { type Role, roles } from '#kernel/role.ts'
import { type ConsentKey, consentLines, keyOf } from './consents.ts'
import { classesSeen, type SharedVisit, type VisibilityFacts } from './visibility.ts'

const today = day('2026-11-22')
const now = new Date('2026-11-22T03:00:00Z')
const allKeys: ConsentKey[] = consentLines.map(keyOf)
const visit = (as: SharedVisit['as'], more: Partial<SharedVisit> = {}): SharedVisit => ({
  as,
  agreedAt: new Date('2026-11-01T00:00:00Z'),
  seenUntil: addDays(today, 3),
  ...more,
})
const facts = (role: Role, more: Partial<VisibilityFacts> = {}): VisibilityFacts => ({
  role,
  self: false,
  following: false,
  visits: [],
  given: new Set(),
  reasonGiven: false,
  now,
  today,
  ...more,
})
const seen = (given: VisibilityFacts): string => [...classesSeen(given)].toSorted().join(' ')

type Relation = 'self' | 'following' | 'companion' | 'place' | 'fellow' | 'other'
const relations: Relation[] = ['self', 'following', 'companion', 'place', 'fellow', 'other']
const related = (role: Role, relation: Relation, given: ReadonlySet<ConsentKey>): VisibilityFacts => {
  if (relation === 'self') return facts(role, { self: true, given })
  if (relation === 'following') return facts(role, { following: true, given })
  return facts(role, { visits: relation === 'other' ? [] : [visit(relation)], given })
}

// Written by hand from the table of who sees what: role, relation → without any consent | with every consent.
const own = 'card care considerations contact experience lived logistics money'
const coordinator = [
  'card contact experience figures logistics money staff',
  'card care considerations contact experience figures lived logistics money staff',
]
const table: Record<Role, Partial<Record<Relation, readonly string[]>> & { otherwise: readonly string[] }> = {
  seeker: { otherwise: ['', ''] },
  trainee: { otherwise: ['', ''] },
  supporter: { fellow: ['card', 'card'], otherwise: ['', ''] },
  companion: {
    following: [
      'card contact experience logistics staff',
      'card care considerations contact experience lived logistics staff',
    ],
    companion: ['card experience logistics', 'card care considerations contact experience lived logistics'],
    otherwise: ['card experience logistics', 'card experience logistics'],
  },
  supervisor: { otherwise: ['card experience logistics', 'card experience logistics'] },
  coordinator: { otherwise: coordinator },
  host: { place: ['card', 'card considerations experience'], otherwise: ['', ''] },
  group: { otherwise: ['', ''] },
  officer: { otherwise: ['figures', 'figures'] },
  admin: { otherwise: ['', ''] },
}

describe('who sees which classes of a person', () => {
  test.each(roles.flatMap((role) => relations.map((relation) => [role, relation] as const)))(
    '%s, %s: without any consent and with every consent',
    (role, relation) => {
      const expected = relation === 'self' ? [own, own] : (table[role][relation] ?? table[role].otherwise)
      expect([seen(related(role, relation, new Set())), seen(related(role, relation, new Set(allKeys)))]).toEqual(
        expected,
      )
    },
  )

  test.each([
    ['place.name', 'host', 'place', 'card'],
    ['place.considerations', 'host', 'place', 'card considerations'],
    ['place.first_time', 'host', 'place', 'card experience'],
    ['companion.contact', 'companion', 'companion', 'card contact experience logistics'],
    ['companion.experience', 'companion', 'companion', 'card experience lived logistics'],
    ['companion.care', 'companion', 'companion', 'card care considerations experience logistics'],
    ['staff.experience', 'companion', 'following', 'card contact experience lived logistics staff'],
    ['staff.care', 'companion', 'following', 'card care considerations contact experience logistics staff'],
    ['staff.experience', 'coordinator', 'other', 'card contact experience figures lived logistics money staff'],
    ['staff.care', 'coordinator', 'other', 'card care considerations contact experience figures logistics money staff'],
  ] as const)('the line %s shows one thing to %s', (key, role, relation, expected) => {
    expect(seen(related(role, relation, new Set([key])))).toBe(expected)
  })

  test('consent to one recipient shows nothing to another', () => {
    const of = (recipient: string) => new Set(allKeys.filter((key) => key.startsWith(`${recipient}.`)))
    expect(seen(related('host', 'place', of('staff')))).toBe('card')
    expect(seen(related('companion', 'companion', of('staff')))).toBe('card experience logistics')
    expect(seen(related('coordinator', 'other', of('companion')))).toBe(coordinator[0])
  })

  test.each([
    ['before the agreement', { agreedAt: new Date(now.getTime() + 1) }, ''],
    ['at the agreement', { agreedAt: now }, 'card'],
    ['on the last day', { seenUntil: today }, 'card'],
    ['the day after', { seenUntil: addDays(today, -1) }, ''],
  ])('the place sees the person %s: %j', (_, window, expected) => {
    expect(seen(facts('host', { visits: [visit('place', window)] }))).toBe(expected)
  })

  test('a reason opens to the coordinator what is needed in an emergency, and to nobody else', () => {
    for (const role of roles) {
      const without = seen(facts(role))
      const opened = seen(facts(role, { reasonGiven: true }))
      expect(opened === without).toBe(role !== 'coordinator')
    }
    expect(seen(facts('coordinator', { reasonGiven: true }))).toContain('care')
  })
})

const someFacts = fc.record({
  role: fc.constantFrom(...roles),
  self: fc.boolean(),
  following: fc.boolean(),
  visits: fc.array(
    fc.record({
      as: fc.constantFrom('place' as const, 'companion' as const, 'fellow' as const),
      agreedAt: fc.integer({ min: -5, max: 5 }).map((hours) => new Date(now.getTime() + hours * 3_600_000)),
      seenUntil: fc.integer({ min: -5, max: 5 }).map((days) => addDays(today, days)),
    }),
    { maxLength: 3 },
  ),
  given: fc.subarray(allKeys).map((keys): ReadonlySet<ConsentKey> => new Set(keys)),
  reasonGiven: fc.boolean(),
  now: fc.constant(now),
  today: fc.constant(today),
})

describe('taking something away never shows more', () => {
  test.each<[string, (given: VisibilityFacts) => VisibilityFacts]>([
    ['a visit', (given) => ({ ...given, visits: given.visits.slice(1) })],
    ['the following', (given) => ({ ...given, following: false })],
    ['a consent', (given) => ({ ...given, given: new Set([...given.given].slice(1)) })],
    ['the reason', (given) => ({ ...given, reasonGiven: false })],
    ['the days left', (given) => ({ ...given, today: addDays(given.today, 6) })],
  ])('%s', (_, without) => {
    fc.assert(
      fc.property(someFacts, (given) => {
        const before = classesSeen(given)
        for (const kind of classesSeen(without(given))) expect(before.has(kind)).toBe(true)
      }),
    )
  })

  test('staff notes are never shown to the person they are about', () => {
    fc.assert(
      fc.property(someFacts, (given) => {
        expect(classesSeen({ ...given, self: true }).has('staff')).toBe(false)
      }),
    )
  })
})
