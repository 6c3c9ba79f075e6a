import type { ClassesOf } from '#platform/policy/classes.ts'

/** From applying to leaving. What people wrote, and what staff wrote of them, is sealed. */
export const termClasses = {
  'registration.application': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    status: 'logistics',
    words_sealed: 'lived',
    consent_version: 'system',
    applied_at: 'logistics',
    via: 'logistics',
    recorded_by: 'system',
    talk_at: 'logistics',
    talk_place: 'logistics',
    talk_with: 'logistics',
    closed_at: 'logistics',
    version: 'system',
  },
  'registration.term': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    from_day: 'card',
    to_day: 'card',
    kind: 'logistics',
    by_membership: 'system',
    at: 'system',
    withdrawn_at: 'system',
  },
  'registration.renewal': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    fiscal_year: 'logistics',
    asked_at: 'logistics',
    answer: 'logistics',
    answered_at: 'logistics',
    via: 'logistics',
    recorded_by: 'system',
    talk_with: 'logistics',
    closed_at: 'logistics',
    ended_sealed: 'staff',
  },
  'registration.reach_attempt': {
    programme_id: 'system',
    id: 'system',
    renewal_id: 'system',
    channel: 'staff',
    on_day: 'staff',
    words_sealed: 'staff',
    by_membership: 'system',
    at: 'system',
  },
  'registration.leaving': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    last_day: 'logistics',
    said_at: 'logistics',
    via: 'logistics',
    recorded_by: 'system',
    taken_back_at: 'logistics',
    done_at: 'logistics',
  },
  'registration.change': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    from_status: 'logistics',
    to_status: 'logistics',
    on_day: 'logistics',
    at: 'logistics',
    by_membership: 'system',
    via: 'logistics',
  },
} satisfies ClassesOf<
  | 'registration.application'
  | 'registration.term'
  | 'registration.renewal'
  | 'registration.reach_attempt'
  | 'registration.leaving'
  | 'registration.change'
>
