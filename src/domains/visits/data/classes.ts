import type { ClassesOf } from '#platform/policy/classes.ts'

const row = { programme_id: 'system', id: 'system' } as const
const change = { from_status: 'logistics', to_status: 'logistics', at: 'logistics', by_membership: 'system' } as const

/** What a place asks for is logistics; what a person says of themselves is care, and is sealed. */
export const classes = {
  'visits.request': {
    ...row,
    place_id: 'system',
    activity_id: 'system',
    status: 'system',
    field: 'figures',
    title: 'logistics',
    purpose: 'logistics',
    supporters_wanted: 'logistics',
    online: 'logistics',
    audience: 'logistics',
    audience_count: 'logistics',
    if_few: 'logistics',
    preparation: 'logistics',
    themes: 'logistics',
    for_gender: 'logistics',
    language: 'logistics',
    recording: 'logistics',
    idea_of: 'system',
    person_consent_on: 'logistics',
    entered_by: 'system',
    entered_via: 'logistics',
    confirmed_how: 'logistics',
    content_agreed_on: 'logistics',
    materially_changed_at: 'logistics',
    created_by: 'system',
    created_at: 'system',
    submitted_at: 'logistics',
    version: 'system',
  },
  'visits.request_slot': {
    ...row,
    request_id: 'system',
    starts_at: 'logistics',
    ends_at: 'logistics',
    removed_at: 'system',
  },
  'visits.request_event': { ...row, request_id: 'system', ...change, reason: 'logistics' },
  'visits.proposal': {
    ...row,
    request_id: 'system',
    person_id: 'system',
    slot_id: 'system',
    status: 'logistics',
    sent_at: 'logistics',
    answer_by: 'logistics',
    reminded_at: 'logistics',
    answered_at: 'logistics',
    call_if_seat_opens: 'logistics',
    message_id: 'system',
    via: 'logistics',
    recorded_by: 'system',
    question_sealed: 'care',
    reply_sealed: 'care',
    replied_at: 'logistics',
    version: 'system',
  },
  'visits.proposal_event': { ...row, proposal_id: 'system', ...change },
  'visits.series': {
    ...row,
    request_id: 'system',
    rule: 'logistics',
    from_day: 'logistics',
    until_day: 'logistics',
    from_minute: 'logistics',
    minutes: 'logistics',
    superseded_by: 'system',
    created_at: 'system',
  },
  'visits.visit': {
    ...row,
    request_id: 'system',
    place_id: 'system',
    activity_id: 'system',
    series_id: 'system',
    status: 'logistics',
    field: 'figures',
    starts_at: 'logistics',
    ends_at: 'logistics',
    online: 'logistics',
    companion_needed: 'logistics',
    met_count: 'figures',
    replaces: 'system',
    reason: 'logistics',
    created_at: 'system',
    version: 'system',
  },
  'visits.visit_event': { ...row, visit_id: 'system', ...change, reason: 'logistics' },
  'visits.participant': {
    programme_id: 'system',
    visit_id: 'system',
    person_id: 'system',
    part: 'logistics',
    agreed_at: 'logistics',
    via: 'logistics',
    recorded_by: 'system',
    left_at: 'logistics',
    asked_again_at: 'logistics',
    asked_before_at: 'logistics',
    attended: 'logistics',
    tasks_done: 'logistics',
  },
  'visits.place_agreement': {
    programme_id: 'system',
    visit_id: 'system',
    agreed_at: 'logistics',
    by_membership: 'system',
    via: 'logistics',
  },
  'visits.meeting': {
    ...row,
    visit_id: 'system',
    starts_at: 'logistics',
    ends_at: 'logistics',
    where_text: 'logistics',
    online: 'logistics',
    cancelled_at: 'logistics',
    created_at: 'system',
  },
  'visits.check_in': {
    ...row,
    visit_id: 'system',
    person_id: 'system',
    moment: 'logistics',
    answers_sealed: 'care',
    shown_to_companion: 'system',
    at: 'logistics',
    via: 'logistics',
    recorded_by: 'system',
    version: 'system',
  },
  'visits.companion_record': {
    programme_id: 'system',
    visit_id: 'system',
    person_id: 'system',
    text_sealed: 'staff',
    at: 'logistics',
    version: 'system',
  },
  'visits.reflection': {
    programme_id: 'system',
    visit_id: 'system',
    person_id: 'system',
    text_sealed: 'care',
    at: 'logistics',
    by_membership: 'system',
    version: 'system',
  },
  'visits.thanks': {
    ...row,
    visit_id: 'system',
    text_sealed: 'care',
    to_staff_sealed: 'staff',
    by_membership: 'system',
    via: 'logistics',
    at: 'logistics',
    passed_on_at: 'logistics',
    passed_on_by: 'system',
  },
  'visits.draft': {
    ...row,
    month: 'logistics',
    made_by: 'system',
    made_at: 'logistics',
    work_id: 'system',
    planned_at: 'logistics',
    sent_at: 'logistics',
    put_away_at: 'logistics',
  },
  'visits.draft_visit': {
    ...row,
    draft_id: 'system',
    request_id: 'system',
    slot_id: 'system',
    frozen: 'logistics',
    sent_at: 'logistics',
    not_sent: 'logistics',
    version: 'logistics',
    way: 'logistics',
    put_at: 'logistics',
    ended_at: 'logistics',
  },
  'visits.draft_planning': {
    programme_id: 'system',
    draft_id: 'system',
    work_id: 'system',
    at: 'logistics',
    open: 'logistics',
    shortages: 'logistics',
  },
  'visits.draft_seat': {
    programme_id: 'system',
    draft_visit_id: 'system',
    person_id: 'system',
    part: 'logistics',
  },
} satisfies ClassesOf<
  | 'visits.draft'
  | 'visits.draft_visit'
  | 'visits.draft_planning'
  | 'visits.draft_seat'
  | 'visits.request'
  | 'visits.request_slot'
  | 'visits.request_event'
  | 'visits.proposal'
  | 'visits.proposal_event'
  | 'visits.series'
  | 'visits.visit'
  | 'visits.visit_event'
  | 'visits.participant'
  | 'visits.place_agreement'
  | 'visits.meeting'
  | 'visits.check_in'
  | 'visits.companion_record'
  | 'visits.reflection'
  | 'visits.thanks'
>
