import type { ExchangeOption, ExchangePlan, ExchangeStaff, ExchangeSupporter, ExchangeVisit, Instance } from './form.ts'
import { type Known, type KnownVisit, knownVisits } from './known-visits.ts'
import { type Objective, objectiveOf } from './objective.ts'
import { endOf, minutesBetween, weekOf } from './plane.ts'
import type { Violation, ViolationCode } from './violation.ts'

// A plan is read here as the format says it, from the instance alone: nothing of what makes plans is used, neither conditions nor
// compiled masks, so that what is wrong there cannot be wrong here in the same way.

export interface Checked {
  violations: Violation[]
  objective: Objective
}

/** Every hard constraint that the plan breaks, and what the plan is worth. */
export const check = (instance: Instance, plan: ExchangePlan): Checked => {
  const { visits, violations } = knownVisits(instance, plan)
  const inTurn = visits.toSorted((a, b) => a.at.day - b.at.day || a.at.start - b.at.start || a.request - b.request)
  const supporters = turnsOf(inTurn, ({ people }) => people)
  const staff = turnsOf(inTurn, (visit) => (visit.staff && visit.asked.staffNeeded ? [visit.staff] : []))
  return {
    violations: [
      ...violations,
      ...visits.flatMap(wrongWithin),
      ...declinedAgain(instance, visits),
      ...supporters.flatMap((turn) => [...limitsBroken(turn)]),
      ...staff.flatMap((turn) => [...staffBroken(turn)]),
      ...agreementsBroken(instance, plan),
    ],
    objective: objectiveOf(visits),
  }
}

const wrongWithin = (visit: KnownVisit): Violation[] => {
  const { request, people, staff } = visit
  const wrong = people.flatMap((one) =>
    [...personCodes(visit, one), ...togetherCodes(visit, one)].map((code) => ({ code, request, supporter: one.id })),
  )
  return companionIsRight(visit) ? wrong : [...wrong, { code: 'H15', request, ...(staff && { staff: staff.id }) }]
}

function* personCodes(visit: KnownVisit, { id, who: person }: Known<ExchangeSupporter>): Generator<ViolationCode> {
  const { asked, at, place } = visit
  if (person.paused) yield 'H03'
  if (person.activities[asked.activity] === 0) yield 'H04'
  if (asked.topics.some((topic) => !person.topics.includes(topic))) yield 'H05'
  if (asked.gender !== null && person.gender !== asked.gender) yield 'H06'
  if (asked.language !== null && !person.languages.includes(asked.language)) yield 'H07'
  if (asked.online ? !person.online : minutesBetween(person, place) > person.maxTravel) yield 'H08'
  if (person.avoidPlaces.includes(asked.place) || asked.avoidPeople.includes(id)) yield 'H09'
  if (!isOpen(person, at)) yield 'H10'
}

function* togetherCodes(visit: KnownVisit, { id, who: person }: Known<ExchangeSupporter>): Generator<ViolationCode> {
  const others = visit.people.filter((other) => other.id !== id)
  if (others.some((other) => person.avoidPeople.includes(other.id))) yield 'H09'
  if (person.stage === 0 && !others.some((other) => other.who.stage === 2)) yield 'H14'
}

const companionIsRight = ({ asked, at, place, staff, planned }: KnownVisit): boolean => {
  if (!asked.staffNeeded) return planned.staff === null
  if (staff === null || !isOpen(staff.who, at)) return false
  return asked.online || minutesBetween(staff.who, place) <= staff.who.maxTravel
}

const isOpen = (one: ExchangeSupporter | ExchangeStaff, at: ExchangeOption): boolean => {
  const hours = one.exceptions[at.day] ?? one.weekly[at.day % 7] ?? []
  return hours.some(([from, to]) => from <= at.start && endOf(at) <= to)
}

const declinedAgain = ({ declined }: Instance, visits: readonly KnownVisit[]): Violation[] => {
  const pairs = new Set(declined.map(({ request, supporter }) => `${request} ${supporter}`))
  return visits.flatMap(({ request, people }) =>
    people.flatMap(({ id }) =>
      pairs.has(`${request} ${id}`) ? [{ code: 'H19' as const, request, supporter: id }] : [],
    ),
  )
}

function* limitsBroken({ id: supporter, who: person, own }: Turn<ExchangeSupporter>): Generator<Violation> {
  for (const [i, { request, at }] of own.entries()) {
    const before = own.slice(0, i).map((visit) => visit.at.day)
    const sameWeek = before.filter((day) => weekOf(day) === weekOf(at.day))
    if (i >= person.maxMonth) yield { code: 'H11', request, supporter }
    if (sameWeek.length >= person.maxWeek) yield { code: 'H12', request, supporter }
    if (before.some((day) => at.day - day <= person.restDays)) yield { code: 'H13', request, supporter }
  }
}

function* staffBroken({ id: staff, who: member, own }: Turn<ExchangeStaff>): Generator<Violation> {
  for (const [i, visit] of own.entries()) {
    const { request, at } = visit
    const sameWeek = own.slice(0, i).filter((earlier) => weekOf(earlier.at.day) === weekOf(at.day))
    const sameDay = sameWeek.filter((earlier) => earlier.at.day === at.day)
    if (sameDay.some((earlier) => !reachesInTime(member, earlier, visit))) yield { code: 'H16', request, staff }
    if (sameDay.length >= member.maxDay || sameWeek.length >= member.maxWeek) yield { code: 'H17', request, staff }
  }
}

/** An online visit is accompanied from the base. Ten minutes are needed even at the same place. */
const reachesInTime = (base: ExchangeStaff, earlier: KnownVisit, later: KnownVisit): boolean => {
  const where = ({ asked, place }: KnownVisit) => (asked.online ? base : place)
  return endOf(earlier.at) + minutesBetween(where(earlier), where(later)) + 10 <= later.at.start
}

function* agreementsBroken({ locked }: Instance, plan: ExchangePlan): Generator<Violation> {
  const planned = new Set(plan.visits.map(visitKey))
  for (const visit of locked) if (!planned.has(visitKey(visit))) yield { code: 'H18', request: visit.request }
}

const visitKey = ({ request, option, supporters, staff }: ExchangeVisit): string =>
  `${request} ${option} ${supporters.toSorted((a, b) => a - b).join()} ${staff}`

/** A person and their visits, one after the other. */
interface Turn<T> extends Known<T> {
  own: KnownVisit[]
}

const turnsOf = <T>(inTurn: readonly KnownVisit[], whom: (visit: KnownVisit) => readonly Known<T>[]): Turn<T>[] => {
  const turns = new Map<number, Turn<T>>()
  for (const visit of inTurn) {
    for (const one of whom(visit)) {
      const turn = turns.get(one.id)
      if (turn) turn.own.push(visit)
      else turns.set(one.id, { ...one, own: [visit] })
    }
  }
  return [...turns.values()]
}
