import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, day, monthOf } from '#kernel/calendar-day.ts'
import { conditionsOf, type FeeCondition, feeConditions } from './fee-conditions.ts'
import { feeRules, type FeeService, type FeeSupplement, feeSupplements } from './fee-rules.ts'
import { type FeeAnswer, feeAnswer, type OfficeFacts, type OfficeStaff } from './fee-supplement.ts'

const on = day('2026-11-15')

const hours = (fte: number, at: CalendarDay = on): Record<string, number> => ({ [monthOf(at)]: fte })

const peer = (more: Partial<OfficeStaff> = {}): OfficeStaff => ({
  id: 'peer',
  role: 'experience',
  recognisedOn: day('2020-04-01'),
  basicOn: day('2020-10-04'),
  advancedOn: day('2020-12-13'),
  otherTrainingOn: null,
  fte: hours(50),
  givesSupport: true,
  ...more,
})

const beside = (more: Partial<OfficeStaff> = {}): OfficeStaff =>
  peer({ id: 'beside', role: 'colleague', recognisedOn: null, givesSupport: false, ...more })

const office = (service: FeeService, more: Partial<OfficeFacts> = {}): OfficeFacts => ({
  services: [service],
  flatRate: [],
  staff: [peer(), beside()],
  inHouse: [{ on: day('2026-06-01'), topic: '', ledBy: ['peer'], others: 4 }],
  notifiedOn: day('2026-03-15'),
  publishedOn: day('2026-03-20'),
  ...more,
})

const consultation = (more: Partial<OfficeFacts> = {}) => office('planned_consultation', more)
const workshop = (more: Partial<OfficeFacts> = {}) =>
  office('continued_work_b', { flatRate: ['continued_work_b'], ...more })

const missingOf = (answer: FeeAnswer): string[] =>
  answer.answer === 'not_yet' && answer.rule ? answer.missing.map((one) => one.kind) : []

/** Twelve offices that hold a supplement. */
const holding: [string, FeeSupplement, OfficeFacts][] = [
  ['a consultation office', 'peer_system', consultation()],
  ['an office for children', 'peer_system', office('child_consultation')],
  ['support to live on one’s own', 'peer_system', office('independent_living')],
  ['from the hospital to the community', 'peer_system', office('transition')],
  ['settling in', 'peer_system', office('settlement')],
  [
    'two people with experience whose hours come to half a post',
    'peer_system',
    consultation({ staff: [peer({ fte: hours(20) }), peer({ id: 'peer2', fte: hours(30) }), beside()] }),
  ],
  ['a workshop of the flat-rate kind', 'peer_practice', workshop()],
  [
    'a workshop with a few hours of peer support',
    'peer_practice',
    workshop({ staff: [peer({ fte: hours(5) }), beside({ fte: hours(5) })] }),
  ],
  ['a group home', 'peer_practice', office('group_home')],
  ['a training for daily life', 'peer_practice', office('training_living')],
  ['those who left the group home', 'peer_after_leaving', office('after_leaving')],
  [
    'training led by the colleague a year ago to the day',
    'peer_system',
    consultation({ inHouse: [{ on: day('2025-11-15'), topic: '', ledBy: ['beside'], others: 1 }] }),
  ],
]

/** An office that is the same but for one condition. Whoever leads the training, it is not lost with somebody. */
const without: Record<FeeCondition, (office: OfficeFacts) => OfficeFacts> = {
  service: (one) => ({ ...one, services: [] }),
  experience: (one) => ({
    ...one,
    staff: one.staff.map((person) => (person.role === 'experience' ? { ...person, recognisedOn: null } : person)),
  }),
  colleague: (one) => ({ ...one, staff: one.staff.filter(({ role }) => role !== 'colleague') }),
  hours: (one) => ({
    ...one,
    staff: one.staff.map((person) => (person.role === 'colleague' ? { ...person, fte: {} } : person)),
  }),
  support: (one) => ({ ...one, staff: one.staff.map((person) => ({ ...person, givesSupport: false })) }),
  in_house: (one) => ({ ...one, inHouse: [] }),
  notice: (one) => ({ ...one, notifiedOn: null }),
  publication: (one) => ({ ...one, publishedOn: null }),
}

