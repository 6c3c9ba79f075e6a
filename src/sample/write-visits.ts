import type { ActivityKind } from '#domains/programme/index.ts'
import { addDays, type CalendarDay, daysBetween } from '#kernel/calendar-day.ts'
import { dayIn, instantAt } from '#kernel/time.ts'
import { type Cast, found, type SamplePerson } from './cast.ts'
import type { SampleVisit } from './history.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'
import type { PlacedPlace, Setting } from './write-people.ts'

export interface MenuLine {
  id: string
  kind: ActivityKind
  minutes: number
  companionRequired: boolean
  heavy: boolean
}

export interface WrittenVisit {
  id: string
  visit: SampleVisit
  kind: ActivityKind
  heavy: boolean
  supporterIds: string[]
  companionId: string | null
}

interface Parts {
  rows: Rows
  luck: Chance
  setting: Setting
  cast: Cast
  places: readonly PlacedPlace[]
  menu: readonly MenuLine[]
  today: CalendarDay
}

/** One visit with all that it points at, before it becomes rows. */
interface Facts extends WrittenVisit {
  parts: Parts
  requestId: string
  place: PlacedPlace
  activity: MenuLine
  host: SamplePerson
  /** Some days before the visit, at a minute of the day; earlier for visits further ahead, as what was agreed lies behind us. */
  at: (daysBefore: number, minute: number) => Date
  /** When it was recorded, or called off. */
  endedAt: Date
  startsAt: Date
  endsAt: Date
}

const audiences = ['利用している人', 'はじめて来る人', '通っている人と職員', '近所の人']
const audienceAt: Partial<Record<ActivityKind, string>> = {
  training_lecturer: '職員',
  council: '委員と職員',
  family_talk: '家族',
  hospital_visit: '入院している人',
}
const audienceOf = (luck: Chance, kind: ActivityKind): string => audienceAt[kind] ?? luck.pick(audiences)
const cancelledBy = ['place', 'supporter', 'ours']
const notHeldFor = ['nobody_came', 'weather', 'ours']
const allTasks = ['meet', 'be_there', 'way_home', 'talk_after']

const requestStatusFor: Record<SampleVisit['status'], string> = {
  held: 'done',
  not_held: 'done',
  cancelled: 'done',
  planned: 'confirmed',
  confirmed: 'confirmed',
}

const stepsOf: Record<SampleVisit['status'], readonly string[]> = {
  planned: ['planned'],
  confirmed: ['planned', 'confirmed'],
  held: ['planned', 'confirmed', 'held'],
  not_held: ['planned', 'confirmed', 'not_held'],
  cancelled: ['planned', 'confirmed', 'cancelled'],
}

// The last that is agreed before a visit is agreed so many days before it.
const lastAgreed = 10
const invited = 15

// What was agreed of a visit further ahead lies behind us too.
const earlier = (day: CalendarDay, today: CalendarDay): number => Math.max(0, daysBetween(today, day) - lastAgreed + 1)

/** The day on which people were invited to a visit. */
export const invitedOn = (day: CalendarDay, today: CalendarDay): CalendarDay =>
  addDays(day, -invited - earlier(day, today))

/** Each visit with the request it came from, who agreed when, and the time it takes. */
export const addVisits = (parts: Parts, visits: readonly SampleVisit[]): WrittenVisit[] =>
  visits.map((visit) => {
    const facts = factsOf(parts, visit)
    addRequest(facts)
    addVisit(facts)
    addParticipants(facts)
    addBookings(facts)
    const { id, kind, heavy, supporterIds, companionId } = facts
    return { id, visit, kind, heavy, supporterIds, companionId }
  })

const factsOf = (parts: Parts, visit: SampleVisit): Facts => {
  const { luck, setting, cast } = parts
  const activity = found(parts.menu[visit.activity])
  const on = (day: CalendarDay, minute: number) => instantAt(day, minute, setting.zone)
  const early = earlier(visit.day, parts.today)
  return {
    parts,
    visit,
    id: luck.uuid(),
    requestId: luck.uuid(),
    kind: activity.kind,
    heavy: activity.heavy,
    supporterIds: visit.supporters.map((index) => found(cast.supporters[index]).id),
    companionId: visit.companion === null ? null : found(cast.companions[visit.companion]).id,
    place: found(parts.places[visit.place]),
    activity,
    host: found(cast.hosts.find((one) => one.placeIndex === visit.place) ?? cast.hosts[0]),
    at: (daysBefore, minute) => on(addDays(visit.day, -daysBefore - early), minute),
    startsAt: on(visit.day, visit.from),
    endsAt: on(visit.day, visit.from + activity.minutes),
    endedAt:
      visit.status !== 'cancelled'
        ? on(visit.day, visit.from + activity.minutes + 20)
        : visit.day < parts.today
          ? on(addDays(visit.day, -2), 700)
          : on(addDays(parts.today, -1), 900),
  }
}

