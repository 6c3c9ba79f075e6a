import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayFromSerial, daySerial } from '#kernel/calendar-day.ts'
import { coversSlot, limitsPassed } from '#domains/registration/index.ts'
import type { Told } from '#test/matching/some-questions.ts'
import { someQuestions } from '#test/matching/some-questions.ts'
import { companionsAt } from './companions.ts'
import type { Busy, Point, Question, Slot, SupporterFacts } from './facts.ts'
import { standsTogether } from './group.ts'
import { neutralOrder } from './order.ts'
import { openSeats } from './question.ts'
import type { Suggestion } from './suggestions.ts'
import { suggestions } from './suggestions.ts'
import { distanceKm } from './travel.ts'
import { codes, natures } from './verdict.ts'
import { withAdvice } from './would-help.ts'

// The sheet read as a person would read it, in calendar days, one sentence a line: it shares no code with the rules.
const couldBySheet = (told: Told, question: Question, slot: Slot): boolean =>
  [...wishes(told.facts, question), ...company(told.facts, question, slot), ...times(told, question, slot)].every(
    Boolean,
  )

const wishes = (p: SupporterFacts, { request, today }: Question): boolean[] => [
  p.pause === null || (p.pause.until !== null && p.pause.until < daySerial(today)),
  p.wishes.get(request.activityId) !== 'no',
  request.themes.every((theme) => p.themes.get(theme) !== 'not'),
  !request.declined.has(p.personId) && !request.asked.has(p.personId) && !request.agreed.includes(p.personId),
  request.forGender === null || request.forGender === p.gender,
  p.languages.has(request.language),
  request.online ? p.online : p.inPerson && reaches(p, request.place?.point ?? null),
]

const company = (p: SupporterFacts, question: Question, slot: Slot): boolean[] => {
  const { request, supporters, companions } = question
  const along = supporters.filter((other) => request.agreed.includes(other.personId))
  const staff = companionsAt(companions, request, slot)
  return [
    !p.avoidsPlaces.has(request.place?.id ?? ''),
    !request.place?.hostPersonIds.some((id) => p.avoidsPeople.has(id)),
    along.every((other) => !avoid(p, other)),
    staff === null || staff.some((one) => !p.avoidsPeople.has(one.personId)),
  ]
}

const times = (told: Told, { request }: Question, slot: Slot): boolean[] => {
  const { facts: p } = told
  const on = dayFromSerial(slot.day)
  return [
    p.registeredFrom <= slot.day,
    p.registeredUntil === null || p.registeredUntil >= slot.day,
    limitsPassed(told.limits, told.visitDays, on).length === 0,
    coversSlot(told.hours, { day: on, from: slot.from, to: slot.to }),
    p.busy.every((busy) => fits(busy, slot, p, request)),
  ]
}

const reaches = (p: SupporterFacts, point: Point | null): boolean =>
  !p.base || !point || same(p.base, point) || Math.round(5 + 2.2 * distanceKm(p.base, point)) <= p.maxTravelMinutes

const same = (a: Point, b: Point) => distanceKm(a, b) === 0

const fits = (busy: Busy, slot: Slot, p: SupporterFacts, request: Question['request']): boolean => {
  const there = busy.online ? p.base : busy.point
  const here = request.online ? p.base : (request.place?.point ?? null)
  const way = there && here && !same(there, here) ? Math.round(5 + 2.2 * distanceKm(there, here)) : 0
  const begin = slot.day * 1440 + slot.from
  const end = slot.day * 1440 + slot.to
  // Nobody is kept from a visit by a way that begins more than a day before.
  const between = Math.min(way + 10, 24 * 60)
  return end + between <= busy.from || busy.to + between <= begin
}

const withoutPartners = (question: Question): Question => ({
  ...question,
  settings: { firstNeedsExperienced: false },
})

const runs = { numRuns: 3 * (fc.readConfigureGlobal().numRuns ?? 100) }

describe('who could come', () => {
  test('is who could by the sheet, at exactly those times', () => {
    fc.assert(
      fc.property(someQuestions, ({ told, question }) => {
        const plain = withoutPartners(question)
        const said = new Map(suggestions(plain).could.map((one) => [one.personId, one.slotIds]))
        for (const one of told) {
          const slots = plain.request.slots.filter((slot) => couldBySheet(one, plain, slot)).map((slot) => slot.id)
          expect(said.get(one.facts.personId) ?? []).toEqual(slots)
        }
      }),
      runs,
    )
  })

  test('a first-timer could exactly where somebody experienced, whom nobody avoids, could too', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const strict = { ...question, settings: { firstNeedsExperienced: true } }
        const at = (q: Question, id: string) =>
          new Map(suggestions(q).could.map((one) => [one.personId, one.slotIds.includes(id)]))
        const agreed = question.supporters.filter((one) => question.request.agreed.includes(one.personId))
        for (const slot of question.request.slots) {
          const free = at(withoutPartners(question), slot.id)
          const partners = [
            ...agreed,
            ...(openSeats(question) > 1 ? question.supporters.filter((one) => free.get(one.personId)) : []),
          ].filter((one) => one.experience === 'much')
          const said = at(strict, slot.id)
          for (const one of question.supporters) {
            const partnered = partners.some((p) => !avoid(p, one))
            const expected = Boolean(free.get(one.personId)) && (one.experience !== 'first' || partnered)
            expect(said.get(one.personId) ?? false).toBe(expected)
          }
        }
      }),
      runs,
    )
  })

  test('everybody is either among those who could, among those who could not, or has agreed: once', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const answer = suggestions(question)
        const all = [
          ...answer.could.map((one) => one.personId),
          ...answer.couldNot.flatMap((group) => group.people),
          ...question.request.agreed,
        ]
        expect(all.toSorted()).toEqual(question.supporters.map((one) => one.personId).toSorted())
      }),
      runs,
    )
  })

  test('who pauses, avoids or does not want is never among them', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const today = daySerial(question.today)
        const could = new Set(suggestions(question).could.map((one) => one.personId))
        for (const one of question.supporters.filter((s) => could.has(s.personId))) {
          expect(one.wishes.get(question.request.activityId)).not.toBe('no')
          expect(one.pause?.until ?? today).toBeLessThanOrEqual(today)
          expect(one.avoidsPlaces.has(question.request.place?.id ?? '')).toBe(false)
        }
      }),
      runs,
    )
  })
})

