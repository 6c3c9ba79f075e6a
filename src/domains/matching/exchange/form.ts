import { z } from 'zod'

// The exchange format, version 1: what one month asks for and what answers it, so that other programs can solve, compare and check it.
// Times are minutes after midnight; day 0 is a Monday; people, places and requests are named by their place in the lists.

/** A month's first and last minute of a day, as offered: nothing reaches over midnight. */
export const minutesOfDay = 1440

/** Nobody's limits, wishes or years count further. */
const many = 1_000_000
const index = z.int().min(0).max(many)
const count = z.int().min(0).max(many)
const kilometres = z.number().min(-many).max(many)
const ranges = z.array(z.tuple([z.int().min(0).max(minutesOfDay), z.int().min(0).max(minutesOfDay)]))
const hours = { weekly: z.array(ranges).length(7), exceptions: z.record(z.string(), ranges) }
const point = { x: kilometres, y: kilometres }
const gender = z.enum(['f', 'm', 'x'])

const place = z.object({ ...point, regularStaff: z.int().min(-1).max(many) })

const supporter = z.object({
  ...point,
  gender,
  languages: z.array(z.string()),
  experience: z.array(index),
  topics: z.array(index),
  activities: z.array(z.int().min(0).max(2)),
  ...hours,
  maxMonth: count,
  maxWeek: count,
  restDays: count,
  maxTravel: count,
  online: z.boolean(),
  avoidPlaces: z.array(index),
  avoidPeople: z.array(index),
  stage: z.int().min(0).max(2),
  paused: z.boolean(),
  wished: count,
  received: count,
  likesPlaces: z.array(index),
})

const staff = z.object({ ...point, ...hours, maxDay: count, maxWeek: count, maxTravel: count })

const option = z.object({
  day: z.int().min(0),
  start: z.int().min(0).max(minutesOfDay).multipleOf(30),
  dur: z.int().min(1).max(minutesOfDay),
})

const request = z.object({
  place: index,
  activity: index,
  online: z.boolean(),
  count: z.int().min(1).max(3),
  options: z.array(option),
  topics: z.array(index),
  gender: gender.nullable(),
  language: z.string().nullable(),
  softExperience: z.array(index),
  avoidPeople: z.array(index),
  welcomes: z.array(index),
  staffNeeded: z.boolean(),
})

const visit = z.object({ request: index, option: index, supporters: z.array(index), staff: index.nullable() })

export const instanceForm = z.object({
  format: z.literal('psmatch-instance/1'),
  horizonDays: z.int().min(1).max(31),
  activities: z.array(z.string()),
  topics: z.array(z.string()),
  experienceKinds: z.array(z.string()),
  places: z.array(place),
  supporters: z.array(supporter),
  staff: z.array(staff),
  requests: z.array(request),
  locked: z.array(visit),
  declined: z.array(z.object({ request: index, supporter: index })),
})

/** Other programs leave the name of the format out of a plan. */
export const planForm = z.object({
  format: z.literal('psmatch-plan/1').default('psmatch-plan/1'),
  visits: z.array(visit),
})

export type Instance = z.infer<typeof instanceForm>
export type ExchangeSupporter = Instance['supporters'][number]
export type ExchangeStaff = Instance['staff'][number]
export type ExchangeRequest = Instance['requests'][number]
export type ExchangeOption = ExchangeRequest['options'][number]
export type ExchangePlan = z.infer<typeof planForm>
export type ExchangeVisit = ExchangePlan['visits'][number]

/** What is not in order, and where: `requests[12].options[0].start`. */
export interface Fault {
  at: string
  sentence: string
}
