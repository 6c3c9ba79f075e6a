import type { ClassesOf } from '#platform/policy/classes.ts'

/** That somebody gets in touch, and when, is arrangement; why, and what came of it, are notes of the staff. */
export const classes = {
  'care.follow_up': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    visit_id: 'system',
    reason: 'staff',
    due_on: 'logistics',
    assigned_to: 'logistics',
    opened_at: 'logistics',
    opened_by: 'system',
    closed_at: 'logistics',
    closed_by: 'system',
    how: 'logistics',
    done_sealed: 'staff',
    version: 'system',
  },
  'care.rest_offer': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    visit_id: 'system',
    offered_at: 'logistics',
    answer: 'logistics',
    answered_at: 'logistics',
    rest_until: 'logistics',
    via: 'logistics',
    recorded_by: 'system',
  },
} satisfies ClassesOf<'care.follow_up' | 'care.rest_offer'>