describe('offices that hold a supplement', () => {
  test.each(holding)('%s', (_, supplement, facts) => {
    expect(feeAnswer(supplement, facts, on)).toMatchObject({ answer: 'holds' })
  })

  const flipped = holding.flatMap(([name, supplement, facts]) =>
    feeConditions.map((condition) => [condition, name, supplement, facts] as const),
  )
  test.each(flipped)('without %s, %s holds it no longer, for that alone; or it is not asked for', (...row) => {
    const [condition, , supplement, facts] = row
    const everybodyLed = facts.inHouse.map((one) => ({ ...one, ledBy: facts.staff.map(({ id }) => id) }))
    const answer = feeAnswer(supplement, without[condition]({ ...facts, inHouse: everybodyLed }), on)
    if (answer.answer === 'cannot_be_said' || answer.rule === null) throw new Error('the rule is known')
    const states = conditionsOf(answer.rule, 'missing' in answer ? answer.missing : [])
    const isAsked = states.some((one) => one.condition === condition)
    expect(answer.answer).toBe(isAsked ? 'not_yet' : 'holds')
    expect(states.filter(({ state }) => state === 'not_met').map((one) => one.condition)).toEqual(
      isAsked ? [condition] : [],
    )
  })

  test('what each supplement asks for, as it was read', () => {
    const asked = (supplement: FeeSupplement) => {
      const rule = feeRules.find((one) => one.supplement === supplement && one.from <= on && on <= one.until)
      return rule && conditionsOf(rule, []).map(({ condition }) => condition)
    }
    const always = ['service', 'experience', 'colleague', 'hours']
    expect(asked('peer_system')).toEqual([...always, 'in_house', 'notice', 'publication'])
    expect(asked('peer_practice')).toEqual([...always, 'support', 'in_house', 'notice'])
    expect(asked('peer_after_leaving')).toEqual([...always, 'support', 'in_house', 'notice'])
  })
})

describe('each condition alone is missed, and nothing else', () => {
  const inHouse = { on: day('2026-06-01'), topic: '', ledBy: ['peer'], others: 4 }
  const flips: [string, FeeSupplement, OfficeFacts, string[]][] = [
    ['another service', 'peer_system', office('group_home'), ['service']],
    ['no service at all', 'peer_system', consultation({ services: [] }), ['service']],
    [
      'nobody with experience',
      'peer_system',
      consultation({ staff: [beside()], inHouse: [{ ...inHouse, ledBy: ['beside'] }] }),
      ['nobody_with_experience'],
    ],
    [
      'experience not recognised',
      'peer_system',
      consultation({ staff: [peer({ recognisedOn: null }), beside()], inHouse: [{ ...inHouse, ledBy: ['beside'] }] }),
      ['not_recognised'],
    ],
    [
      'recognised only tomorrow',
      'peer_system',
      consultation({
        staff: [peer({ recognisedOn: addDays(on, 1) }), beside()],
        inHouse: [{ ...inHouse, ledBy: ['beside'] }],
      }),
      ['not_recognised'],
    ],
    [
      'no basic course',
      'peer_system',
      consultation({ staff: [peer({ basicOn: null }), beside()], inHouse: [{ ...inHouse, ledBy: ['beside'] }] }),
      ['courses'],
    ],
    ['no advanced course', 'peer_system', consultation({ staff: [peer(), beside({ advancedOn: null })] }), ['courses']],
    [
      'the advanced course ends tomorrow',
      'peer_system',
      consultation({ staff: [peer(), beside({ advancedOn: addDays(on, 1) })] }),
      ['courses'],
    ],
    [
      'other training no longer counts',
      'peer_system',
      consultation({ staff: [peer(), beside({ advancedOn: null, otherTrainingOn: day('2022-01-01') })] }),
      ['courses'],
    ],
    ['no colleague', 'peer_system', consultation({ staff: [peer()] }), ['no_colleague']],
    [
      'a hundredth of a post too little',
      'peer_system',
      consultation({ staff: [peer({ fte: hours(49) }), beside()] }),
      ['fte'],
    ],
    ['the colleague’s hours', 'peer_system', consultation({ staff: [peer(), beside({ fte: hours(49) })] }), ['fte']],
    [
      'hours of another month',
      'peer_system',
      consultation({ staff: [peer(), beside({ fte: hours(50, day('2026-10-15')) })] }),
      ['fte'],
    ],
    ['no hours written down', 'peer_practice', workshop({ staff: [peer(), beside({ fte: {} })] }), ['no_hours']],
    [
      'nobody gives support',
      'peer_practice',
      workshop({ staff: [peer({ givesSupport: false }), beside()] }),
      ['gives_no_support'],
    ],
    ['not of the flat-rate kind', 'peer_practice', workshop({ flatRate: [] }), ['flat_rate']],
    ['no training of the staff', 'peer_system', consultation({ inHouse: [] }), ['in_house_training']],
    [
      'training more than a year ago',
      'peer_system',
      consultation({ inHouse: [{ ...inHouse, on: day('2025-11-14') }] }),
      ['in_house_training'],
    ],
    [
      'training that is still to come',
      'peer_system',
      consultation({ inHouse: [{ ...inHouse, on: addDays(on, 1) }] }),
      ['in_house_training'],
    ],
    [
      'training to which nobody else came',
      'peer_system',
      consultation({ inHouse: [{ ...inHouse, others: 0 }] }),
      ['in_house_training'],
    ],
    [
      'training led by somebody else',
      'peer_system',
      consultation({ inHouse: [{ ...inHouse, ledBy: ['guest'] }] }),
      ['in_house_training'],
    ],
    ['no notice', 'peer_system', consultation({ notifiedOn: null }), ['notice']],
    ['notice from tomorrow', 'peer_after_leaving', office('after_leaving', { notifiedOn: addDays(on, 1) }), ['notice']],
    ['not published', 'peer_system', consultation({ publishedOn: null }), ['publication']],
  ]
  test.each(flips)('%s', (_, supplement, facts, missing) => {
    expect(missingOf(feeAnswer(supplement, facts, on))).toEqual(missing)
  })

  test('what need not be published is not asked for', () => {
    expect(feeAnswer('peer_practice', workshop({ publishedOn: null }), on).answer).toBe('holds')
  })

  test('the courses that the nearest person still has to take are named', () => {
    const staff = [peer(), beside({ basicOn: null, advancedOn: null }), beside({ id: 'near', advancedOn: null })]
    expect(feeAnswer('peer_system', consultation({ staff }), on)).toMatchObject({
      missing: [{ kind: 'courses', role: 'colleague', staff: ['beside', 'near'], missing: ['advanced'] }],
    })
  })

  test('everything that is missing is said at once', () => {
    const nothing = consultation({ services: [], staff: [], inHouse: [], notifiedOn: null, publishedOn: null })
    expect(missingOf(feeAnswer('peer_system', nothing, on))).toEqual([
      'service',
      'nobody_with_experience',
      'no_colleague',
      'in_house_training',
      'notice',
      'publication',
    ])
  })
})

