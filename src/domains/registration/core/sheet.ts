import type { Hours } from './hours.ts'
import type { Limits } from './limits.ts'

export const wishLevels = ['want', 'can', 'someday', 'no'] as const
export type WishLevel = (typeof wishLevels)[number]

export const stances = ['speak', 'not'] as const
export type Stance = (typeof stances)[number]

export const experiences = ['first', 'some', 'much'] as const
/** In the person's own word: はじめて, 何度か, 慣れている. */
export type Experience = (typeof experiences)[number]

export const genders = ['woman', 'man', 'other'] as const
export type Gender = (typeof genders)[number]

export const avoidanceKinds = ['place', 'person', 'free'] as const

/** A place or a person that somebody would rather not meet. Seen by the person and the coordinator only. */
export interface Avoidance {
  /** Null: not saved yet. */
  id: string | null
  kind: (typeof avoidanceKinds)[number]
  /** The place or the person of the programme that is meant, where it is known. */
  targetId: string | null
  /** In their own words. */
  text: string
}

/** What helps when it is hard, and whom to call then. */
export interface CarePlan {
  whatHelps: string
  warningSigns: string
  whomToCall: string
  considerations: string
}

/** A peer supporter's sheet: wishes and limits in their own words, changeable any day, every version kept. */
export interface Sheet {
  /** By activity; an activity that is not there was not spoken about yet. */
  wishes: Readonly<Record<string, WishLevel>>
  themes: Readonly<Record<string, Stance>>
  avoidances: readonly Avoidance[]
  /** With whom they like to go, in their own words: two together hold out longer than one alone. */
  company: string
  /** The supporters who are meant by it, where they are known. */
  likesToGoWith: readonly string[]
  languages: readonly string[]
  /** Offered, never asked for. */
  gender: Gender | null
  /** A town or a station, never a home address. */
  town: string
  point: { lat: number; lng: number } | null
  wishedPerMonth: number
  hours: Hours
  limits: Limits
  maxTravelMinutes: number
  inPerson: boolean
  online: boolean
  experience: Experience
  carePlan: CarePlan
}

/** What a sheet says on the day of registration, before anything was asked. */
export const emptySheet: Sheet = {
  wishes: {},
  themes: {},
  avoidances: [],
  company: '',
  likesToGoWith: [],
  languages: ['ja'],
  gender: null,
  town: '',
  point: null,
  wishedPerMonth: 1,
  hours: { weekly: [], exceptions: [] },
  limits: { perWeek: 1, perMonth: 4, restDays: 0 },
  maxTravelMinutes: 60,
  inPerson: true,
  online: false,
  experience: 'first',
  carePlan: { whatHelps: '', warningSigns: '', whomToCall: '', considerations: '' },
}
