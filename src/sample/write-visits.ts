import type { ActivityKind } from '#domains/programme/index.ts'
import { addDays } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { Cast } from './cast.ts'
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

const audiences = ['利用している人', 'はじめて来る人', '家族と職員', '通っている人と職員', '近所の人']

/** Each visit with the request it came from, who agreed when, and the time it takes. */
export const addVisits = (parts: Parts, visits: readonly SampleVisit[]): WrittenVisit[] =>
  visits.map((visit) => addVisit(parts, visit))

const addVisit = (parts: Parts, visit: SampleVisit): WrittenVisit => {
  const { rows, luck, setting, cast, places, menu } = parts
  const programme_id = setting.programmeId
  const place = found(places[visit.place])
  const activity = found(menu[visit.activity])
  const host = found(cast.hosts.find((one) => one.placeIndex === visit.place) ?? cast.hosts[0])
  const at = (daysBefore: number, minute: number) => instantAt(addDays(visit.day, -daysBefore), minute, setting.zone)
  const startsAt = at(0, visit.from)
  const endsAt = at(0, visit.from + activity.minutes)
  const [requestId, slotId, id] = [luck.uuid(), luck.uuid(), luck.uuid()]
  const supporterIds = visit.supporters.map((index) => found(cast.supporters[index]).id)
  const companionId = visit.companion === null ? null : found(cast.companions[visit.companion]).id
  const requestStatus =
    visit.status === 'held' || visit.status === 'not_held'
      ? 'done'
      : visit.status === 'cancelled'
        ? 'withdrawn'
        : 'confirmed'

  rows.add('visits.request', {
    programme_id,
    id: requestId,
    place_id: place.id,
    activity_id: activity.id,
    status: requestStatus,
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
    starts_at: startsAt,
    ends_at: endsAt,
  })
  const steps = [
    'submitted',
    'agreed',
    'matching',
    'confirmed',
    ...(requestStatus === 'confirmed' ? [] : [requestStatus]),
  ]
  steps.forEach((to, i) => {
    rows.add('visits.request_event', {
      programme_id,
      id: luck.uuid(),
      request_id: requestId,
      from_status: i === 0 ? 'draft' : (steps[i - 1] ?? 'draft'),
      to_status: to,
      at: i === 4 ? at(requestStatus === 'done' ? -1 : 3, 700) : at(30 - i * 5, 620),
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
  const planned = visit.status === 'planned'
  rows.add('visits.visit', {
    programme_id,
    id,
    request_id: requestId,
    place_id: place.id,
    activity_id: activity.id,
    status: visit.status,
    field: place.field,
    starts_at: startsAt,
    ends_at: endsAt,
    companion_needed: activity.companionRequired,
    met_count: visit.status === 'held' ? luck.int(2, 14) : null,
    reason:
      visit.status === 'cancelled'
        ? luck.pick(['place', 'supporter', 'ours'])
        : visit.status === 'not_held'
          ? luck.pick(['nobody_came', 'weather', 'ours'])
          : null,
    created_at: at(12, 700),
  })
  for (const to of planned
    ? ['planned']
    : visit.status === 'confirmed'
      ? ['planned', 'confirmed']
      : ['planned', 'confirmed', visit.status]) {
    rows.add('visits.visit_event', {
      programme_id,
      id: luck.uuid(),
      visit_id: id,
      from_status: to === 'planned' ? null : to === 'confirmed' ? 'planned' : 'confirmed',
      to_status: to,
      at:
        to === 'planned'
          ? at(12, 700)
          : to === 'confirmed'
            ? at(10, 700)
            : at(visit.status === 'cancelled' ? 2 : 0, visit.from + activity.minutes + 20),
      by_membership: cast.coordinator.membershipId,
    })
  }
  const attended = visit.status === 'held' ? true : null
  for (const person_id of supporterIds)
    rows.add('visits.participant', {
      programme_id,
      visit_id: id,
      person_id,
      part: 'supporter',
      agreed_at: at(13, 700),
      attended,
      tasks_done: [],
    })
  if (companionId) {
    rows.add('visits.participant', {
      programme_id,
      visit_id: id,
      person_id: companionId,
      part: 'companion',
      agreed_at: at(12, 700),
      attended,
      tasks_done: visit.status === 'held' ? ['meet', 'be_there', 'way_home', 'talk_after'] : [],
    })
  }
  if (!planned)
    rows.add('visits.place_agreement', {
      programme_id,
      visit_id: id,
      agreed_at: at(11, 660),
      by_membership: host.membershipId,
    })
  const released = visit.status === 'cancelled' || visit.status === 'not_held' ? at(2, 700) : null
  for (const [person_id, kind] of [
    ...supporterIds.map((one) => [one, 'visit'] as const),
    ...(companionId ? [[companionId, 'companion'] as const] : []),
  ]) {
    rows.add('people.booking', {
      programme_id,
      id: luck.uuid(),
      person_id,
      kind,
      ref_id: id,
      during: `[${startsAt.toISOString()},${endsAt.toISOString()})`,
      created_at: at(12, 700),
      released_at: released,
    })
  }
  return { id, visit, heavy: activity.heavy, supporterIds, companionId }
}

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the sample points at nobody')
  return value
}
