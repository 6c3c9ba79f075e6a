import type { CalendarDay } from '#kernel/calendar-day.ts'

/** The three supplements to the fee of a disability service in which peer supporters work. */
export const feeSupplements = ['peer_system', 'peer_practice', 'peer_after_leaving'] as const
export type FeeSupplement = (typeof feeSupplements)[number]

export const feeServices = [
  'independent_living',
  'planned_consultation',
  'child_consultation',
  'transition',
  'settlement',
  'continued_work_b',
  'training_function',
  'training_living',
  'group_home',
  'after_leaving',
] as const
export type FeeService = (typeof feeServices)[number]

/** What a rule says that we could not read in the notice itself: shown beside the result, so that somebody asks the authority. */
export type Unverified =
  | 'by_which_day'
  | 'within_which_year'
  | 'flat_rate_only'
  | 'training_living_included'
  | 'whole_rule'
  | 'no_fte_asked'
  | 'publication'

/** One rule, as it stood from a day to a day. FTE in hundredths of a full-time post. */
export interface FeeRule {
  supplement: FeeSupplement
  from: CalendarDay
  until: CalendarDay
  services: readonly FeeService[]
  unitsPerMonth: number
  /** For each of the two roles together; null: somebody is there, however short their hours. */
  leastFte: number | null
  /** Somebody who manages or works beside must have finished the courses too. */
  colleagueNeeded: boolean
  /** Other training that the prefecture or city accepts stands for the two national courses. */
  otherTrainingAccepted: boolean
  /** The trained person with experience supports people themselves. */
  supportIsGiven: boolean
  /** It must be made public that the system is in place. */
  published: boolean
  /** Only where the fee is of the flat-rate kind. */
  flatRateOnly: readonly FeeService[]
  source: string
  unverified: readonly Unverified[]
}

const day = (text: string): CalendarDay => text as CalendarDay

const consultation = 'https://fukushi-net.com/piasapo-totaoseo-kasan'
const daytime = 'https://fukushi-net.com/piasapo-tojissikasan'

// The next revision takes effect on 1 April 2027: no day after that is answered from these.
const endOfRevision = day('2027-03-31')
const endOfTransition = day('2024-03-31')

const system = {
  supplement: 'peer_system',
  services: ['independent_living', 'planned_consultation', 'child_consultation', 'transition', 'settlement'],
  unitsPerMonth: 100,
  leastFte: 50,
  supportIsGiven: false,
  published: true,
  flatRateOnly: [],
  source: consultation,
  unverified: ['by_which_day', 'within_which_year', 'publication'],
} as const

const practice = {
  supplement: 'peer_practice',
  unitsPerMonth: 100,
  leastFte: null,
  supportIsGiven: true,
  published: false,
  flatRateOnly: ['continued_work_b'],
  source: daytime,
} as const

const inTransition = { until: endOfTransition, colleagueNeeded: false, otherTrainingAccepted: true } as const
const afterTransition = {
  from: day('2024-04-01'),
  until: endOfRevision,
  colleagueNeeded: true,
  otherTrainingAccepted: false,
} as const

/** Dated data: a day that no rule covers is not answered. */
export const feeRules: readonly FeeRule[] = [
  { ...system, from: day('2021-04-01'), ...inTransition },
  { ...system, ...afterTransition },
  {
    ...practice,
    from: day('2021-04-01'),
    ...inTransition,
    services: ['continued_work_b'],
    unverified: ['by_which_day', 'within_which_year', 'flat_rate_only', 'no_fte_asked'],
  },
  {
    ...practice,
    ...afterTransition,
    services: ['continued_work_b', 'training_function', 'training_living', 'group_home'],
    unverified: ['by_which_day', 'within_which_year', 'flat_rate_only', 'no_fte_asked', 'training_living_included'],
  },
  {
    ...practice,
    ...afterTransition,
    supplement: 'peer_after_leaving',
    services: ['after_leaving'],
    flatRateOnly: [],
    unverified: ['whole_rule'],
  },
]

/** The first day on which there was such a supplement at all. */
export const firstDayOf = (supplement: FeeSupplement): CalendarDay =>
  feeRules
    .filter((rule) => rule.supplement === supplement)
    .map((rule) => rule.from)
    .toSorted()[0] as CalendarDay
