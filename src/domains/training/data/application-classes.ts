import type { ClassesOf } from '#platform/policy/classes.ts'

/** Who would like to come, in their own words. What they need is care, what those who choose thought of it is of staff. */
export const applicationClasses = {
  'training.apply_link': {
    programme_id: 'system',
    token_hash: 'system',
    run_id: 'system',
    taster_id: 'system',
    asker_sealed: 'lived',
    created_at: 'system',
    expires_at: 'system',
    application_id: 'system',
    spent_at: 'system',
  },
  'training.application': {
    programme_id: 'system',
    id: 'system',
    run_id: 'system',
    person_id: 'system',
    place_id: 'system',
    pair_id: 'system',
    track_sealed: 'lived',
    words_sealed: 'lived',
    needs_sealed: 'care',
    status: 'logistics',
    consent_version: 'logistics',
    consent_at: 'logistics',
    via: 'logistics',
    recorded_by: 'system',
    told_at: 'logistics',
    submitted_at: 'logistics',
    waiting_since: 'logistics',
    lottery_place: 'logistics',
    version: 'system',
    created_at: 'system',
    consent_via: 'logistics',
    consent_by: 'system',
    ready_at: 'logistics',
    made_person: 'system',
    mails_sent: 'system',
  },
  'training.application_event': {
    programme_id: 'system',
    id: 'system',
    application_id: 'system',
    from_status: 'logistics',
    to_status: 'logistics',
    at: 'logistics',
    by_membership: 'system',
    reason_sealed: 'staff',
  },
  'training.accommodation': {
    programme_id: 'system',
    id: 'system',
    application_id: 'system',
    answer: 'care',
    answer_sealed: 'care',
    reason_sealed: 'care',
    by_membership: 'system',
    at: 'logistics',
  },
  'training.consideration': {
    programme_id: 'system',
    id: 'system',
    application_id: 'system',
    criterion_id: 'system',
    words_sealed: 'staff',
    by_membership: 'system',
    at: 'logistics',
  },
  'training.offer': {
    programme_id: 'system',
    id: 'system',
    application_id: 'system',
    offered_at: 'logistics',
    answer_until: 'logistics',
    answered_at: 'logistics',
    answer: 'logistics',
    via: 'logistics',
    reminded_at: 'system',
  },
} satisfies ClassesOf<
  | 'training.apply_link'
  | 'training.application'
  | 'training.application_event'
  | 'training.accommodation'
  | 'training.consideration'
  | 'training.offer'
>
