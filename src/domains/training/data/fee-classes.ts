import type { ClassesOf } from '#platform/policy/classes.ts'

/** The class of every column of what offices write down for fee supplements. */
export const feeClasses = {
  'training.fee_office': {
    programme_id: 'system',
    place_id: 'system',
    office_number: 'logistics',
    services: 'logistics',
    flat_rate: 'logistics',
    shown_to_programme: 'logistics',
    version: 'system',
    saved_at: 'logistics',
  },
  'training.fee_notice': {
    programme_id: 'system',
    place_id: 'system',
    supplement: 'logistics',
    notified_on: 'logistics',
    published_on: 'logistics',
  },
  'training.office_staff': {
    programme_id: 'system',
    id: 'system',
    place_id: 'system',
    facts_sealed: 'lived',
    version: 'system',
    hours_version: 'system',
    created_at: 'logistics',
  },
  'training.office_hours': {
    programme_id: 'system',
    staff_id: 'system',
    month: 'logistics',
    fte: 'logistics',
  },
  'training.office_training': {
    programme_id: 'system',
    id: 'system',
    place_id: 'system',
    on_day: 'logistics',
    topic: 'logistics',
    led_by: 'system',
    others: 'logistics',
    attendees_sealed: 'staff',
    version: 'system',
    created_at: 'logistics',
  },
} satisfies ClassesOf<
  | 'training.fee_office'
  | 'training.fee_notice'
  | 'training.office_staff'
  | 'training.office_hours'
  | 'training.office_training'
>
