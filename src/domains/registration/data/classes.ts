import type { ClassesOf } from '#platform/policy/classes.ts'
import { termClasses } from './term-classes.ts'

/** A supporter's sheet. What planning reads is logistics; what is avoided and what helps is care, and sealed. */
export const classes = {
  ...termClasses,
  'registration.supporter': {
    programme_id: 'system',
    person_id: 'system',
    registered_on: 'card',
    ended_on: 'card',
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
    experience: 'experience',
    gender: 'contact',
    languages: 'logistics',
    last_asked_on: 'logistics',
    version: 'system',
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
  'registration.wish': { programme_id: 'system', person_id: 'system', activity_id: 'system', level: 'logistics' },
  'registration.theme': { programme_id: 'system', person_id: 'system', theme: 'logistics', stance: 'logistics' },
  'registration.weekly_hours': {
    programme_id: 'system',
    person_id: 'system',
    weekday: 'logistics',
    from_minute: 'logistics',
    to_minute: 'logistics',
  },
  'registration.hours_exception': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    day: 'logistics',
    from_minute: 'logistics',
    to_minute: 'logistics',
  },
  'registration.avoidance': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    target_sealed: 'care',
    created_at: 'system',
  },
  'registration.likes_to_go_with': { programme_id: 'system', person_id: 'system', other_id: 'care' },
  'registration.care_plan': {
    programme_id: 'system',
    person_id: 'system',
    what_helps_sealed: 'care',
    warning_signs_sealed: 'care',
    whom_to_call_sealed: 'care',
    considerations_sealed: 'considerations',
    company_sealed: 'care',
    version: 'system',
  },
  'registration.pause': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    from_at: 'logistics',
    until_day: 'logistics',
    ended_at: 'logistics',
  },
} satisfies ClassesOf<
  | keyof typeof termClasses
  | 'registration.supporter'
  | 'registration.sheet_version'
  | 'registration.wish'
  | 'registration.theme'
  | 'registration.weekly_hours'
  | 'registration.hours_exception'
  | 'registration.avoidance'
  | 'registration.likes_to_go_with'
  | 'registration.care_plan'
  | 'registration.pause'
>
