import { expect, test } from 'vitest'
import { personConditions, personConditionsQuickestFirst } from './person-conditions.ts'
import { slotConditions, slotConditionsQuickestFirst } from './slot-conditions.ts'

test('asked in another order, the conditions are the same', () => {
  expect(new Set(personConditionsQuickestFirst)).toEqual(new Set(personConditions))
  expect(personConditionsQuickestFirst.length).toBe(personConditions.length)
  expect(new Set(slotConditionsQuickestFirst)).toEqual(new Set(slotConditions))
  expect(slotConditionsQuickestFirst.length).toBe(slotConditions.length)
})
