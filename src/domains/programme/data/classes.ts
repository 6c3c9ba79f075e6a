import type { ClassesOf } from '#platform/policy/classes.ts'

/** Nothing here is about a person: what the programme is, plans and pays. */
export const classes = {
  'programme.programme': {
    programme_id: 'system',
    name: 'card',
    short_name: 'card',
    municipality: 'card',
    municipality_code: 'card',
    colour: 'card',
    sender_name: 'card',
    contact_phone: 'card',
    contact_hours: 'card',
    time_zone: 'system',
    illness_words: 'card',
    crisis_card: 'card',
    first_needs_experienced: 'system',
    registration_by_year: 'system',
    follow_up_days: 'system',
    place_sees_days: 'system',
    merge_answer_days: 'system',
    records_kept_years: 'system',
    small_number_limit: 'system',
    quiet_from: 'system',
    quiet_to: 'system',
    is_sample: 'system',
    version: 'system',
    created_at: 'system',
  },
  'programme.operator': { programme_id: 'system', id: 'system', name: 'card', from_day: 'card', to_day: 'card' },
  'programme.fiscal_year': {
    programme_id: 'system',
    year: 'system',
    planned_supporters: 'figures',
    planned_visits: 'figures',
    note: 'figures',
    version: 'system',
  },
  'programme.activity': {
    programme_id: 'system',
    id: 'system',
    kind: 'card',
    name: 'card',
    name_en: 'card',
    name_easy: 'card',
    plain: 'card',
    plain_en: 'card',
    plain_easy: 'card',
    minutes: 'card',
    listeners_max: 'card',
    recording: 'card',
    never_asked: 'card',
    companion_required: 'card',
    accompanies_person: 'card',
    heavy: 'card',
    public_menu: 'card',
    sort: 'system',
    ended_on: 'card',
    version: 'system',
  },
  'programme.honorarium_rate': { programme_id: 'system', activity_id: 'system', from_day: 'card', yen: 'card' },
} satisfies ClassesOf<
  | 'programme.programme'
  | 'programme.operator'
  | 'programme.fiscal_year'
  | 'programme.activity'
  | 'programme.honorarium_rate'
>
