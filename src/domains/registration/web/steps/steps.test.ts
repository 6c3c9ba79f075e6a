import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Activity } from '#domains/programme/index.ts'
import { day, dayFromSerial, type Weekday } from '#kernel/calendar-day.ts'
import { locales } from '#platform/i18n/reader.ts'
import { mergedRanges } from '../../core/hours.ts'
import { emptySheet, experiences, genders, type Sheet, stances, wishLevels } from '../../core/sheet.ts'
import { stepNames } from '../../core/sheet-steps.ts'
import { sheetSteps } from './all.ts'
import type { StepFacts } from './step.ts'

const text = (name: string) => ({ ja: name, en: name, easy: name })
const activities = ['a', 'b', 'c'].map((id) => ({ id, name: text(id), plain: text(id) }) as Activity)
const facts = (locale: StepFacts['locale']): StepFacts => ({
  locale,
  today: day('2026-11-22'),
  activities,
  towns: ['見本町'],
})

const aWord = fc.constantFrom('仕事', '家族', 'ひとり暮らし', '眠れない夜', '駅の近く', 'はなちゃん')
const someText = fc.array(aWord, { maxLength: 3 }).map((words) => words.join('と'))
const aRange = fc
  .tuple(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 1, max: 60 }))
  .map(([start, length]) => ({ from: start * 5, to: Math.min(1440, (start + length) * 5) }))
const sorted = <T>(all: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)))

const aWeek = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.array(aRange, { maxLength: 3 })), { maxLength: 5 })
  .map((days) =>
    [...new Map(days)]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([weekday, ranges]) => mergedRanges(ranges).map((range) => ({ weekday: weekday as Weekday, ...range }))),
  )

const someExceptions = fc
  .uniqueArray(fc.integer({ min: 20_779, max: 20_850 }), { maxLength: 4 })
  .chain((serials) =>
    fc.tuple(
      ...serials
        .toSorted()
        .map((serial) =>
          fc
            .array(aRange, { maxLength: 2 })
            .map((ranges) => ({ day: dayFromSerial(serial), hours: mergedRanges(ranges) })),
        ),
    ),
  )

const aSheet: fc.Arbitrary<Sheet> = fc.record({
  wishes: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'gone'), fc.constantFrom(...wishLevels)).map(sorted),
  themes: fc.dictionary(aWord, fc.constantFrom(...stances)).map(sorted),
  avoidances: fc
    .uniqueArray(aWord, { maxLength: 3 })
    .map((words) => words.map((word, i) => ({ id: `id-${i}`, kind: 'place' as const, targetId: null, text: word }))),
  company: fc.uniqueArray(aWord, { maxLength: 3 }).map((words) => words.join('\n')),
  likesToGoWith: fc.constant([]),
  languages: fc.subarray(['ja', 'en', 'jsl'], { minLength: 1 }),
  gender: fc.constantFrom(...genders, null),
  town: fc.constantFrom('', '見本町', '見本駅'),
  point: fc.constant(null),
  wishedPerMonth: fc.integer({ min: 0, max: 31 }),
  hours: fc.record({ weekly: aWeek, exceptions: someExceptions }),
  limits: fc.record({
    perWeek: fc.integer({ min: 0, max: 7 }),
    perMonth: fc.integer({ min: 0, max: 31 }),
    restDays: fc.integer({ min: 0, max: 60 }),
  }),
  maxTravelMinutes: fc.integer({ min: 0, max: 300 }),
  inPerson: fc.boolean(),
  online: fc.boolean(),
  experience: fc.constantFrom(...experiences),
  carePlan: fc.record({ whatHelps: someText, warningSigns: someText, whomToCall: someText, considerations: someText }),
})

const formOf = (values: Readonly<Record<string, string | readonly string[]>>) => ({
  text: (name: string) => [values[name] ?? ''].flat()[0] ?? '',
  list: (name: string) => [values[name] ?? []].flat(),
})

describe('the pages of a sheet', () => {
  test.each(stepNames)('%s: what is shown and sent back unchanged changes nothing', (name) => {
    const step = sheetSteps[name]
    fc.assert(
      fc.property(aSheet, fc.constantFrom(...locales), (sheet, locale) => {
        const read = step.read(formOf(step.values(sheet, facts(locale))), facts(locale))
        expect(read.ok && read.value(sheet)).toEqual(sheet)
      }),
    )
  })

  test.each(stepNames)('%s: an empty sheet is told without a wrong word', (name) => {
    for (const locale of locales) {
      const lines = sheetSteps[name].lines(emptySheet, facts(locale))
      expect(lines.every((line) => line.label !== '' && line.text !== '')).toBe(true)
      expect(JSON.stringify(lines)).not.toMatch(/undefined|null|NaN/)
    }
  })
})
