import type {
  ExchangePlan,
  ExchangeRequest,
  ExchangeStaff,
  ExchangeSupporter,
  Instance,
} from '#domains/matching/exchange/form.ts'

const always = { weekly: Array.from({ length: 7 }, (): [number, number][] => [[540, 1080]]), exceptions: {} }

/** Somebody who could come to everything, from next door. */
export const aSupporter = (own: Partial<ExchangeSupporter> = {}): ExchangeSupporter => ({
  ...structuredClone(always),
  x: 0,
  y: 0,
  gender: 'f',
  languages: ['ja'],
  experience: [],
  topics: [0, 1],
  activities: [1, 1],
  maxMonth: 8,
  maxWeek: 3,
  restDays: 0,
  maxTravel: 60,
  online: true,
  avoidPlaces: [],
  avoidPeople: [],
  stage: 2,
  paused: false,
  wished: 4,
  received: 1,
  likesPlaces: [],
  ...own,
})

export const aStaffMember = (own: Partial<ExchangeStaff> = {}): ExchangeStaff => ({
  ...structuredClone(always),
  x: 0,
  y: 0,
  maxDay: 3,
  maxWeek: 8,
  maxTravel: 60,
  ...own,
})

export const aRequest = (own: Partial<ExchangeRequest> = {}): ExchangeRequest => ({
  place: 0,
  activity: 0,
  online: false,
  count: 1,
  options: [{ day: 0, start: 600, dur: 60 }],
  topics: [],
  gender: null,
  language: null,
  softExperience: [],
  avoidPeople: [],
  welcomes: [],
  staffNeeded: true,
  ...own,
})

/** Three supporters, two of the staff, three requests, and a plan in which everything holds. */
export const aMonth = (): { instance: Instance; plan: ExchangePlan } => ({
  instance: {
    format: 'psmatch-instance/1',
    horizonDays: 28,
    activities: ['walk', 'talk'],
    topics: ['recovery', 'work'],
    experienceKinds: ['hospital'],
    places: [
      { x: 0, y: 0, regularStaff: 0 },
      { x: 3, y: 4, regularStaff: -1 },
    ],
    supporters: [aSupporter(), aSupporter({ stage: 0, gender: 'm' }), aSupporter({ stage: 1 })],
    staff: [aStaffMember(), aStaffMember({ x: 3, y: 4 })],
    requests: [
      aRequest({ count: 2 }),
      aRequest({ place: 1, options: [0, 2].map((day) => ({ day, start: 660, dur: 60 })) }),
      aRequest({ online: true, options: [{ day: 9, start: 780, dur: 90 }] }),
    ],
    locked: [],
    declined: [],
  },
  plan: {
    format: 'psmatch-plan/1',
    visits: [
      { request: 0, option: 0, supporters: [0, 1], staff: 0 },
      { request: 1, option: 1, supporters: [2], staff: 0 },
      { request: 2, option: 0, supporters: [2], staff: 1 },
    ],
  },
})
