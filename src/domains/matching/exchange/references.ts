import type { ExchangeVisit, Fault, Instance } from './form.ts'
import { minutesOfDay } from './form.ts'

/** What points at something that is not there, and times that lie outside the day or the month, in the order of the form. */
export function* wrongReferences(instance: Instance): Generator<Fault> {
  yield* wrongPlaces(instance)
  for (const [i, one] of instance.supporters.entries()) yield* wrongSupporter(instance, one, `supporters[${i}]`)
  for (const [i, one] of instance.staff.entries()) yield* wrongHours(one, instance.horizonDays, `staff[${i}]`)
  for (const [i, one] of instance.requests.entries()) yield* wrongRequest(instance, one, `requests[${i}]`)
  for (const [i, one] of instance.locked.entries()) yield* wrongVisit(instance, one, `locked[${i}]`)
  for (const [i, one] of instance.declined.entries()) {
    yield* outside([one.request], instance.requests.length, () => `declined[${i}].request`, 'request')
    yield* outside([one.supporter], instance.supporters.length, () => `declined[${i}].supporter`, 'supporter')
  }
}

/** What a visit of a plan names and the instance does not have. */
export function* wrongVisit(instance: Instance, visit: ExchangeVisit, at: string): Generator<Fault> {
  const request = instance.requests[visit.request]
  yield* outside([visit.request], instance.requests.length, () => `${at}.request`, 'request')
  yield* outside([visit.option], request?.options.length ?? 0, () => `${at}.option`, 'option of this request')
  yield* outside(visit.supporters, instance.supporters.length, (i) => `${at}.supporters[${i}]`, 'supporter')
  if (visit.staff !== null) yield* outside([visit.staff], instance.staff.length, () => `${at}.staff`, 'staff member')
}

function* wrongPlaces({ places, staff }: Instance): Generator<Fault> {
  for (const [i, { regularStaff }] of places.entries()) {
    if (regularStaff >= 0)
      yield* outside([regularStaff], staff.length, () => `places[${i}].regularStaff`, 'staff member')
  }
}

function* wrongSupporter(instance: Instance, one: Instance['supporters'][number], at: string): Generator<Fault> {
  const { places, supporters, topics, experienceKinds, activities } = instance
  yield* outside(one.experience, experienceKinds.length, (i) => `${at}.experience[${i}]`, 'kind of experience')
  yield* outside(one.topics, topics.length, (i) => `${at}.topics[${i}]`, 'topic')
  if (one.activities.length !== activities.length) {
    yield {
      at: `${at}.activities`,
      sentence: `has ${one.activities.length} entries for ${activities.length} activities`,
    }
  }
  yield* wrongHours(one, instance.horizonDays, at)
  yield* outside(one.avoidPlaces, places.length, (i) => `${at}.avoidPlaces[${i}]`, 'place')
  yield* outside(one.avoidPeople, supporters.length, (i) => `${at}.avoidPeople[${i}]`, 'supporter')
  yield* outside(one.likesPlaces, places.length, (i) => `${at}.likesPlaces[${i}]`, 'place')
}

function* wrongRequest(instance: Instance, one: Instance['requests'][number], at: string): Generator<Fault> {
  const { places, supporters, topics, experienceKinds, activities, horizonDays } = instance
  yield* outside([one.place], places.length, () => `${at}.place`, 'place')
  yield* outside([one.activity], activities.length, () => `${at}.activity`, 'activity')
  for (const [i, { day, start, dur }] of one.options.entries()) {
    yield* outside([day], horizonDays, () => `${at}.options[${i}].day`, 'day')
    if (start + dur > minutesOfDay) yield { at: `${at}.options[${i}].dur`, sentence: 'reaches over midnight' }
  }
  yield* outside(one.topics, topics.length, (i) => `${at}.topics[${i}]`, 'topic')
  yield* outside(one.softExperience, experienceKinds.length, (i) => `${at}.softExperience[${i}]`, 'kind of experience')
  yield* outside(one.avoidPeople, supporters.length, (i) => `${at}.avoidPeople[${i}]`, 'supporter')
  yield* outside(one.welcomes, supporters.length, (i) => `${at}.welcomes[${i}]`, 'supporter')
}

type Ranges = readonly (readonly [number, number])[]

function* wrongHours(
  one: { weekly: readonly Ranges[]; exceptions: Record<string, Ranges> },
  horizonDays: number,
  at: string,
): Generator<Fault> {
  for (const [day, ranges] of one.weekly.entries()) yield* wrongRanges(ranges, `${at}.weekly[${day}]`)
  for (const [day, ranges] of Object.entries(one.exceptions)) {
    if (!/^(0|[1-9]\d*)$/.test(day) || Number(day) >= horizonDays) {
      yield { at: `${at}.exceptions.${day}`, sentence: `is no day: days are 0 to ${horizonDays - 1}` }
    }
    yield* wrongRanges(ranges, `${at}.exceptions.${day}`)
  }
}

function* wrongRanges(ranges: Ranges, at: string): Generator<Fault> {
  let end = 0
  for (const [i, [from, to]] of ranges.entries()) {
    if (from >= to) yield { at: `${at}[${i}]`, sentence: `ends at ${to}, before it begins at ${from}` }
    else if (from < end)
      yield { at: `${at}[${i}]`, sentence: `begins at ${from}, before the one before it ends at ${end}` }
    end = to
  }
}

function* outside(
  values: readonly number[],
  length: number,
  at: (i: number) => string,
  what: string,
): Generator<Fault> {
  for (const [i, value] of values.entries()) {
    if (value >= length) yield { at: at(i), sentence: `is ${value}, and there is no such ${what}: there are ${length}` }
  }
}