describe('rules have their days', () => {
  const then = day('2024-03-31')
  const inTransition = consultation({
    staff: [peer({ basicOn: null, advancedOn: null, otherTrainingOn: day('2021-09-01'), fte: hours(50, then) })],
    inHouse: [{ on: day('2023-09-01'), topic: '', ledBy: ['peer'], others: 2 }],
    notifiedOn: day('2023-04-01'),
    publishedOn: day('2023-04-01'),
  })

  test('until March 2024 other training was enough, and one person alone', () => {
    expect(feeAnswer('peer_system', inTransition, then).answer).toBe('holds')
  })

  test('from April 2024 no longer', () => {
    const staff = inTransition.staff.map((person) => ({ ...person, fte: hours(50, day('2024-04-01')) }))
    const after = feeAnswer('peer_system', { ...inTransition, staff }, day('2024-04-01'))
    expect(missingOf(after)).toEqual(['courses', 'no_colleague', 'in_house_training'])
  })

  test('group homes have it from April 2024', () => {
    expect(missingOf(feeAnswer('peer_practice', office('group_home'), then))).toContain('service')
  })

  test.each<[FeeSupplement, string]>([
    ['peer_system', '2021-04-01'],
    ['peer_practice', '2021-04-01'],
    ['peer_after_leaving', '2024-04-01'],
  ])('%s begins on %s', (supplement, begins) => {
    expect(feeAnswer(supplement, consultation(), addDays(day(begins), -1))).toEqual({
      answer: 'not_yet',
      rule: null,
      beginsOn: begins,
    })
    expect(feeAnswer(supplement, consultation(), day(begins))).toMatchObject({ rule: { supplement } })
  })

  test.each(feeSupplements)('%s: after the next revision nothing can be said', (supplement) => {
    expect(feeAnswer(supplement, consultation(), day('2027-03-31')).answer).not.toBe('cannot_be_said')
    expect(feeAnswer(supplement, consultation(), day('2027-04-01'))).toEqual({
      answer: 'cannot_be_said',
      because: 'no_rule_for_this_day',
    })
  })

  test('no two rules speak of one day', () => {
    for (const rule of feeRules)
      expect(
        feeRules.filter(
          (other) => other.supplement === rule.supplement && other.from <= rule.until && rule.from <= other.until,
        ),
      ).toEqual([rule])
  })
})

test('one person more, trained and recognised, never takes a supplement away', () => {
  const someStaff = fc.record({
    id: fc.uuid(),
    role: fc.constantFrom('experience' as const, 'colleague' as const),
    recognisedOn: fc.constantFrom(null, day('2020-04-01')),
    basicOn: fc.constantFrom(null, day('2020-10-04'), addDays(on, 1)),
    advancedOn: fc.constantFrom(null, day('2020-12-13')),
    otherTrainingOn: fc.constantFrom(null, day('2021-12-13')),
    fte: fc.integer({ min: 0, max: 100 }).map((fte) => hours(fte)),
    givesSupport: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(someStaff, { maxLength: 5 }),
      fc.constantFrom(...feeSupplements),
      fc.constantFrom('planned_consultation' as const, 'group_home' as const, 'after_leaving' as const),
      (staff, supplement, service) => {
        const before = office(service, { staff: [peer(), beside(), ...staff] })
        const after = { ...before, staff: [...before.staff, peer({ id: 'one more' })] }
        if (feeAnswer(supplement, before, on).answer === 'holds')
          expect(feeAnswer(supplement, after, on).answer).toBe('holds')
      },
    ),
  )
})
