import { describe, expect, test } from 'vitest'
import { aMonth } from '#test/matching/a-month.ts'
import { check } from './check.ts'
import type { ExchangePlan, Instance } from './form.ts'
import type { ViolationCode } from './violation.ts'

type Month = { instance: Instance; plan: ExchangePlan }

/** The same month with something else in it. */
const changed = (change: (month: Required<Month> & Parts) => void): Month => {
  const month = aMonth()
  change({ ...month, ...partsOf(month) })
  return month
}

type Parts = ReturnType<typeof partsOf>

const partsOf = ({ instance, plan }: Month) => {
  const [first, second] = plan.visits
  const [experienced, firstTimer] = instance.supporters
  const [regular] = instance.staff
  const [pair, walk] = instance.requests
  if (!first || !second || !experienced || !firstTimer || !regular || !pair || !walk) throw new Error('a small month')
  return { first, second, experienced, firstTimer, regular, pair, walk }
}

const codesOf = ({ instance, plan }: Month): ViolationCode[] => [
  ...new Set(check(instance, plan).violations.map(({ code }) => code)),
]

describe('a plan', () => {
  test('in which everything holds breaks nothing', () => expect(codesOf(aMonth())).toEqual([]))
  test('with nothing in it breaks nothing', () => {
    expect(codesOf({ ...aMonth(), plan: { format: 'psmatch-plan/1', visits: [] } })).toEqual([])
  })

  const broken: [ViolationCode, string, Parameters<typeof changed>[0]][] = [
    ['H01', 'names a request that is not there', ({ second }) => (second.request = 7)],
    ['H01', 'names an option that is not there', ({ second }) => (second.option = 2)],
    [
      'H01',
      'answers a request twice',
      ({ plan, second }) => plan.visits.push({ ...second, supporters: [0], option: 0 }),
    ],
    ['H02', 'brings fewer than were asked for', ({ first }) => (first.supporters = [0])],
    ['H02', 'brings more than were asked for', ({ second }) => (second.supporters = [0, 2])],
    ['H02', 'brings somebody who is not there', ({ second }) => (second.supporters = [9])],
    ['H03', 'asks somebody who pauses', ({ experienced }) => (experienced.paused = true)],
    ['H04', 'asks for what somebody does not do', ({ experienced }) => (experienced.activities = [0, 2])],
    [
      'H05',
      'asks for what somebody will not talk about',
      ({ experienced, pair }) => {
        pair.topics = [0, 1]
        experienced.topics = [1]
      },
    ],
    ['H06', 'overlooks a wish for a woman', ({ pair }) => (pair.gender = 'f')],
    ['H07', 'overlooks a wish for a language', ({ walk }) => (walk.language = 'jsl')],
    ['H08', 'sends somebody too far', ({ instance }) => instance.supporters.forEach((one) => (one.maxTravel = 15))],
    [
      'H08',
      'asks online who does not go online',
      ({ instance }) => instance.supporters.forEach((one) => (one.online = false)),
    ],
    ['H09', 'sends somebody where they do not want to go', ({ experienced }) => (experienced.avoidPlaces = [0])],
    ['H09', 'sends somebody whom the place avoids', ({ walk }) => (walk.avoidPeople = [2])],
    ['H09', 'sends together who would not go together', ({ firstTimer }) => (firstTimer.avoidPeople = [0])],
    ['H10', 'comes before somebody has time', ({ experienced }) => (experienced.weekly[0] = [[630, 1080]])],
    [
      'H10',
      'ends after somebody has time',
      ({ experienced }) =>
        (experienced.weekly[0] = [
          [540, 630],
          [630, 1080],
        ]),
    ],
    ['H10', 'comes on a day that is an exception', ({ experienced }) => (experienced.exceptions = { 0: [] })],
    ['H11', 'asks too often in the month', ({ instance }) => instance.supporters.forEach((one) => (one.maxMonth = 1))],
    [
      'H12',
      'asks too often in a week',
      ({ instance, walk, second, first }) => {
        walk.options.push({ day: 6, start: 660, dur: 60 })
        second.option = 2
        second.supporters = [0]
        first.staff = 1
        instance.supporters.forEach((one) => (one.maxWeek = 1))
      },
    ],
    [
      'H13',
      'leaves too little rest',
      ({ experienced, second }) => {
        second.supporters = [0]
        experienced.restDays = 2
      },
    ],
    [
      'H13',
      'asks twice on one day',
      ({ second }) => {
        second.supporters = [0]
        second.option = 0
        second.staff = 1
      },
    ],
    ['H14', 'leaves a first time alone', ({ first }) => (first.supporters = [1, 2])],
    ['H15', 'brings nobody of the staff', ({ first }) => (first.staff = null)],
    ['H15', 'brings somebody of the staff whom nobody needs', ({ pair }) => (pair.staffNeeded = false)],
    ['H15', 'comes when the staff member does not work', ({ regular }) => (regular.exceptions = { 0: [] })],
    ['H15', 'sends a staff member too far', ({ regular }) => (regular.maxTravel = 15)],
    ['H16', 'leaves a staff member no time for the way', ({ second }) => (second.option = 0)],
    [
      'H16',
      'leaves no ten minutes at the same place',
      ({ walk, second }) => {
        second.option = 0
        walk.place = 0
      },
    ],
    ['H17', 'asks too much of a staff member in a day', ({ regular }) => (regular.maxDay = 0)],
    ['H17', 'asks too much of a staff member in a week', ({ regular }) => (regular.maxWeek = 1)],
    ['H18', 'changes what was agreed', ({ instance, second }) => instance.locked.push({ ...second, staff: 1 })],
    ['H18', 'leaves out what was agreed', ({ instance, plan }) => instance.locked.push(...plan.visits.splice(1, 1))],
    ['H19', 'asks again who has declined', ({ instance }) => instance.declined.push({ request: 1, supporter: 2 })],
  ]
  test.each(broken)('%s: that %s', (code, _, change) => expect(codesOf(changed(change))).toEqual([code]))

  test.each<[string, Parameters<typeof changed>[0]]>([
    [
      'the order of names does not matter to what was agreed',
      ({ instance, first }) => {
        instance.locked.push({ ...first, supporters: [1, 0] })
      },
    ],
    [
      'ten minutes and the way are enough',
      ({ walk, second }) => {
        second.option = 0
        walk.options[0] = { day: 0, start: 690, dur: 60 }
      },
    ],
    [
      'who rests one day may come every other day',
      ({ experienced, second }) => {
        second.supporters = [0]
        experienced.restDays = 1
      },
    ],
    [
      'a Sunday and the Monday after it are two weeks',
      ({ walk, second, pair, experienced }) => {
        pair.options = [{ day: 6, start: 600, dur: 60 }]
        walk.options[1] = { day: 7, start: 600, dur: 60 }
        second.supporters = [0]
        experienced.maxWeek = 1
      },
    ],
  ])('%s', (_, change) => expect(codesOf(changed(change))).toEqual([]))
})

