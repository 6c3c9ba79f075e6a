import type { ClassesOf } from '#platform/policy/classes.ts'

/** What planning reads by the thousand is logistics; what tells how a person is, is care and sealed. Avoidances: the person and the coordinator only. */
export const classes = {
  'registration.avoidance': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    target_sealed: 'care',
    created_at: 'system',
  },
  'registration.care_plan': {
    programme_id: 'system',
    person_id: 'system',
    what_helps_sealed: 'care',
    warning_signs_sealed: 'care',
    whom_to_call_sealed: 'care',
    considerations_sealed: 'logistics',
    version: 'system',
  },
  'registration.hours_exception': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    day: 'logistics',
    from_minute: 'logistics',
    to_minute: 'logistics',
  },
  'registration.likes_to_go_with': { programme_id: 'system', person_id: 'system', other_id: 'system' },
  'registration.pause': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    from_at: 'logistics',
    until_day: 'logistics',
    ended_at: 'logistics',
  },
  'registration.sheet_version': {
    programme_id: 'system',
    person_id: 'system',
    version: 'system',
    at: 'logistics',
    by_membership: 'system',
    via: 'logistics',
    sheet_sealed: 'care',
  },
  'registration.supporter': {
    programme_id: 'system',
    person_id: 'system',
    registered_on: 'logistics',
    ended_on: 'logistics',
    town: 'logistics',
    lat: 'logistics',
    lng: 'logistics',
    wished_per_month: 'logistics',
    max_per_week: 'logistics',
    max_per_month: 'logistics',
    rest_days: 'logistics',
    max_travel_minutes: 'logistics',
    in_person: 'logistics',
    online: 'logistics',
    experience: 'logistics',
    gender: 'logistics',
    languages: 'logistics',
    last_asked_on: 'system',
    version: 'system',
  },
  'registration.theme': { programme_id: 'system', person_id: 'system', theme: 'logistics', stance: 'logistics' },
  'registration.weekly_hours': {
    programme_id: 'system',
    person_id: 'system',
    weekday: 'logistics',
    from_minute: 'logistics',
    to_minute: 'logistics',
  },
  'registration.wish': { programme_id: 'system', person_id: 'system', activity_id: 'system', level: 'logistics' },
} satisfies ClassesOf<
  | 'registration.avoidance'
  | 'registration.care_plan'
  | 'registration.hours_exception'
  | 'registration.likes_to_go_with'
  | 'registration.pause'
  | 'registration.sheet_version'
  | 'registration.supporter'
  | 'registration.theme'
  | 'registration.weekly_hours'
  | 'registration.wish'
>