const addRequest = (facts: Facts): void => {
  const { parts, visit, requestId, place, host, at, supporterIds } = facts
  const { rows, luck, setting, cast } = parts
  const programme_id = setting.programmeId
  const status = requestStatusFor[visit.status]
  const slotId = luck.uuid()
  rows.add('visits.request', {
    programme_id,
    id: requestId,
    place_id: place.id,
    activity_id: facts.activity.id,
    status,
    field: place.field,
    supporters_wanted: Math.min(3, supporterIds.length),
    audience: audienceOf(luck, facts.activity.kind),
    audience_count: luck.int(3, 15),
    content_agreed_on: dayIn(at(25, 620), setting.zone),
    created_by: host.membershipId,
    created_at: at(30, 600),
    submitted_at: at(30, 610),
  })
  rows.add('visits.request_slot', {
    programme_id,
    id: slotId,
    request_id: requestId,
    starts_at: facts.startsAt,
    ends_at: facts.endsAt,
  })
  const steps = ['submitted', 'agreed', 'matching', 'confirmed', ...(status === 'confirmed' ? [] : [status])]
  const whens = [at(30, 620), at(25, 620), at(20, 620), at(12, 700)]
  steps.forEach((to, i) => {
    rows.add('visits.request_event', {
      programme_id,
      id: luck.uuid(),
      request_id: requestId,
      from_status: i === 0 ? 'draft' : (steps[i - 1] ?? 'draft'),
      to_status: to,
      at: whens[i] ?? facts.endedAt,
      by_membership: i === 0 ? host.membershipId : cast.coordinator.membershipId,
    })
  })
  for (const person_id of supporterIds) {
    rows.add('visits.proposal', {
      programme_id,
      id: luck.uuid(),
      request_id: requestId,
      person_id,
      slot_id: slotId,
      status: 'yes',
      sent_at: at(invited, 640),
      answer_by: at(12, 1080),
      answered_at: at(13, 700),
    })
  }
}

const reasonOf = (luck: Chance, status: SampleVisit['status']): string | null => {
  if (status === 'cancelled') return luck.pick(cancelledBy)
  return status === 'not_held' ? luck.pick(notHeldFor) : null
}

const addVisit = (facts: Facts): void => {
  const { parts, visit, place, activity, at } = facts
  const { rows, luck, setting, cast } = parts
  const programme_id = setting.programmeId
  rows.add('visits.visit', {
    programme_id,
    id: facts.id,
    request_id: facts.requestId,
    place_id: place.id,
    activity_id: activity.id,
    status: visit.status,
    field: place.field,
    starts_at: facts.startsAt,
    ends_at: facts.endsAt,
    companion_needed: activity.companionRequired,
    met_count: visit.status === 'held' ? luck.int(2, 14) : null,
    reason: reasonOf(luck, visit.status),
    created_at: at(12, 700),
  })
  const steps = stepsOf[visit.status]
  steps.forEach((to, i) => {
    rows.add('visits.visit_event', {
      programme_id,
      id: luck.uuid(),
      visit_id: facts.id,
      from_status: steps[i - 1] ?? null,
      to_status: to,
      at: [at(12, 700), at(10, 700), facts.endedAt][i] ?? facts.endedAt,
      by_membership: cast.coordinator.membershipId,
    })
  })
}

const addParticipants = ({ parts, visit, id, supporterIds, companionId, host, at }: Facts): void => {
  const { rows, setting } = parts
  const held = visit.status === 'held'
  const seat = { programme_id: setting.programmeId, visit_id: id, attended: held ? true : null }
  for (const person_id of supporterIds)
    rows.add('visits.participant', { ...seat, person_id, part: 'supporter', agreed_at: at(13, 700), tasks_done: [] })
  if (companionId) {
    rows.add('visits.participant', {
      ...seat,
      person_id: companionId,
      part: 'companion',
      agreed_at: at(12, 700),
      tasks_done: held ? allTasks : [],
    })
  }
  if (visit.status === 'planned') return
  rows.add('visits.place_agreement', {
    programme_id: setting.programmeId,
    visit_id: id,
    agreed_at: at(11, 660),
    by_membership: host.membershipId,
  })
}

const addBookings = ({ parts, visit, id, supporterIds, companionId, at, startsAt, endsAt, endedAt }: Facts): void => {
  const { rows, luck, setting } = parts
  const released = visit.status === 'cancelled' || visit.status === 'not_held' ? endedAt : null
  const taken: (readonly [string, string])[] = supporterIds.map((one) => [one, 'visit'])
  for (const [person_id, kind] of companionId ? [...taken, [companionId, 'companion'] as const] : taken) {
    rows.add('people.booking', {
      programme_id: setting.programmeId,
      id: luck.uuid(),
      person_id,
      kind,
      ref_id: id,
      during: `[${startsAt.toISOString()},${endsAt.toISOString()})`,
      created_at: at(13, 700),
      released_at: released,
    })
  }
}
