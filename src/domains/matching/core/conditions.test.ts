import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFromSerial, daySerial, monthStart, weekStart } from '#kernel/calendar-day.ts'
import { aCompanion, aQuestion, aRequest, aSupporter, place, theDay } from '#test/matching/builders.ts'
import type { Question, RequestFacts, SupporterFacts } from './facts.ts'
import { judge } from './judged.ts'
import { personConditions } from './person-conditions.ts'
import { askingOf } from './question.ts'
import { suggestions } from './suggestions.ts'
import { covers, monthAround, weekStartOf } from './time.ts'
import { travelMinutes } from './travel.ts'
import type { Code } from './verdict.ts'
import { codes } from './verdict.ts'
import { allSlotConditions, whoCould } from './who-could.ts'

const against = (question: Question): Code[] => {
  const [person] = question.supporters
  const [answer] = whoCould(judge(question))
  if (!person || !answer) return []
  const verdicts = [
    ...personConditions.map((condition) => condition(person, askingOf(question))),
    ...allSlotConditions.map((condition) => condition(person, answer.offered)),
  ]
  return verdicts.flatMap((verdict) => verdict?.code ?? [])
}

const person = (more: Partial<SupporterFacts>): Code[] => against(aQuestion({ supporters: [aSupporter(more)] }))
const request = (more: Partial<RequestFacts>): Code[] => against(aQuestion({ request: aRequest(more) }))

const today = daySerial(aQuestion().today)
const at = (minute: number) => theDay * 1440 + minute
const hours = (...range: number[]) => ({
  weekly: Array.from({ length: 7 }, () => range),
  exceptions: new Map(),
  said: true,
})
const there = { lat: place.lat + 0.1, lng: place.lng }
const way = travelMinutes(place, there) ?? 0

