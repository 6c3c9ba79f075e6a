import { describe, expect, test } from 'vitest'
import { aMonth, aRequest } from '#test/matching/a-month.ts'
import type { ExchangeSupporter, Instance } from './form.ts'
import { generate } from './generate.ts'
import { planText, readInstance, readPlan } from './instance.ts'

const readBack = (instance: unknown) => readInstance(JSON.stringify(instance))

describe('an instance', () => {
  test('is read as it was written', () => {
    for (const instance of [aMonth().instance, generate('S', 1, { agreed: 0.2, declined: 0.2 })]) {
      expect(readBack(instance)).toEqual({ ok: true, value: instance })
    }
  })
  test('may carry more than the format asks for', () => {
    expect(readBack({ ...aMonth().instance, size: 'S', seed: 3 })).toEqual({ ok: true, value: aMonth().instance })
  })
  test('of no supporters and no requests is one', () => {
    expect(readBack({ ...generate('T', 1), supporters: [], requests: [] }).ok).toBe(true)
  })

  const damaged = (damage: (instance: Instance, first: ExchangeSupporter) => unknown): unknown => {
    const { instance } = aMonth()
    const [first] = instance.supporters
    if (first) damage(instance, first)
    return instance
  }
  /** What no type would let pass. */
  const put = (target: object, own: Record<string, unknown>): void => void Object.assign(target, own)
  const request = (instance: Instance, own: Partial<Parameters<typeof aRequest>[0]>) =>
    instance.requests.push(aRequest(own))
  const option = (instance: Instance, own: object) =>
    request(instance, { options: [{ day: 0, start: 600, dur: 60, ...own }] })

  test.each<[string, string, Parameters<typeof damaged>[0]]>([
    ['format', 'must be "psmatch-instance/1"', (i) => put(i, { format: 'psmatch-instance/2' })],
    ['requests', 'is missing', (i) => put(i, { requests: undefined })],
    ['staff', 'must be a list', (i) => put(i, { staff: {} })],
    ['horizonDays', 'must be at most 31', (i) => (i.horizonDays = 32)],
    ['places[1].x', 'must be a number', (i) => put(i.places[1] ?? {}, { x: 'far' })],
    [
      'places[1].regularStaff',
      'is 2, and there is no such staff member: there are 2',
      (i) => put(i.places[1] ?? {}, { regularStaff: 2 }),
    ],
    ['supporters[0].gender', 'must be "f" or "m" or "x"', (_, one) => put(one, { gender: 'woman' })],
    ['supporters[0].weekly', 'is too short', (_, one) => one.weekly.pop()],
    [
      'supporters[0].weekly[2][1]',
      'begins at 600, before the one before it ends at 720',
      (_, one) =>
        (one.weekly[2] = [
          [540, 720],
          [600, 900],
        ]),
    ],
    ['supporters[0].weekly[2][0]', 'ends at 540, before it begins at 600', (_, one) => (one.weekly[2] = [[600, 540]])],
    ['supporters[0].weekly[6][0][1]', 'must be at most 1440', (_, one) => (one.weekly[6] = [[600, 1500]])],
    ['supporters[0].exceptions.28', 'is no day: days are 0 to 27', (_, one) => (one.exceptions = { 28: [] })],
    ['supporters[0].exceptions.soon', 'is no day: days are 0 to 27', (_, one) => (one.exceptions = { soon: [] })],
    ['supporters[0].topics[1]', 'is 2, and there is no such topic: there are 2', (_, one) => (one.topics = [0, 2])],
    ['supporters[0].activities', 'has 1 entries for 2 activities', (_, one) => (one.activities = [2])],
    ['supporters[0].activities[1]', 'must be at most 2', (_, one) => (one.activities = [2, 3])],
    [
      'supporters[0].likesPlaces[0]',
      'is 2, and there is no such place: there are 2',
      (_, one) => (one.likesPlaces = [2]),
    ],
    ['supporters[0].avoidPeople[0]', 'must be at least 0', (_, one) => (one.avoidPeople = [-1])],
    ['supporters[0].maxWeek', 'must be a whole number', (_, one) => (one.maxWeek = 1.5)],
    ['supporters[0].paused', 'must be true or false', (_, one) => put(one, { paused: 0 })],
    [
      'staff[0].exceptions.03',
      'is no day: days are 0 to 27',
      (i) => put(i.staff[0] ?? {}, { exceptions: { '03': [] } }),
    ],
    ['requests[3].count', 'must be at most 3', (i) => request(i, { count: 4 })],
    ['requests[3].count', 'must be at least 1', (i) => request(i, { count: 0 })],
    ['requests[3].place', 'is 2, and there is no such place: there are 2', (i) => request(i, { place: 2 })],
    ['requests[3].activity', 'is 2, and there is no such activity: there are 2', (i) => request(i, { activity: 2 })],
    ['requests[3].language', 'must be a text', (i) => put(i.requests, { 3: { ...aRequest(), language: 7 } })],
    [
      'requests[3].welcomes[0]',
      'is 3, and there is no such supporter: there are 3',
      (i) => request(i, { welcomes: [3] }),
    ],
    ['requests[3].options[0].start', 'must be a multiple of 30', (i) => option(i, { start: 615 })],
    ['requests[3].options[0].day', 'is 28, and there is no such day: there are 28', (i) => option(i, { day: 28 })],
    ['requests[3].options[0].dur', 'reaches over midnight', (i) => option(i, { start: 1410 })],
    [
      'locked[0].request',
      'is 3, and there is no such request: there are 3',
      (i) => i.locked.push({ request: 3, option: 0, supporters: [0], staff: 0 }),
    ],
    [
      'locked[0].option',
      'is 1, and there is no such option of this request: there are 1',
      (i) => i.locked.push({ request: 0, option: 1, supporters: [0, 1], staff: 0 }),
    ],
    [
      'locked[1]',
      'cannot have been agreed: H13, not enough rest between two visits (request 1, supporter 0)',
      (i) =>
        i.locked.push(
          { request: 0, option: 0, supporters: [0, 1], staff: 0 },
          { request: 1, option: 0, supporters: [0], staff: 1 },
        ),
    ],
    [
      'declined[0].supporter',
      'is 3, and there is no such supporter: there are 3',
      (i) => i.declined.push({ request: 0, supporter: 3 }),
    ],
  ])('that is not in order is refused: %s %s', (at, sentence, damage) => {
    expect(readBack(damaged(damage))).toEqual({ ok: false, error: { at, sentence } })
  })

  test.each(['', '{', 'null', '[]', '7', '{"format":'])('is not %j', (text) => {
    expect(readInstance(text)).toMatchObject({ ok: false, error: { at: 'instance' } })
  })
})

describe('a plan', () => {
  const { instance, plan } = aMonth()
  test('is read as it was written, and without the name of the format', () => {
    expect(readPlan(planText(plan), instance)).toEqual({ ok: true, value: plan })
    expect(readPlan(JSON.stringify({ visits: plan.visits }), instance)).toEqual({ ok: true, value: plan })
  })
  test('is the same text in whatever order its visits and people come', () => {
    const turned = plan.visits.toReversed().map((visit) => ({ ...visit, supporters: visit.supporters.toReversed() }))
    expect(planText({ ...plan, visits: turned })).toBe(planText(plan))
  })
  test.each<[string, object]>([
    ['visits[0].request', { request: 3 }],
    ['visits[0].option', { option: 4 }],
    ['visits[0].supporters[1]', { supporters: [0, 5] }],
    ['visits[0].staff', { staff: 2 }],
    ['visits[0].staff', { staff: undefined }],
  ])('that names what is not there is refused: %s', (at, own) => {
    const text = JSON.stringify({ visits: plan.visits.map((visit) => ({ ...visit, ...own })) })
    expect(readPlan(text, instance)).toMatchObject({ ok: false, error: { at } })
  })
})
