import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daySerial } from '#kernel/calendar-day.ts'
import { aMonth } from '#test/matching/builders.ts'
import { someQuestions } from '#test/matching/some-questions.ts'
import { suggestions } from '../core/suggestions.ts'
import { answersIn } from './answers.ts'
import { eachIn } from './masks.ts'

describe('what is said of the requests of a month', () => {
  test('is what is said of each alone', () => {
    let helped = 0
    fc.assert(
      fc.property(someQuestions, ({ question }) => {
        const request = { ...question.request, asked: new Set<string>() }
        const { supporters, companions, settings } = question
        const alone = suggestions({ ...question, request })
        const month = aMonth({ supporters, companions, settings, today: daySerial(question.today) })
        const answer = answersIn(month)(request)
        const could: string[] = []
        eachIn(answer.could, (place) => could.push(supporters[place]?.personId ?? ''))
        expect(new Set(could)).toEqual(new Set(alone.could.map(({ personId }) => personId)))
        expect(new Map(answer.couldNot.map(({ reason, howMany }) => [reason, howMany]))).toEqual(
          new Map(alone.couldNot.map(({ reason, people }) => [reason, people.length])),
        )
        expect(answer.wouldHelp).toEqual(alone.wouldHelp)
        expect(answer.fillable).toBe(alone.fillable)
        helped += answer.wouldHelp.length
      }),
      { numRuns: 3 * (fc.readConfigureGlobal().numRuns ?? 100) },
    )
    expect(helped).toBeGreaterThan(50)
  })
})