describe('each condition, at its edge', () => {
  test('nothing stands in the way of somebody who wants, may and has time', () => {
    expect(person({})).toEqual([])
  })

  test.each<[Code, Partial<SupporterFacts>, Partial<SupporterFacts>]>([
    ['not_registered', { registeredFrom: theDay + 1 }, { registeredFrom: theDay }],
    ['not_registered', { registeredUntil: theDay - 1 }, { registeredUntil: theDay }],
    ['pause', { pause: { until: today } }, { pause: { until: today - 1 } }],
    ['pause', { pause: { until: null } }, { pause: null }],
    ['does_not_want', { wishes: new Map([['walk', 'no']]) }, { wishes: new Map([['walk', 'someday']]) }],
    ['avoid', { avoidsPlaces: new Set(['garden']) }, { avoidsPlaces: new Set(['other']) }],
    ['avoid', { avoidsPeople: new Set(['host']) }, { avoidsPeople: new Set(['other']) }],
    ['mode', { inPerson: false }, { inPerson: true }],
    ['language', { languages: new Set(['en']) }, { languages: new Set(['en', 'ja']) }],
    ['travel', { base: there, maxTravelMinutes: way - 1 }, { base: there, maxTravelMinutes: way }],
    ['month_limit', { maxPerMonth: 1, visitDays: [theDay + 20] }, { maxPerMonth: 1, visitDays: [theDay - 2] }],
    ['week_limit', { maxPerWeek: 1, visitDays: [theDay + 4] }, { maxPerWeek: 1, visitDays: [theDay + 5] }],
    ['week_limit', { maxPerWeek: 1, visitDays: [theDay - 2] }, { maxPerWeek: 1, visitDays: [theDay - 3] }],
    ['rest', { restDays: 2, visitDays: [theDay - 2] }, { restDays: 2, visitDays: [theDay - 3] }],
    ['rest', { visitDays: [theDay] }, { visitDays: [theDay + 1] }],
    ['hours', { hours: hours(841, 960) }, { hours: hours(840, 960) }],
    ['hours', { hours: hours(840, 959) }, { hours: hours(600, 700, 800, 1000) }],
    ['busy', busyAt(700, 831), busyAt(700, 830)],
    ['busy', busyAt(969, 1000), busyAt(970, 1000)],
    ['busy', busyAt(700, 831 - way, there), busyAt(700, 830 - way, there)],
    ['first_needs_partner', { experience: 'first' }, { experience: 'some' }],
  ])('%s', (code, stands, free) => {
    expect(person(stands)).toEqual([code])
    expect(person(free)).toEqual([])
  })

  test.each<[Code, Partial<RequestFacts>, Partial<RequestFacts>]>([
    ['declined', { declined: new Set(['hanako']) }, { declined: new Set(['taro']) }],
    ['already_asked', { asked: new Set(['hanako']) }, { asked: new Set(['taro']) }],
    ['gender', { forGender: 'woman' }, { forGender: null }],
    ['mode', { online: true }, { online: false }],
    ['companion', { companionNeeded: true }, { companionNeeded: false }],
  ])('%s, from the side of the request', (code, stands, free) => {
    expect(request(stands)).toEqual([code])
    expect(request(free)).toEqual([])
  })

  test('a theme one will not speak about; one not spoken about yet stands in nobody’s way', () => {
    const asks = aRequest({ themes: ['work'] })
    const said = (...themes: [string, 'speak' | 'not'][]) =>
      against(aQuestion({ request: asks, supporters: [aSupporter({ themes: new Map(themes) })] }))
    expect(said(['work', 'not'])).toEqual(['theme'])
    expect(said(['work', 'speak'], ['alone', 'not'])).toEqual([])
    expect(said()).toEqual([])
  })

  test('a companion whom the person avoids is no companion for them, and it has no name on the page', () => {
    const question = aQuestion({
      request: aRequest({ companionNeeded: true }),
      supporters: [aSupporter({ avoidsPeople: new Set(['sato']) }), aSupporter({ personId: 'taro' })],
      companions: [aCompanion()],
    })
    expect(suggestions(question).could.map((one) => one.personId)).toEqual(['taro'])
    expect(suggestions(question).couldNot).toEqual([{ reason: 'other_circumstances', people: ['hanako'] }])
  })

  test('who would rather not meet somebody who has agreed is not asked, in both directions', () => {
    const asked = (a: string[], b: string[]) =>
      against(
        aQuestion({
          request: aRequest({ wanted: 2, agreed: ['taro'] }),
          supporters: [
            aSupporter({ avoidsPeople: new Set(a) }),
            aSupporter({ personId: 'taro', avoidsPeople: new Set(b) }),
          ],
        }),
      )
    expect(asked(['taro'], [])).toEqual(['avoid'])
    expect(asked([], ['hanako'])).toEqual(['avoid'])
    expect(asked([], [])).toEqual([])
  })

  test('a town that is not on the map is a note, never an obstacle', () => {
    const question = aQuestion({ supporters: [aSupporter({ base: null, maxTravelMinutes: 0 })] })
    expect(suggestions(question).could[0]?.notes).toEqual(['travel_unknown'])
  })

  test('each code stands in these tables', () => {
    expect(codes.length).toBe(18)
  })
})

function busyAt(from: number, to: number, point: typeof place = place): Partial<SupporterFacts> {
  return { busy: [{ from: at(from), to: at(to), point, online: false }] }
}

describe('numbers of days and minutes', () => {
  const serials = fc.integer({ min: -20_000, max: 60_000 })

  test('weeks and months are those of the calendar', () => {
    fc.assert(
      fc.property(serials, (serial) => {
        const day = dayFromSerial(serial)
        const month = monthAround(serial)
        expect(dayFromSerial(month.from)).toBe(monthStart(day))
        expect(dayFromSerial(month.to + 1)).toBe(monthStart(day, 1))
        expect(dayFromSerial(weekStartOf(serial))).toBe(weekStart(day))
      }),
    )
  })

  test('a slot is covered by one range, not by two with a gap', () => {
    expect(covers([540, 720, 780, 900], 600, 840)).toBe(false)
    expect(covers([540, 720, 780, 900], 780, 900)).toBe(true)
    expect(covers([], 0, 1)).toBe(false)
  })

  test('travel is 5 minutes and 2.2 for each km, rounded; none at the same point; unknown where a town is', () => {
    expect(travelMinutes(place, { ...place })).toBe(0)
    expect(travelMinutes(place, null)).toBeNull()
    expect(travelMinutes({ lat: 35, lng: 139 }, { lat: 36, lng: 139 })).toBe(Math.round(5 + 2.2 * 111.19))
  })
})
