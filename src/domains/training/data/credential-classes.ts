import type { ClassesOf } from '#platform/policy/classes.ts'

/** What the programme certifies, and what people bring from elsewhere. The name on a paper, and as whom somebody took a course, are sealed. */
export const credentialClasses = {
  'training.credential_wording': {
    programme_id: 'system',
    kind: 'system',
    from_day: 'card',
    prefix: 'card',
    title: 'card',
    body: 'card',
    issuer: 'card',
    seal_box: 'card',
    by_membership: 'system',
    at: 'system',
  },
  'training.series': { programme_id: 'system', kind: 'system', fiscal_year: 'system', next_no: 'system' },
  'training.credential': {
    programme_id: 'system',
    id: 'system',
    kind: 'logistics',
    fiscal_year: 'logistics',
    no: 'logistics',
    person_id: 'system',
    enrolment_id: 'system',
    valid_until: 'logistics',
    valid_from: 'logistics',
    issued_on: 'logistics',
    wording_from: 'logistics',
    name_sealed: 'logistics',
    code_sealed: 'logistics',
    proof_hash: 'system',
    reissue_no: 'logistics',
    reissued_on: 'logistics',
    reissue_reason: 'logistics',
    superseded_at: 'logistics',
    withdrawn_at: 'logistics',
    withdrawn_sealed: 'staff',
    by_membership: 'system',
    at: 'system',
  },
  'training.qualification': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    course: 'logistics',
    issuer: 'logistics',
    issued_on: 'logistics',
    number: 'logistics',
    role_sealed: 'lived',
    via: 'logistics',
    recorded_by: 'system',
    at: 'system',
    confirmed_at: 'logistics',
    confirmed_by: 'system',
    set_aside_at: 'logistics',
    version: 'system',
  },
  'training.ceremony': {
    programme_id: 'system',
    id: 'system',
    starts_at: 'logistics',
    ends_at: 'logistics',
    place: 'logistics',
    note: 'logistics',
    cancelled_at: 'logistics',
    version: 'system',
    created_at: 'system',
  },
  'training.ceremony_guest': {
    programme_id: 'system',
    ceremony_id: 'system',
    person_id: 'system',
    invited_at: 'logistics',
    answer: 'logistics',
    answered_at: 'logistics',
    via: 'logistics',
  },
  'training.place_ready': {
    programme_id: 'system',
    id: 'system',
    place_id: 'system',
    activity_id: 'system',
    until_day: 'logistics',
    note: 'logistics',
    by_membership: 'system',
    at: 'system',
  },
} satisfies ClassesOf<
  | 'training.credential_wording'
  | 'training.series'
  | 'training.credential'
  | 'training.qualification'
  | 'training.ceremony'
  | 'training.ceremony_guest'
  | 'training.place_ready'
>
