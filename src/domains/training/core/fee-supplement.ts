import { addDays, type CalendarDay, monthOf } from '#kernel/calendar-day.ts'
import {
  type FeeRule,
  feeRules,
  type FeeService,
  type FeeSupplement,
  firstDayOf,
  type Unverified,
} from './fee-rules.ts'

/** Somebody who works at the office. That a person has lived experience stays with the office and those who need it. */
export interface OfficeStaff {
  id: string
  /** Works with their own experience, or beside somebody who does: as manager or colleague. */
  role: 'experience' | 'colleague'
  /** The authority recognises the experience (for 'experience' only). */
  recognisedOn: CalendarDay | null
  basicOn: CalendarDay | null
  advancedOn: CalendarDay | null
  /** Other training that the prefecture or city accepted until March 2024. */
  otherTrainingOn: CalendarDay | null
  /** Hundredths of a full-time post in each month 'YYYY-MM', over this office and those attached to it. */
  fte: Readonly<Record<string, number>>
  /** Supports people themselves, from their own experience. */
  givesSupport: boolean
}

/** A training that the office gave its own staff on consideration for people with disabilities. */
export interface InHouseTraining {
  on: CalendarDay
  topic: string
  ledBy: readonly string[]
  /** How many others took part; those who led it are not counted. */
  others: number
}

export interface OfficeFacts {
  services: readonly FeeService[]
  /** Services whose fee is of the flat-rate kind. */
  flatRate: readonly FeeService[]
  staff: readonly OfficeStaff[]
  inHouse: readonly InHouseTraining[]
  notifiedOn: CalendarDay | null
  publishedOn: CalendarDay | null
}

/** What is still missing, each with its facts. */
export type FeeMissing =
  | { kind: 'service' }
  | { kind: 'flat_rate'; services: readonly FeeService[] }
  | { kind: 'nobody_with_experience' }
  | { kind: 'not_recognised'; staff: readonly string[] }
  | { kind: 'courses'; role: OfficeStaff['role']; staff: readonly string[]; missing: readonly ('basic' | 'advanced')[] }
  | { kind: 'no_colleague' }
  | { kind: 'fte'; role: OfficeStaff['role']; has: number; needs: number; month: string }
  | { kind: 'no_hours'; role: OfficeStaff['role']; month: string }
  | { kind: 'gives_no_support' }
  | { kind: 'in_house_training'; since: CalendarDay }
  | { kind: 'notice' }
  | { kind: 'publication' }

export type FeeAnswer =
  | { answer: 'holds'; rule: FeeRule; countedStaff: readonly string[]; unverified: readonly Unverified[] }
  | { answer: 'not_yet'; rule: FeeRule; missing: readonly FeeMissing[]; unverified: readonly Unverified[] }
  | { answer: 'not_yet'; rule: null; beginsOn: CalendarDay }
  | { answer: 'cannot_be_said'; because: 'no_rule_for_this_day' }

/** Whether an office holds a supplement on a day, and if not what is missing. Only a day that no rule covers cannot be answered. */
export const feeAnswer = (supplement: FeeSupplement, office: OfficeFacts, on: CalendarDay): FeeAnswer => {
  const rule = feeRules.find((one) => one.supplement === supplement && one.from <= on && on <= one.until)
  if (!rule) {
    const beginsOn = firstDayOf(supplement)
    return on < beginsOn
      ? { answer: 'not_yet', rule: null, beginsOn }
      : { answer: 'cannot_be_said', because: 'no_rule_for_this_day' }
  }
  const { unverified } = rule
  const missing = missingUnder(rule, office, on)
  if (missing.length > 0) return { answer: 'not_yet', rule, missing, unverified }
  return { answer: 'holds', rule, countedStaff: counted(rule, office, on).map((person) => person.id), unverified }
}

const missingUnder = (rule: FeeRule, office: OfficeFacts, on: CalendarDay): FeeMissing[] => [
  ...serviceMissing(rule, office),
  ...roleMissing(rule, office, 'experience', on),
  ...(rule.colleagueNeeded ? roleMissing(rule, office, 'colleague', on) : []),
  ...supportMissing(rule, office, on),
  ...inHouseMissing(rule, office, on),
  ...((office.notifiedOn ?? never) > on ? [{ kind: 'notice' as const }] : []),
  ...(rule.published && (office.publishedOn ?? never) > on ? [{ kind: 'publication' as const }] : []),
]

