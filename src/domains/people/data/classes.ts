import type { ClassesOf } from '#platform/policy/classes.ts'

/** A person: how to reach them, what they agreed to, and when they are taken. Being taken says nothing of with what. */
export const classes = {
  'people.booking': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    kind: 'logistics',
    ref_id: 'system',
    during: 'logistics',
    created_at: 'logistics',
    released_at: 'logistics',
  },
  'people.calendar_feed': {
    programme_id: 'system',
    person_id: 'system',
    token_hash: 'system',
    created_at: 'system',
    last_used_at: 'system',
    revoked_at: 'system',
  },
  'people.consent': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    recipient: 'logistics',
    item: 'logistics',
    given: 'logistics',
    text_version: 'logistics',
    via: 'logistics',
    recorded_by: 'system',
    at: 'logistics',
    recorded_at: 'logistics',
  },
  'people.following': {
    programme_id: 'system',
    id: 'system',
    staff_id: 'system',
    supporter_id: 'system',
    from_at: 'logistics',
    to_at: 'logistics',
  },
  'people.not_same': {
    programme_id: 'system',
    one_id: 'system',
    other_id: 'system',
    said_at: 'system',
    by_membership: 'system',
  },
  'people.person': {
    programme_id: 'system',
    id: 'system',
    name: 'contact',
    kana: 'contact',
    nickname: 'card',
    email: 'contact',
    phone: 'contact',
    channel: 'contact',
    quiet_from: 'contact',
    quiet_to: 'contact',
    locale: 'card',
    is_sample: 'system',
    created_at: 'system',
    version: 'system',
    erased_at: 'system',
    merged_into: 'system',
  },
  'people.merge': {
    programme_id: 'system',
    id: 'system',
    kept_id: 'system',
    gone_id: 'system',
    at: 'system',
    by_membership: 'system',
    followed: 'system',
    undone_at: 'system',
    undone_by: 'system',
  },
  'people.merge_question': {
    programme_id: 'system',
    id: 'system',
    holder_id: 'system',
    other_id: 'system',
    asked_at: 'system',
    asked_by: 'system',
    until_day: 'system',
    answer: 'system',
    answered_at: 'system',
    via: 'system',
    recorded_by: 'system',
    closed_at: 'system',
  },
  'people.erasure_wish': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    via: 'contact',
    recorded_by: 'system',
    at: 'contact',
    ended_at: 'contact',
  },
} satisfies ClassesOf<
  | 'people.booking'
  | 'people.calendar_feed'
  | 'people.consent'
  | 'people.erasure_wish'
  | 'people.following'
  | 'people.merge'
  | 'people.merge_question'
  | 'people.not_same'
  | 'people.person'
>
