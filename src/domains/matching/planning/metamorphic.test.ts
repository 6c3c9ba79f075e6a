import { describe, expect, test } from 'vitest'
import { aStaffMember, aSupporter } from '#test/matching/a-month.ts'
import { aTinyProblem, renamed } from '#test/matching/problems.ts'
import { optimum, proved } from '#test/matching/proved.ts'
import { type Chance, chance } from '#src/sample/random.ts'
import type { ExchangeSupporter, Instance } from '../exchange/form.ts'
import { generate, type Extent } from '../exchange/generate.ts'

const soak = process.env['HITOBA_SOAK'] === '1'
const ward: Extent = { supporters: 10, staff: 3, requests: 16, places: 4, towns: 1, km: [8, 8] }

/** Tiny problems and small wards, with and without answers in them. */
const problems: [number, Instance][] = [
  ...Array.from({ length: soak ? 200 : 15 }, (_, i): [number, Instance] => [i + 1, aTinyProblem(i + 1)]),
  ...Array.from({ length: soak ? 60 : 5 }, (_, i): [number, Instance] => [
    i + 1,
    generate(ward, i + 1, { agreed: i % 2 === 0 ? 0 : 0.2, declined: 0.2 }),
  ]),
]

const atLeast: [string, (instance: Instance, luck: Chance) => Instance][] = [
  ['one more supporter', (one, luck) => ({ ...one, supporters: [...one.supporters, somebody(one, luck)] })],
  ['one more of the staff', (one) => ({ ...one, staff: [...one.staff, aStaffMember({ weekly: allDay() })] })],
  ['one more request', (one) => ({ ...one, requests: [...one.requests, ...one.requests.slice(0, 1)] })],
  [
    'one more time for each request',
    (one, luck) => ({ ...one, requests: one.requests.map((asked) => withOneMoreTime(asked, luck)) }),
  ],
  [
    'everybody having time all day',
    (one) => ({
      ...one,
      supporters: one.supporters.map((person) => ({ ...person, weekly: allDay(), exceptions: {} })),
    }),
  ],
  [
    'everybody willing to come once more',
    (one) => eachSupporter(one, (person) => ({ maxMonth: person.maxMonth + 1, maxWeek: person.maxWeek + 1 })),
  ],
  ['nobody needing rest', (one) => eachSupporter(one, () => ({ restDays: 0 }))],
  ['no topic asked for', (one) => ({ ...one, requests: one.requests.map((asked) => ({ ...asked, topics: [] })) })],
  ['nobody having declined', (one) => ({ ...one, declined: [] })],
]

describe('the best plan there is', () => {
  test('is worth the same under other names', async () => {
    for (const [seed, instance] of problems) {
      expect(await optimum(renamed(instance, seed)), `seed ${seed}`).toBe(await optimum(instance))
    }
  })
  test.each(atLeast)('is worth no less with %s', async (_, change) => {
    for (const [seed, instance] of problems) {
      const more = await optimum(change(instance, chance(seed)))
      expect(more, `seed ${seed}`).toBeGreaterThanOrEqual(await optimum(instance))
    }
  })
  test('has nobody in it who pauses', async () => {
    for (const [seed, instance] of problems) {
      const agreed = new Set(instance.locked.flatMap(({ supporters }) => supporters))
      const paused = {
        ...instance,
        supporters: instance.supporters.map((one, i) => ({ ...one, paused: i % 2 === 0 && !agreed.has(i) })),
      }
      const { plan, checked } = await proved(paused)
      expect(checked.violations, `seed ${seed}`).toEqual([])
      const asked = plan.visits.flatMap(({ supporters }) => supporters)
      expect(asked.filter((who) => paused.supporters[who]?.paused)).toEqual([])
    }
  })
})

const allDay = (): Instance['staff'][number]['weekly'] => Array.from({ length: 7 }, () => [[0, 1440]])

const somebody = ({ activities, topics }: Instance, luck: Chance): ExchangeSupporter =>
  aSupporter({
    topics: [...topics.keys()],
    activities: activities.map(() => luck.int(0, 2)),
    weekly: allDay(),
    maxTravel: 90,
  })

const eachSupporter = (
  instance: Instance,
  own: (person: ExchangeSupporter) => Partial<ExchangeSupporter>,
): Instance => ({
  ...instance,
  supporters: instance.supporters.map((person) => ({ ...person, ...own(person) })),
})

const withOneMoreTime = (asked: Instance['requests'][number], luck: Chance): Instance['requests'][number] => ({
  ...asked,
  options: [...asked.options, { day: luck.int(0, 27), start: 600 + 30 * luck.int(0, 10), dur: 60 }],
})