const never = '9999-12-31' as CalendarDay

const serviceMissing = (rule: FeeRule, { services, flatRate }: OfficeFacts): FeeMissing[] => {
  const here = services.filter((service) => rule.services.includes(service))
  if (here.length === 0) return [{ kind: 'service' }]
  const open = here.filter((service) => !rule.flatRateOnly.includes(service) || flatRate.includes(service))
  return open.length > 0 ? [] : [{ kind: 'flat_rate', services: here }]
}

const roleMissing = (rule: FeeRule, office: OfficeFacts, role: OfficeStaff['role'], on: CalendarDay): FeeMissing[] => {
  const inRole = office.staff.filter((person) => person.role === role)
  if (inRole.length === 0)
    return [role === 'experience' ? { kind: 'nobody_with_experience' } : { kind: 'no_colleague' }]
  const known = role === 'experience' ? inRole.filter((person) => by(person.recognisedOn, on)) : inRole
  if (known.length === 0) return [{ kind: 'not_recognised', staff: ids(inRole) }]
  const trained = known.filter((person) => isTrained(rule, person, on))
  if (trained.length === 0) return [{ kind: 'courses', role, staff: ids(known), missing: coursesLeft(known, on) }]
  return hoursMissing(rule, trained, role, monthOf(on))
}

const hoursMissing = (
  rule: FeeRule,
  trained: readonly OfficeStaff[],
  role: OfficeStaff['role'],
  month: string,
): FeeMissing[] => {
  const has = trained.reduce((sum, person) => sum + (person.fte[month] ?? 0), 0)
  if (rule.leastFte !== null && has < rule.leastFte) return [{ kind: 'fte', role, has, needs: rule.leastFte, month }]
  return has > 0 ? [] : [{ kind: 'no_hours', role, month }]
}

const supportMissing = (rule: FeeRule, office: OfficeFacts, on: CalendarDay): FeeMissing[] => {
  const able = counted(rule, office, on).filter((person) => person.role === 'experience')
  // Whoever is not there, not recognised or not trained is missed above already.
  if (!rule.supportIsGiven || able.length === 0 || able.some((person) => person.givesSupport)) return []
  return [{ kind: 'gives_no_support' }]
}

/** How long a training of the own staff counts. */
export const inHouseDays = 365

const inHouseMissing = (rule: FeeRule, office: OfficeFacts, on: CalendarDay): FeeMissing[] => {
  const since = addDays(on, -inHouseDays)
  const trainers = new Set(ids(counted(rule, office, on)))
  const given = office.inHouse.some(
    (training) =>
      training.on >= since && training.on <= on && training.others > 0 && training.ledBy.some((id) => trainers.has(id)),
  )
  return given ? [] : [{ kind: 'in_house_training', since }]
}

/** Those whose training, recognition and hours count on the day. */
const counted = (rule: FeeRule, office: OfficeFacts, on: CalendarDay): OfficeStaff[] =>
  office.staff.filter(
    (person) =>
      isTrained(rule, person, on) &&
      (person.role === 'colleague' || by(person.recognisedOn, on)) &&
      (person.fte[monthOf(on)] ?? 0) > 0,
  )

const isTrained = (rule: FeeRule, person: OfficeStaff, on: CalendarDay): boolean =>
  (by(person.basicOn, on) && by(person.advancedOn, on)) ||
  (rule.otherTrainingAccepted && by(person.otherTrainingOn, on))

/** What the one who is nearest to it still has to take. */
const coursesLeft = (staff: readonly OfficeStaff[], on: CalendarDay): ('basic' | 'advanced')[] =>
  staff
    .map((person) => [
      ...(by(person.basicOn, on) ? [] : ['basic' as const]),
      ...(by(person.advancedOn, on) ? [] : ['advanced' as const]),
    ])
    .reduce((least, left) => (left.length < least.length ? left : least))

const by = (happened: CalendarDay | null, on: CalendarDay): boolean => happened !== null && happened <= on

const ids = (staff: readonly OfficeStaff[]): string[] => staff.map((person) => person.id)
