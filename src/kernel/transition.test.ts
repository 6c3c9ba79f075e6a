import { expect, test } from 'vitest'
import { lineFor, stepBlockers, type Transition } from './transition.ts'

type Status = 'open' | 'closed'
type Who = 'owner' | 'guest' | 'passer-by'

const table: Transition<Status, Who, 'swept' | 'paid'>[] = [
  { from: 'open', to: 'closed', who: ['owner'], holds: ['swept'] },
  { from: 'open', to: 'closed', who: ['guest'], holds: ['swept', 'paid'] },
]
const close = (who: Who) => ({ from: 'open', to: 'closed', who }) as const

test('of two lines for one step each person has their own', () => {
  expect(lineFor(table, close('guest'))).toBe(table[1])
  expect(lineFor(table, close('owner'))).toBe(table[0])
})

test('a step that the table knows is not for everybody', () => {
  expect(lineFor(table, close('passer-by'))).toEqual({ kind: 'not_for_you', who: 'passer-by' })
  expect(lineFor(table, { from: 'closed', to: 'open', who: 'owner' })).toMatchObject({ kind: 'not_from_here' })
})

test('what is not met is named, and nothing else', () => {
  const unmet = (condition: string) => (condition === 'paid' ? { kind: condition } : null)
  expect(stepBlockers(table, close('guest'), unmet)).toEqual([{ kind: 'paid' }])
  expect(stepBlockers(table, close('owner'), unmet)).toEqual([])
})
