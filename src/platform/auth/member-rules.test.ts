import { describe, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import { endRoleBlockers, grantBlockers, groupsKeptBy, memberGroups, rolesKeptBy } from './member-rules.ts'

describe('Who gives and ends which role', () => {
  test('every role is kept by the coordinator or the administrator, and by nobody else', () => {
    const keepers = Object.fromEntries(
      roles.map((role) => [role, roles.filter((by) => rolesKeptBy(by).includes(role))]),
    )
    expect(keepers).toEqual({
      seeker: ['coordinator'],
      trainee: ['coordinator'],
      supporter: ['coordinator'],
      companion: ['coordinator', 'admin'],
      coordinator: ['coordinator', 'admin'],
      supervisor: ['coordinator', 'admin'],
      host: ['coordinator'],
      group: ['coordinator'],
      officer: ['coordinator', 'admin'],
      admin: ['admin'],
    })
  })

  test('every role is in exactly one list, and the administrator has the list of staff only', () => {
    expect(Object.values(memberGroups).flat().toSorted()).toEqual([...roles].toSorted())
    expect(groupsKeptBy('admin')).toEqual(['staff'])
    expect(groupsKeptBy('coordinator')).toEqual(['staff', 'places', 'people'])
    expect(groupsKeptBy('supporter')).toEqual([])
  })

  test('what stands in the way of giving one', () => {
    const fine = { actorRole: 'coordinator', role: 'host', hasPlace: true, alreadyHeld: false } as const
    expect(grantBlockers(fine)).toEqual([])
    expect(grantBlockers({ ...fine, hasPlace: false })).toEqual([{ code: 'place-missing' }])
    expect(grantBlockers({ ...fine, alreadyHeld: true })).toEqual([{ code: 'already-held' }])
    for (const actorRole of roles.filter((role) => role !== 'coordinator'))
      expect(grantBlockers({ ...fine, actorRole })).toEqual([{ code: 'not-yours' }])
  })

  test('what stands in the way of ending one', () => {
    const fine = { actorRole: 'admin', role: 'coordinator', isOwn: false, others: 1 } as const
    expect(endRoleBlockers(fine)).toEqual([])
    expect(endRoleBlockers({ ...fine, others: 0 })).toEqual([{ code: 'last-one', role: 'coordinator' }])
    expect(endRoleBlockers({ ...fine, role: 'companion', others: 0 })).toEqual([])
    expect(endRoleBlockers({ ...fine, role: 'admin', isOwn: true })).toEqual([{ code: 'own-role' }])
    expect(endRoleBlockers({ ...fine, role: 'supporter' })).toEqual([{ code: 'not-yours' }])
  })
})
