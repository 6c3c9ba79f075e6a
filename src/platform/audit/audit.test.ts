import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openAudit } from './audit.ts'
import { type AuditRow, canonical } from './chain.ts'

const row: AuditRow = {
  programme_id: 1,
  seq: 1,
  at: new Date('2026-11-22T00:00:00.123Z'),
  actor_person_id: null,
  actor_role: 'coordinator',
  action: 'read',
  object_kind: 'reflection',
  object_id: null,
  subject_id: null,
  classes: ['care'],
  reason: null,
  request_id: null,
}

describe('what the audit is told', () => {
  test('a refusal forgets what was written and keeps what was read', () => {
    const audit = openAudit()
    audit.read({ kind: 'reflection', subject: 's', classes: ['care'] })
    audit.wrote({ action: 'visit.cancel', kind: 'visit', id: 'v' })
    audit.forgetWrites()
    expect(audit.lines().map((line) => line.action)).toEqual(['read'])
  })

  test('two different entries never have the same canonical form', () => {
    const text = fc.option(fc.constantFrom('', '-', '1:a', 'a', '0:', 'あ', '1'), { nil: null })
    const fields = fc.record({
      object_id: text,
      reason: text,
      request_id: text,
      classes: fc.array(fc.constantFrom('care', 'lived', '1', '-', ''), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const alike = JSON.stringify(one) === JSON.stringify(other)
        expect(canonical({ ...row, ...one }) === canonical({ ...row, ...other })).toBe(alike)
      }),
    )
  })
})
