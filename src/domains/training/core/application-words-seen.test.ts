import { describe, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import { applicationStatuses } from './application-status.ts'
import { mayRead, mayWrite } from './application-words-seen.ts'

const [mine, other] = ['one', 'another']

describe('what somebody wrote in an application', () => {
  const cases = roles.flatMap((role) =>
    applicationStatuses.flatMap((status) => [null, 'staff'].map((recordedBy) => ({ role, status, recordedBy }))),
  )
  test.each(cases)(
    'of another, $status and written down by $recordedBy, is read by $role only where it may be',
    (one) => {
      const written = { personId: other, status: one.status, recordedBy: one.recordedBy }
      const chooses = one.role === 'coordinator' && (one.status !== 'draft' || one.recordedBy === 'staff')
      expect(mayRead({ personId: mine, role: one.role }, written)).toBe(chooses)
      expect(mayWrite({ personId: mine, role: one.role }, written)).toBe(chooses && one.status === 'draft')
    },
  )

  test('is read by whoever wrote it, and written until it is sent', () => {
    for (const status of applicationStatuses) {
      const written = { personId: mine, status, recordedBy: null }
      expect(mayRead({ personId: mine, role: 'trainee' }, written)).toBe(true)
      expect(mayWrite({ personId: mine, role: 'trainee' }, written)).toBe(status === 'draft')
    }
  })
})
