import type { ActivityKind } from '#domains/programme/index.ts'
import { addDays } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { Cast, SamplePerson } from './cast.ts'
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
}

/** One visit with all that it points at, before it becomes rows. */
interface Facts extends WrittenVisit {
  parts: Parts
  requestId: string
  place: PlacedPlace
  activity: MenuLine
  host: SamplePerson
  /** Some days before the visit, at a minute of the day. */
  at: (daysBefore: number, minute: number) => Date
  startsAt: Date
  endsAt: Date
}

const audiences = ['利用している人', 'はじめて来る人', '家族と職員', '通っている人と職員', '近所の人']
const cancelledBy = ['place', 'supporter', 'ours']
const notHeldFor = ['nobody_came', 'weather', 'ours']
const allTasks = ['meet', 'be_there', 'way_home', 'talk_after']

const requestStatusFor: Record<SampleVisit['status'], string> = {
  held: 'done',
  not_held: 'done',
  cancelled: 'withdrawn',
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

/** Each visit with the request it came from, who agreed when, and the time it takes. */
export const addVisits = (parts: Parts, visits: readonly SampleVisit[]): WrittenVisit[] =>
  visits.map((visit) => {
    const facts = factsOf(parts, visit)
    addRequest(facts)
    addVisit(facts)
    addParticipants(facts)
    addBookings(facts)
    const { id, heavy, supporterIds, companionId } = facts
    return { id, visit, heavy, supporterIds, companionId }
  })

const factsOf = (parts: Parts, visit: SampleVisit): Facts => {
  const { luck, setting, cast } = parts
  const activity = found(parts.menu[visit.activity])
  const at = (daysBefore: number, minute: number) => instantAt(addDays(visit.day, -daysBefore), minute, setting.zone)
  return {
    parts,
    visit,
    id: luck.uuid(),
    requestId: luck.uuid(),
    heavy: activity.heavy,
    supporterIds: visit.supporters.map((index) => found(cast.supporters[index]).id),
    companionId: visit.companion === null ? null : found(cast.companions[visit.companion]).id,
    place: found(parts.places[visit.place]),
    activity,
    host: found(cast.hosts.find((one) => one.placeIndex === visit.place) ?? cast.hosts[0]),
    at,
    startsAt: at(0, visit.from),
    endsAt: at(0, visit.from + activity.minutes),
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
    audience: luck.pick(audiences),
    audience_count: luck.int(3, 15),
    content_agreed_on: addDays(visit.day, -20),
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
  steps.forEach((to, i) => {
    const when = i === 4 ? at(status === 'done' ? -1 : 3, 700) : at(30 - i * 5, 620)
    rows.add('visits.request_event', {
      programme_id,
      id: luck.uuid(),
      request_id: requestId,
      from_status: i === 0 ? 'draft' : (steps[i - 1] ?? 'draft'),
      to_status: to,
      at: when,
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
      sent_at: at(15, 640),
      answer_by: at(8, 1080),
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
  const ended = visit.status === 'cancelled' ? at(2, 700) : at(0, visit.from + activity.minutes + 20)
  steps.forEach((to, i) => {
    rows.add('visits.visit_event', {
      programme_id,
      id: luck.uuid(),
      visit_id: facts.id,
      from_status: steps[i - 1] ?? null,
      to_status: to,
      at: [at(12, 700), at(10, 700), ended][i] ?? ended,
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

const addBookings = ({ parts, visit, id, supporterIds, companionId, at, startsAt, endsAt }: Facts): void => {
  const { rows, luck, setting } = parts
  const released = visit.status === 'cancelled' || visit.status === 'not_held' ? at(2, 700) : null
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

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the sample points at nobody')
  return value
}
