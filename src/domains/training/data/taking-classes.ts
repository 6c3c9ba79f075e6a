import type { ClassesOf } from '#platform/policy/classes.ts'

/** What somebody does in a run. Their own words are theirs: lived experience or care, sealed. */
export const takingClasses = {
  'training.enrolment': {
    programme_id: 'system',
    id: 'system',
    run_id: 'system',
    person_id: 'system',
    application_id: 'system',
    track_sealed: 'lived',
    status: 'logistics',
    since: 'logistics',
    ended_on: 'logistics',
    went_on_sealed: 'lived',
    version: 'system',
  },
  'training.enrolment_event': {
    programme_id: 'system',
    id: 'system',
    enrolment_id: 'system',
    from_status: 'logistics',
    to_status: 'logistics',
    at: 'logistics',
    by_membership: 'system',
    reason: 'staff',
    reason_sealed: 'staff',
  },
  'training.attendance': {
    programme_id: 'system',
    id: 'system',
    enrolment_id: 'system',
    session_id: 'system',
    state: 'logistics',
    source: 'logistics',
    made_up_on: 'logistics',
    made_up_way: 'logistics',
    at: 'logistics',
    by_membership: 'system',
    note: 'staff',
    note_sealed: 'staff',
  },
  'training.homework': {
    programme_id: 'system',
    enrolment_id: 'system',
    session_id: 'system',
    handed_in_on: 'logistics',
    by_membership: 'system',
  },
  'training.session_word': {
    programme_id: 'system',
    enrolment_id: 'system',
    session_id: 'system',
    feeling_sealed: 'care',
    words_sealed: 'care',
    shown: 'logistics',
    at: 'logistics',
    version: 'system',
  },
  'training.session_note': {
    programme_id: 'system',
    session_id: 'system',
    text_sealed: 'staff',
    by_membership: 'system',
    at: 'logistics',
    version: 'system',
  },
  'training.kind_call': {
    programme_id: 'system',
    id: 'system',
    enrolment_id: 'system',
    due_on: 'staff',
    noticed_at: 'staff',
    done_at: 'staff',
    done_sealed: 'staff',
    by_membership: 'system',
  },
  'training.practicum_offer': {
    programme_id: 'system',
    id: 'system',
    place_id: 'system',
    kind: 'logistics',
    what: 'logistics',
    from_day: 'logistics',
    to_day: 'logistics',
    seats: 'logistics',
    note: 'logistics',
    withdrawn_at: 'logistics',
    version: 'system',
    created_at: 'system',
  },
  'training.practicum': {
    programme_id: 'system',
    id: 'system',
    kind: 'logistics',
    enrolment_id: 'system',
    person_id: 'system',
    place_id: 'system',
    offer_id: 'system',
    companion_id: 'system',
    status: 'logistics',
    goals_sealed: 'lived',
    trainee_agreed_at: 'logistics',
    place_agreed_at: 'logistics',
    version: 'system',
    created_at: 'system',
  },
  'training.practicum_event': {
    programme_id: 'system',
    id: 'system',
    practicum_id: 'system',
    from_status: 'logistics',
    to_status: 'logistics',
    at: 'logistics',
    by_membership: 'system',
    reason: 'staff',
    reason_sealed: 'staff',
  },
  'training.practicum_day': {
    programme_id: 'system',
    id: 'system',
    practicum_id: 'system',
    starts_at: 'logistics',
    ends_at: 'logistics',
    status: 'logistics',
    reason: 'lived',
    diary_sealed: 'lived',
    diary_shown: 'logistics',
    place_words_sealed: 'lived',
    version: 'system',
    reason_sealed: 'lived',
  },
  'training.story_draft': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    title_sealed: 'lived',
    created_at: 'system',
    set_aside_at: 'logistics',
    version: 'system',
  },
  'training.story_version': {
    programme_id: 'system',
    story_id: 'system',
    version: 'system',
    text_sealed: 'lived',
    at: 'logistics',
  },
  'training.story_reader': {
    programme_id: 'system',
    id: 'system',
    story_id: 'system',
    reader_id: 'system',
    from_at: 'logistics',
    to_at: 'logistics',
  },
  'training.story_comment': {
    programme_id: 'system',
    id: 'system',
    story_id: 'system',
    on_version: 'logistics',
    by_person: 'system',
    text_sealed: 'lived',
    at: 'logistics',
  },
} satisfies ClassesOf<
  | 'training.enrolment'
  | 'training.enrolment_event'
  | 'training.attendance'
  | 'training.homework'
  | 'training.session_word'
  | 'training.session_note'
  | 'training.kind_call'
  | 'training.practicum_offer'
  | 'training.practicum'
  | 'training.practicum_event'
  | 'training.practicum_day'
  | 'training.story_draft'
  | 'training.story_version'
  | 'training.story_reader'
  | 'training.story_comment'
>
