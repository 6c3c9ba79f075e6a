import type { Field } from '#domains/programme/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { Ctx } from '#platform/http/call.ts'
import { visitMeant } from '../core/listed-visit.ts'
import { insertPastVisits, type PastVisit, type PastVisitRows, seatKey } from '../data/past-visits.ts'
import { markMet } from '../data/visit-changes.ts'

export interface ActivityNamed {
  id: string
  minutes: number
}

/** One visit that lies behind us, as a list says it. */
export interface VisitLine {
  place: { id: string; field: Field }
  activity: ActivityNamed
  day: CalendarDay
  from: number | null
  to: number | null
  online: boolean
  met: number | null
  companionIds: readonly string[]
}

type Taken = VisitLine & { supporterIds: readonly string[] }

// Where a list keeps no time of day.
const usualStart = 600
const mostWanted = 3

interface Book {
  ctx: Ctx
  known: PastVisit[]
  rows: PastVisitRows
  /** By visit, for those that are added here. */
  requestOf: Map<string, PastVisitRows['requests'][number]>
}

/** Keeps visits as held, each with the request it came from as done, and who was there: the trail has them under everybody who went. */
export const keepPastVisits = async (ctx: Ctx, lines: readonly Taken[], known: readonly PastVisit[]): Promise<void> => {
  const rows: PastVisitRows = { requests: [], requestEvents: [], visits: [], visitEvents: [], participants: [] }
  const book: Book = { ctx, known: [...known], rows, requestOf: new Map() }
  const met = new Map<string, number>()
  for (const line of lines) {
    const { place, activity, day, from } = line
    const meant = { placeId: place.id, activityId: activity.id, day, from }
    const visit = visitMeant(meant, book.known) ?? addVisit(book, line)
    for (const id of line.supporterIds) seat(book, visit, 'supporter', id)
    for (const id of line.companionIds) seat(book, visit, 'companion', id)
    if (line.met !== null && visit.met === null) {
      visit.met = line.met
      met.set(visit.id, line.met)
    }
  }
  await insertPastVisits(ctx.tx, ctx.actor.programmeId, rows)
  for (const [visitId, count] of met) await markMet(ctx.tx, visitId, count)
}

const addVisit = ({ ctx, known, rows, requestOf }: Book, line: VisitLine): PastVisit => {
  const { newId, now, actor, zone } = ctx
  const { minutes } = line.activity
  const from = line.from ?? (line.to === null ? usualStart : Math.max(0, line.to - minutes))
  const startsAt = instantAt(line.day, from, zone)
  const endsAt = instantAt(line.day, line.to ?? Math.min(1_440, from + minutes), zone)
  const common = {
    place_id: line.place.id,
    activity_id: line.activity.id,
    field: line.place.field,
    online: line.online,
  }
  const requestId = newId()
  const request = {
    ...common,
    id: requestId,
    status: 'done',
    supporters_wanted: 1,
    entered_by: actor.membershipId,
    entered_via: 'paper',
    created_by: actor.membershipId,
    // As old as the visit itself: else the past would stand above what is asked for today.
    created_at: startsAt,
    submitted_at: startsAt,
  }
  rows.requests.push(request)
  const by = { at: now, by_membership: actor.membershipId, from_status: null }
  rows.requestEvents.push({ ...by, id: newId(), request_id: requestId, to_status: 'done' })
  const visit: PastVisit = {
    id: newId(),
    placeId: line.place.id,
    activityId: line.activity.id,
    day: line.day,
    from,
    met: null,
    people: new Map(),
  }
  rows.visits.push({
    ...common,
    id: visit.id,
    request_id: requestId,
    status: 'held',
    starts_at: startsAt,
    ends_at: endsAt,
    companion_needed: false,
    created_at: now,
  })
  rows.visitEvents.push({ ...by, id: newId(), visit_id: visit.id, to_status: 'held' })
  known.push(visit)
  requestOf.set(visit.id, request)
  return visit
}

const seat = (
  { ctx, rows, requestOf }: Book,
  visit: PastVisit,
  part: 'supporter' | 'companion',
  personId: string,
): void => {
  if (visit.people.has(seatKey(part, personId))) return
  visit.people.set(seatKey(part, personId), true)
  rows.participants.push({
    visit_id: visit.id,
    person_id: personId,
    part,
    attended: true,
    via: 'paper',
    recorded_by: ctx.actor.membershipId,
  })
  if (part !== 'supporter') return
  const went = [...visit.people.keys()].filter((key) => key.startsWith(part)).length
  const request = requestOf.get(visit.id)
  if (request) request.supporters_wanted = Math.min(mostWanted, went)
  ctx.audit.wrote({ action: 'take_in', kind: 'visit', id: visit.id, subject: personId })
}