test('the same person twice in a visit is one too few, and comes twice on a day', () => {
  expect(codesOf(changed(({ first }) => (first.supporters = [0, 0])))).toEqual(['H02', 'H13'])
})

describe('what a plan is worth', () => {
  test('is counted part by part', () => {
    const month = changed(({ experienced, walk, instance }) => {
      experienced.activities = [2, 0]
      instance.supporters[2] = { ...experienced, stage: 1, activities: [1, 1], likesPlaces: [1], experience: [0] }
      walk.welcomes = [2]
      walk.softExperience = [0]
    })
    // One who wants it. 8 for meeting again, 4 for the experience, 16 minutes of way. Chances left of those wished: 3/4 twice, then 3/4 and 2/4 of 30.
    const fairness = 23 + 23 + 23 + 15
    // The regular staff member at the door, and the same one 16 minutes away.
    const companions = -5 + 1
    expect(check(month.instance, month.plan).objective).toEqual({
      filled: 3,
      want: 1,
      fairness,
      continuity: 1,
      travel: 16,
      j: 3000 + 10 + 8 + 4 - 1 + fairness - companions,
    })
  })
  test('counts no chance for whom none is wished, and none below nothing', () => {
    const month = changed(({ instance }) => {
      instance.supporters.forEach((one, i) => Object.assign(one, { wished: i === 0 ? 0 : 2, received: 5 }))
    })
    expect(check(month.instance, month.plan).objective.fairness).toBe(0)
  })
})
