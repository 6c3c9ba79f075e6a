import { describe, expect, test } from 'vitest'
import { mayStillJoin } from './joining.ts'
import { runStatuses } from './run-status.ts'

const weekly = [1, 2, 3, 4].map((no) => ({ no, startsAt: new Date(Date.UTC(2026, 9, no * 7, 5)) }))
const before = (no: number): Date => new Date(Date.UTC(2026, 9, no * 7, 4, 59))
const begun = (no: number): Date => new Date(Date.UTC(2026, 9, no * 7, 5))

describe('joining on the way', () => {
  test.each<[boolean, string, number | null, Date]>([
    [true, 'before the last session for joining begins', 2, before(2)],
    [false, 'once it has begun', 2, begun(2)],
    [true, 'while an earlier one is ahead', 2, before(1)],
    [false, 'where nobody joins on the way', null, before(1)],
    [true, 'up to the very last session', 200, before(4)],
    [false, 'after all of them', 200, begun(4)],
  ])('%s: %s', (may, _, joinUntil, now) => {
    expect(mayStillJoin({ status: 'running', joinUntil }, weekly, now)).toBe(may)
  })

  test('a session that took a later day lets people join until then', () => {
    const moved = weekly.map((one) => (one.no === 2 ? { ...one, startsAt: new Date(Date.UTC(2026, 9, 16, 5)) } : one))
    expect(mayStillJoin({ status: 'running', joinUntil: 2 }, moved, begun(2))).toBe(true)
  })

  test('where the session itself was called off, those before it decide', () => {
    const without = weekly.filter(({ no }) => no !== 2)
    expect(mayStillJoin({ status: 'running', joinUntil: 2 }, without, before(1))).toBe(true)
    expect(mayStillJoin({ status: 'running', joinUntil: 2 }, without, begun(1))).toBe(false)
  })

  test('a run that does not go on asks nothing of its sessions', () => {
    const free = runStatuses.filter((status) => mayStillJoin({ status, joinUntil: null }, [], before(1)))
    expect(free).toEqual(runStatuses.filter((status) => status !== 'running'))
  })
})
