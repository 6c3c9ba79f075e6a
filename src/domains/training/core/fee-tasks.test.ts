import { expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { feeTasks } from './fee-tasks.ts'

const today = day('2026-11-24')

test.each<[string, string | null, object[]]>([
  ['no training yet', null, [{ kind: 'training' }]],
  ['a year and a day ago', '2025-11-23', [{ kind: 'training' }]],
  ['a year ago to the day', '2025-11-24', [{ kind: 'training_soon', until: '2026-11-24' }]],
  ['within thirty days', '2025-12-24', [{ kind: 'training_soon', until: '2026-12-24' }]],
  ['after thirty-one days', '2025-12-25', []],
  ['last month', '2026-10-24', []],
])('training, %s', (_, last, tasks) => {
  const lastTraining = last === null ? null : day(last)
  expect(feeTasks({ hoursMissing: false, lastTraining }, today)).toEqual(tasks)
})

test('hours of this month are asked for beside it', () => {
  expect(feeTasks({ hoursMissing: true, lastTraining: null }, today)).toEqual([
    { kind: 'hours', month: '2026-11' },
    { kind: 'training' },
  ])
})
