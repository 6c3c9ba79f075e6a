import { describe, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import { nextStatuses, type PlaceFacts, placeBlockers, placeStatuses } from './place-status.ts'

const facts: PlaceFacts = { status: 'listed', address: '1丁目', contacts: 1, reason: '移転' }

// Written by hand, not read from the table that is tested.
const allowed = new Set([
  'listed>confirmed coordinator',
  'listed>closed coordinator',
  'proposed>confirmed coordinator',
  'proposed>closed coordinator',
  'confirmed>closed coordinator',
  'closed>confirmed coordinator',
  'closed>listed coordinator',
])

describe('the life of a place', () => {
  const cells = placeStatuses.flatMap((from) =>
    placeStatuses.flatMap((to) => roles.map((role) => ({ from, to, role }))),
  )

  test.each(cells)('$from → $to as $role', ({ from, to, role }) => {
    const may = allowed.has(`${from}>${to} ${role}`)
    expect(placeBlockers({ ...facts, status: from }, to, role).length === 0).toBe(may)
    expect(nextStatuses(from, role).includes(to)).toBe(may)
  })

  test('a place is confirmed only when one knows where it is and whom to ask', () => {
    expect(placeBlockers({ ...facts, address: ' ', contacts: 0 }, 'confirmed', 'coordinator')).toEqual([
      { kind: 'address_missing' },
      { kind: 'contact_missing' },
    ])
  })

  test('a place is closed with a reason in words', () => {
    expect(placeBlockers({ ...facts, status: 'confirmed', reason: ' ' }, 'closed', 'coordinator')).toEqual([
      { kind: 'reason_missing' },
    ])
  })
})