const avoid = (a: SupporterFacts, b: SupporterFacts) => a.avoidsPeople.has(b.personId) || b.avoidsPeople.has(a.personId)

describe('the order', () => {
  test('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(someQuestions, fc.func(fc.integer()), ({ question }, shuffle) => {
        const other = question.supporters.toSorted((a, b) => shuffle(a.personId) - shuffle(b.personId))
        expect(suggestions({ ...question, supporters: other })).toEqual(suggestions(question))
      }),
      { numRuns: 100 },
    )
  })

  test('puts who was asked longest ago first, and who was never asked before them', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const { supporters, request } = question
        const asked = neutralOrder(supporters, request.id).map((place) => supporters[place]?.lastAsked ?? -1)
        expect(asked).toEqual(asked.toSorted((a, b) => a - b))
      }),
    )
  })

  test('ties fall differently for different requests', () => {
    const people = Array.from({ length: 6 }, (_, i) => ({ personId: `p${i}`, lastAsked: null }) as SupporterFacts)
    const firsts = Array.from({ length: 200 }, (_, i) => neutralOrder(people, `request-${i}`)[0])
    const counts = people.map((_, place) => firsts.filter((first) => first === place).length)
    expect(Math.min(...counts)).toBeGreaterThan(15)
  })
})

describe('what would help', () => {
  test('is true: with the change made, that many could', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        for (const advice of suggestions(question).wouldHelp) {
          const changed = suggestions({ ...question, request: withAdvice(question.request, advice) })
          expect(changed.could.length).toBe(advice.howMany)
          expect(advice.howMany).toBeGreaterThan(0)
        }
      }),
      runs,
    )
  })

  test('fewer people is only said where it then can be filled, and not before', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const answer = suggestions(question)
        const fewer = answer.wouldHelp.find((advice) => advice.change === 'fewer')
        const then = fewer && suggestions({ ...question, request: withAdvice(question.request, fewer) })
        expect(fewer !== undefined && answer.fillable).toBe(false)
        expect(then?.fillable ?? true).toBe(true)
      }),
      runs,
    )
  })

  test('never touches what is a person’s own: only time, online, fewer and companion exist', () => {
    const own = codes.filter((code) => natures[code].owner === 'supporter' && natures[code].private)
    expect(own).toEqual(['pause', 'does_not_want', 'avoid', 'theme', 'declined', 'month_limit', 'week_limit', 'rest'])
    expect(own.map((code) => natures[code].relaxable)).toEqual(own.map(() => null))
  })
})

describe('what may be seen', () => {
  test('nobody reads that somebody avoids or does not want; for others nothing private has a name', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const named = (viewer: 'coordinator' | 'other') =>
          suggestions(question, viewer).couldNot.map((group): string => group.reason)
        expect(named('coordinator')).not.toContain('avoid')
        expect(named('coordinator')).not.toContain('does_not_want')
        const secret = codes.filter((code) => natures[code].private)
        expect(named('other').filter((reason) => secret.some((code) => code === reason))).toEqual([])
      }),
      runs,
    )
  })

  test('a fillable request can be filled by people who would go together', () => {
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const { fillable, could } = suggestions(question)
        const agreed = question.supporters.filter((one) => question.request.agreed.includes(one.personId))
        const found = question.request.slots.some((slot) => {
          const there = could.filter((one) => one.slotIds.includes(slot.id)).map((one) => one.personId)
          const people = question.supporters.filter((one) => there.includes(one.personId))
          return subsets(people, openSeats(question)).some((group) => standsTogether(question, [...agreed, ...group]))
        })
        expect(fillable).toBe(found)
      }),
      runs,
    )
  })

  test('a suggestion carries no number', () => {
    const carries: HasNumber<Suggestion> = false
    expect(carries).toBe(false)
  })
})

const subsets = <T>(all: readonly T[], size: number): T[][] =>
  size === 0 ? [[]] : all.flatMap((one, i) => subsets(all.slice(i + 1), size - 1).map((rest) => [one, ...rest]))

type HasNumber<T> = T extends number | bigint
  ? true
  : T extends string | boolean | null | undefined
    ? false
    : T extends readonly (infer E)[]
      ? HasNumber<E>
      : true extends { [K in keyof T]: HasNumber<T[K]> }[keyof T]
        ? true
        : false
