import { describe, expect, test } from 'vitest'
import { type Role, roles } from '#kernel/role.ts'
import { calledBy } from './names.ts'

const person = { name: '見本 春子', nickname: 'はる' }
const byName: Role[] = ['companion', 'coordinator', 'supervisor']
const byNickname: Role[] = ['supporter', 'host']

describe('what a person is called', () => {
  test.each(roles)('by %s', (role) => {
    const expected = byName.includes(role) ? '見本 春子' : byNickname.includes(role) ? 'はる' : null
    expect(calledBy(role, person, new Set())).toBe(expected)
  })

  test('a place says the real name only where the person agreed; other supporters never', () => {
    const given = new Set(['place.name'] as const)
    expect(calledBy('host', person, given)).toBe('見本 春子')
    expect(calledBy('supporter', person, given)).toBe('はる')
  })

  test('who chose no name is called by none outside the programme', () => {
    const unnamed = { name: '見本 春子', nickname: '' }
    expect([calledBy('host', unnamed, new Set()), calledBy('supporter', unnamed, new Set())]).toEqual([null, null])
  })
})
