// Written by `bin/hitoba db types` from the migrations. Not edited by hand.
import type { ColumnType, GeneratedAlways } from 'kysely'
import type { CalendarDay } from '#kernel/calendar-day.ts'

/** Read as a value; written as text (JSON.stringify), which means the same on both engines. */
export type Json = ColumnType<unknown, string, string>
export type Bytes = Uint8Array
/** Filled by the database where it is left out. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export interface CareFollowUpTable {
  programme_id: number
  id: string
  person_id: string
  visit_id: string | null
  reason: string
  due_on: CalendarDay
  assigned_to: string | null
  opened_at: Date
  opened_by: string | null
  closed_at: Date | null
  closed_by: string | null
  how: string | null
  done_sealed: string | null
  version: Generated<number>
}

export interface CareRestOfferTable {
  programme_id: number
  id: string
  person_id: string
  visit_id: string
  offered_at: Date
  answer: string | null
  answered_at: Date | null
  rest_until: CalendarDay | null
  via: Generated<string>
  recorded_by: string | null
}

export interface PeopleBookingTable {
  programme_id: number
  id: string
  person_id: string
  kind: string
  ref_id: string
  during: string
  created_at: Date
  released_at: Date | null
}

export interface PeopleCalendarFeedTable {
  programme_id: number
  person_id: string
  token_hash: string
  created_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

export interface PeopleConsentTable {
  programme_id: number
  id: string
  person_id: string
  recipient: string
  item: string
  given: boolean
  text_version: string
  via: Generated<string>
  recorded_by: string | null
  at: Date
  recorded_at: Date
}

export interface PeopleErasureWishTable {
  programme_id: number
  id: string
  person_id: string
  via: Generated<string>
  recorded_by: string | null
  at: Date
  ended_at: Date | null
}

export interface PeopleFollowingTable {
  programme_id: number
  id: string
  staff_id: string
  supporter_id: string
  from_at: Date
  to_at: Date | null
}

export interface PeopleMergeTable {
  programme_id: number
  id: string
  kept_id: string
  gone_id: string
  at: Date
  by_membership: string
  followed: Json
  undone_at: Date | null
  undone_by: string | null
}

export interface PeopleMergeQuestionTable {
  programme_id: number
  id: string
  holder_id: string
  other_id: string
  asked_at: Date
  asked_by: string
  until_day: CalendarDay
  answer: string | null
  answered_at: Date | null
  via: string | null
  recorded_by: string | null
  closed_at: Date | null
}

export interface PeopleNotSameTable {
  programme_id: number
  one_id: string
  other_id: string
  said_at: Date
  by_membership: string
}

export interface PeoplePersonTable {
  programme_id: number
  id: string
  name: string
  kana: string
  nickname: Generated<string>
  email: string | null
  phone: string | null
  channel: Generated<string>
  quiet_from: number | null
  quiet_to: number | null
  locale: Generated<string>
  is_sample: Generated<boolean>
  created_at: Date
  version: Generated<number>
  erased_at: Date | null
  merged_into: string | null
}

export interface PlacesContactTable {
  programme_id: number
  id: string
  place_id: string
  person_id: string | null
  name: string
  position: Generated<string>
  email: Generated<string>
  phone: Generated<string>
  ended_at: Date | null
  created_at: Date
  version: Generated<number>
}

export interface PlacesOrganisationTable {
  programme_id: number
  id: string
  name: string
  kana: Generated<string>
  corporate_number: Generated<string>
  municipality: Generated<string>
  address: Generated<string>
  phone: Generated<string>
  fax: Generated<string>
  url: Generated<string>
  created_at: Date
  version: Generated<number>
}

export interface PlacesPlaceTable {
  programme_id: number
  id: string
  organisation_id: string
  name: string
  kana: Generated<string>
  kind: string
  field: string
  status: string
  municipality: Generated<string>
  address: Generated<string>
  phone: Generated<string>
  fax: Generated<string>
  url: Generated<string>
  town: Generated<string>
  lat: number | null
  lng: number | null
  what_we_do: Generated<string>
  what_is_found: Generated<string>
  access: Generated<string>
  who_comes: Generated<string>
  typical_day: Generated<string>
  confirmed_at: Date | null
  created_at: Date
  version: Generated<number>
}

export interface PlacesPlaceEventTable {
  programme_id: number
  id: string
  place_id: string
  from_status: string | null
  to_status: string
  at: Date
  by_membership: string | null
  reason: Generated<string>
}

export interface PlacesWamEntryTable {
  programme_id: number
  wam_no: string
  place_id: string
  municipality: string
  service: string
  facts: Json
  seen_on: CalendarDay
  gone_on: CalendarDay | null
}

export interface PlatformAccountTable {
  id: string
  email: string
  password_hash: string | null
  totp_sealed: string | null
  totp_confirmed_at: Date | null
  totp_last_step: number | null
  totp_offered_sealed: string | null
  created_at: Date
}

export interface PlatformAttemptTable {
  kind: string
  key_hash: string
  at: Date
}

export interface PlatformAuditEntryTable {
  programme_id: number
  seq: number
  at: Date
  actor_person_id: string | null
  actor_role: string
  action: string
  object_kind: string
  object_id: string | null
  subject_id: string | null
  classes: Generated<string[]>
  reason: string | null
  request_id: string | null
  prev_hash: Bytes
  hash: Bytes
}

export interface PlatformAuditHeadTable {
  programme_id: number
  seq: number
  hash: Bytes
  seal: Bytes
}

export interface PlatformDeliveryTable {
  programme_id: number
  message_id: string
  person_id: string
  order_no: GeneratedAlways<number>
  status: string
  attempts: Generated<number>
  next_at: Date
  last_error: string | null
  sent_at: Date | null
}

export interface PlatformDemoMailTable {
  id: string
  programme_id: number | null
  to_address: string
  subject: string
  body: string
  at: Date
}

export interface PlatformEventTable {
  programme_id: number
  id: string
  topic: string
  payload: Json
  created_at: Date
  next_at: Date
  done_at: Date | null
  dead_at: Date | null
  attempts: Generated<number>
  last_error: string | null
}

export interface PlatformFileTable {
  programme_id: number
  id: string
  kind: string
  name: string
  media_type: string
  bytes: Bytes
  created_at: Date
  membership_id: string | null
}

export interface PlatformFormTokenTable {
  programme_id: number
  token: string
  membership_id: string | null
  location: string | null
  at: Date
}

export interface PlatformIntakeTable {
  programme_id: number
  id: string
  kind: string
  name: string
  membership_id: string
  created_at: Date
  sheet: Generated<number>
  mapping: Generated<Json>
  decisions: Generated<Json>
  table_sealed: string | null
}

export interface PlatformKnownDeviceTable {
  account_id: string
  token_hash: string
  last_used_at: Date
}

export interface PlatformMembershipTable {
  programme_id: number
  id: string
  account_id: string | null
  person_id: string
  role: string
  place_id: string | null
  starts_at: Date
  ended_at: Date | null
  ended_by: string | null
}

export interface PlatformMessageTable {
  programme_id: number
  id: string
  person_id: string
  kind: string
  params: Generated<Json>
  path: string | null
  created_at: Date
  read_at: Date | null
  withdrawn_at: Date | null
}

export interface PlatformPersonKeyTable {
  programme_id: number
  person_id: string
  kek_id: string
  wrapped: Bytes
  created_at: Date
}

export interface PlatformRecoveryCodeTable {
  account_id: string
  code_hash: string
  created_at: Date
  spent_at: Date | null
}

export interface PlatformSessionTable {
  token_hash: string
  id: string
  device: Generated<string>
  account_id: string
  programme_id: number | null
  membership_id: string | null
  created_at: Date
  proved_at: Date
  last_seen_at: Date
  expires_at: Date
  mfa_at: Date | null
  ended_at: Date | null
}

export interface PlatformSetupLinkTable {
  token_hash: string
  created_at: Date
  expires_at: Date
  spent_at: Date | null
}

export interface PlatformSignInLinkTable {
  token_hash: string
  account_id: string | null
  purpose: string
  next: string | null
  created_at: Date
  expires_at: Date
  spent_at: Date | null
}

export interface PlatformSignInMailTable {
  id: string
  sealed: string
  attempts: Generated<number>
  next_at: Date
  expires_at: Date
  last_error: string | null
}

export interface PlatformTemplateTable {
  programme_id: number
  id: string
  kind: string
  from_day: CalendarDay
  file_id: string
  picture_id: string | null
  at: Date
  membership_id: string | null
  removed_at: Date | null
}

export interface PlatformWorkTable {
  programme_id: number
  id: string
  kind: string
  membership_id: string
  params: Json
  status: string
  done_count: Generated<number>
  total_count: number | null
  result: Json | null
  attempts: Generated<number>
  heartbeat_at: Date | null
  created_at: Date
  finished_at: Date | null
}

export interface ProgrammeActivityTable {
  programme_id: number
  id: string
  kind: string
  name: string
  name_en: string
  name_easy: string
  plain: string
  plain_en: string
  plain_easy: string
  minutes: number
  listeners_max: number | null
  recording: Generated<string>
  never_asked: Generated<string>
  companion_required: Generated<boolean>
  accompanies_person: Generated<boolean>
  heavy: Generated<boolean>
  public_menu: Generated<boolean>
  sort: Generated<number>
  ended_on: CalendarDay | null
  version: Generated<number>
}

export interface ProgrammeFiscalYearTable {
  programme_id: number
  year: number
  planned_supporters: number
  planned_visits: number
  note: Generated<string>
  version: Generated<number>
}

export interface ProgrammeHonorariumRateTable {
  programme_id: number
  activity_id: string
  from_day: CalendarDay
  yen: number
}

export interface ProgrammeOperatorTable {
  programme_id: number
  id: string
  name: string
  from_day: CalendarDay
  to_day: CalendarDay | null
}

export interface ProgrammeProgrammeTable {
  programme_id: number
  name: string
  short_name: string
  municipality: string
  municipality_code: string
  colour: Generated<string>
  sender_name: string
  contact_phone: Generated<string>
  contact_hours: Generated<string>
  time_zone: Generated<string>
  illness_words: Generated<string>
  crisis_card: Generated<string>
  first_needs_experienced: Generated<boolean>
  follow_up_days: Generated<number[]>
  place_sees_days: Generated<number>
  small_number_limit: Generated<number>
  quiet_from: Generated<number>
  quiet_to: Generated<number>
  is_sample: Generated<boolean>
  version: Generated<number>
  created_at: Date
  registration_by_year: Generated<boolean>
  records_kept_years: number | null
  merge_answer_days: Generated<number>
}

export interface RegistrationApplicationTable {
  programme_id: number
  id: string
  person_id: string
  status: string
  words_sealed: string | null
  consent_version: string
  applied_at: Date
  via: Generated<string>
  recorded_by: string | null
  talk_at: Date | null
  talk_place: Generated<string>
  talk_with: string | null
  closed_at: Date | null
  version: Generated<number>
}

export interface RegistrationAvoidanceTable {
  programme_id: number
  id: string
  person_id: string
  target_sealed: string
  created_at: Date
}

export interface RegistrationCarePlanTable {
  programme_id: number
  person_id: string
  what_helps_sealed: string | null
  warning_signs_sealed: string | null
  whom_to_call_sealed: string | null
  considerations_sealed: string | null
  company_sealed: string | null
  version: Generated<number>
}

export interface RegistrationChangeTable {
  programme_id: number
  id: string
  person_id: string
  from_status: string | null
  to_status: string
  on_day: CalendarDay
  at: Date
  by_membership: string | null
  via: Generated<string>
}

export interface RegistrationHoursExceptionTable {
  programme_id: number
  id: string
  person_id: string
  day: CalendarDay
  from_minute: number | null
  to_minute: number | null
}

export interface RegistrationLeavingTable {
  programme_id: number
  id: string
  person_id: string
  last_day: CalendarDay
  said_at: Date
  via: Generated<string>
  recorded_by: string | null
  taken_back_at: Date | null
  done_at: Date | null
}

export interface RegistrationLikesToGoWithTable {
  programme_id: number
  person_id: string
  other_id: string
}

export interface RegistrationPauseTable {
  programme_id: number
  id: string
  person_id: string
  from_at: Date
  until_day: CalendarDay | null
  ended_at: Date | null
}

export interface RegistrationReachAttemptTable {
  programme_id: number
  id: string
  renewal_id: string
  channel: string
  on_day: CalendarDay
  words_sealed: string
  by_membership: string
  at: Date
}

export interface RegistrationRenewalTable {
  programme_id: number
  id: string
  person_id: string
  fiscal_year: number
  asked_at: Date
  answer: string | null
  answered_at: Date | null
  via: Generated<string>
  recorded_by: string | null
  talk_with: string | null
  closed_at: Date | null
  ended_sealed: string | null
}

export interface RegistrationSheetVersionTable {
  programme_id: number
  person_id: string
  version: number
  at: Date
  by_membership: string
  via: Generated<string>
  sheet_sealed: string
}

export interface RegistrationSupporterTable {
  programme_id: number
  person_id: string
  registered_on: CalendarDay | null
  ended_on: CalendarDay | null
  town: Generated<string>
  lat: number | null
  lng: number | null
  wished_per_month: Generated<number>
  max_per_week: Generated<number>
  max_per_month: Generated<number>
  rest_days: Generated<number>
  max_travel_minutes: Generated<number>
  in_person: Generated<boolean>
  online: Generated<boolean>
  experience: Generated<string>
  gender: string | null
  languages: Generated<string[]>
  last_asked_on: CalendarDay | null
  version: Generated<number>
}

export interface RegistrationTermTable {
  programme_id: number
  id: string
  person_id: string
  from_day: CalendarDay
  to_day: CalendarDay | null
  kind: string
  by_membership: string | null
  at: Date
  withdrawn_at: Date | null
}

export interface RegistrationThemeTable {
  programme_id: number
  person_id: string
  theme: string
  stance: string
}

export interface RegistrationWeeklyHoursTable {
  programme_id: number
  person_id: string
  weekday: number
  from_minute: number
  to_minute: number
}

export interface RegistrationWishTable {
  programme_id: number
  person_id: string
  activity_id: string
  level: string
}

export interface TrainingAccommodationTable {
  programme_id: number
  id: string
  application_id: string
  answer: string
  answer_sealed: string
  reason_sealed: string | null
  by_membership: string
  at: Date
}

export interface TrainingApplicationTable {
  programme_id: number
  id: string
  run_id: string
  person_id: string
  place_id: string | null
  pair_id: string | null
  track_sealed: string | null
  words_sealed: string | null
  needs_sealed: string | null
  status: string
  consent_version: string | null
  consent_at: Date | null
  via: Generated<string>
  recorded_by: string | null
  told_at: Date | null
  submitted_at: Date | null
  waiting_since: Date | null
  lottery_place: number | null
  version: Generated<number>
  created_at: Date
  consent_via: string | null
  consent_by: string | null
  ready_at: Date | null
  made_person: Generated<boolean>
  mails_sent: Generated<number>
}

export interface TrainingApplicationEventTable {
  programme_id: number
  id: string
  application_id: string
  from_status: string | null
  to_status: string
  at: Date
  by_membership: string | null
  reason_sealed: string | null
}

export interface TrainingApplyLinkTable {
  programme_id: number
  token_hash: string
  run_id: string | null
  taster_id: string | null
  asker_sealed: string
  created_at: Date
  expires_at: Date
  spent_at: Date | null
  application_id: string | null
}

export interface TrainingAttendanceTable {
  programme_id: number
  id: string
  enrolment_id: string
  session_id: string
  state: string
  source: string
  made_up_on: CalendarDay | null
  made_up_way: string | null
  at: Date
  by_membership: string | null
  note: Generated<string>
  note_sealed: string | null
}

export interface TrainingCeremonyTable {
  programme_id: number
  id: string
  starts_at: Date
  ends_at: Date
  place: string
  note: Generated<string>
  cancelled_at: Date | null
  version: Generated<number>
  created_at: Date
}

export interface TrainingCeremonyGuestTable {
  programme_id: number
  ceremony_id: string
  person_id: string
  invited_at: Date
  answer: string | null
  answered_at: Date | null
  via: Generated<string>
}

export interface TrainingConsiderationTable {
  programme_id: number
  id: string
  application_id: string
  criterion_id: string
  words_sealed: string
  by_membership: string
  at: Date
}

export interface TrainingCourseTable {
  programme_id: number
  id: string
  kind: string
  name: string
  name_en: string
  name_easy: string
  plain: string
  plain_en: string
  plain_easy: string
  tracks: Generated<string[]>
  completion: Json
  make_up: Json
  prerequisites: Generated<Json>
  in_pairs: Generated<boolean>
  ended_on: CalendarDay | null
  sort: Generated<number>
  version: Generated<number>
}

export interface TrainingCourseSessionTable {
  programme_id: number
  id: string
  course_id: string
  no: number
  title: string
  topics: Generated<string[]>
  minutes: number
  form: string
  taught_by: Generated<string>
  material: Generated<string>
  mode: Generated<string>
  track: string | null
  compulsory: Generated<boolean>
  homework: Generated<string>
}

export interface TrainingCredentialTable {
  programme_id: number
  id: string
  kind: string
  fiscal_year: number
  no: number
  person_id: string
  enrolment_id: string | null
  valid_until: CalendarDay | null
  issued_on: CalendarDay
  wording_from: CalendarDay | null
  name_sealed: string
  code_sealed: string
  proof_hash: string
  reissue_no: Generated<number>
  reissued_on: CalendarDay | null
  reissue_reason: string | null
  superseded_at: Date | null
  withdrawn_at: Date | null
  withdrawn_sealed: string | null
  by_membership: string
  at: Date
  valid_from: CalendarDay | null
}

export interface TrainingCredentialWordingTable {
  programme_id: number
  kind: string
  from_day: CalendarDay
  prefix: Generated<string>
  title: string
  body: string
  issuer: string
  seal_box: Generated<boolean>
  by_membership: string
  at: Date
}

export interface TrainingCriterionTable {
  programme_id: number
  id: string
  run_id: string
  sort: number
  question: string
}

export interface TrainingEnrolmentTable {
  programme_id: number
  id: string
  run_id: string
  person_id: string
  application_id: string | null
  track_sealed: string | null
  status: string
  since: CalendarDay
  ended_on: CalendarDay | null
  went_on_sealed: string | null
  version: Generated<number>
}

export interface TrainingEnrolmentEventTable {
  programme_id: number
  id: string
  enrolment_id: string
  from_status: string | null
  to_status: string
  at: Date
  by_membership: string | null
  reason: Generated<string>
  reason_sealed: string | null
}

export interface TrainingFeeNoticeTable {
  programme_id: number
  place_id: string
  supplement: string
  notified_on: CalendarDay | null
  published_on: CalendarDay | null
}

export interface TrainingFeeOfficeTable {
  programme_id: number
  place_id: string
  office_number: Generated<string>
  services: Generated<string[]>
  flat_rate: Generated<string[]>
  shown_to_programme: Generated<boolean>
  version: Generated<number>
  saved_at: Date
}

export interface TrainingHomeworkTable {
  programme_id: number
  enrolment_id: string
  session_id: string
  handed_in_on: CalendarDay
  by_membership: string
}

export interface TrainingKindCallTable {
  programme_id: number
  id: string
  enrolment_id: string
  due_on: CalendarDay
  noticed_at: Date
  done_at: Date | null
  done_sealed: string | null
  by_membership: string | null
}

export interface TrainingOfferTable {
  programme_id: number
  id: string
  application_id: string
  offered_at: Date
  answer_until: CalendarDay
  answered_at: Date | null
  answer: string | null
  via: Generated<string>
  reminded_at: Date | null
}

export interface TrainingOfficeHoursTable {
  programme_id: number
  staff_id: string
  month: string
  fte: number
}

export interface TrainingOfficeStaffTable {
  programme_id: number
  id: string
  place_id: string
  facts_sealed: string
  version: Generated<number>
  hours_version: Generated<number>
  created_at: Date
}

export interface TrainingOfficeTrainingTable {
  programme_id: number
  id: string
  place_id: string
  on_day: CalendarDay
  topic: string
  led_by: string[]
  others: number
  version: Generated<number>
  created_at: Date
  attendees_sealed: string | null
}

export interface TrainingPlaceReadyTable {
  programme_id: number
  id: string
  place_id: string
  activity_id: string
  until_day: CalendarDay | null
  note: Generated<string>
  by_membership: string
  at: Date
}

export interface TrainingPracticumTable {
  programme_id: number
  id: string
  kind: string
  enrolment_id: string
  person_id: string
  place_id: string
  offer_id: string | null
  companion_id: string | null
  status: string
  goals_sealed: string | null
  trainee_agreed_at: Date | null
  place_agreed_at: Date | null
  version: Generated<number>
  created_at: Date
}

export interface TrainingPracticumDayTable {
  programme_id: number
  id: string
  practicum_id: string
  starts_at: Date
  ends_at: Date
  status: Generated<string>
  reason: Generated<string>
  diary_sealed: string | null
  diary_shown: Generated<boolean>
  place_words_sealed: string | null
  version: Generated<number>
  reason_sealed: string | null
}

export interface TrainingPracticumEventTable {
  programme_id: number
  id: string
  practicum_id: string
  from_status: string | null
  to_status: string
  at: Date
  by_membership: string | null
  reason: Generated<string>
  reason_sealed: string | null
}

export interface TrainingPracticumOfferTable {
  programme_id: number
  id: string
  place_id: string
  kind: string
  what: string
  from_day: CalendarDay
  to_day: CalendarDay
  seats: number
  note: Generated<string>
  withdrawn_at: Date | null
  version: Generated<number>
  created_at: Date
}

export interface TrainingQualificationTable {
  programme_id: number
  id: string
  person_id: string
  course: string
  issuer: string
  issued_on: CalendarDay
  number: Generated<string>
  role_sealed: string
  via: Generated<string>
  recorded_by: string | null
  at: Date
  confirmed_at: Date | null
  confirmed_by: string | null
  set_aside_at: Date | null
  version: Generated<number>
}

export interface TrainingRunTable {
  programme_id: number
  id: string
  course_id: string
  fiscal_year: number
  name: string
  intro: Generated<string>
  capacity: number
  apply_from: CalendarDay
  apply_until: CalendarDay
  order_of: string
  lottery_seed: string | null
  drawn_at: Date | null
  answer_days: Generated<number>
  languages: Generated<string[]>
  provided: Generated<string>
  fee: Generated<string>
  place: Generated<string>
  completion: Json
  make_up: Json
  prerequisites: Generated<Json>
  status: string
  version: Generated<number>
  created_at: Date
  join_until_no: number | null
}

export interface TrainingRunEventTable {
  programme_id: number
  id: string
  run_id: string
  from_status: string | null
  to_status: string
  at: Date
  by_membership: string | null
  reason: Generated<string>
}

export interface TrainingRunSessionTable {
  programme_id: number
  id: string
  run_id: string
  no: number
  title: string
  topics: Generated<string[]>
  form: string
  taught_by: Generated<string>
  material: Generated<string>
  homework: Generated<string>
  track: string | null
  compulsory: Generated<boolean>
  starts_at: Date
  ends_at: Date
  mode: string
  place: Generated<string>
  online_link: Generated<string>
  status: Generated<string>
  moved_to: string | null
  reason: Generated<string>
  reminded_at: Date | null
  version: Generated<number>
  created_at: Date
}

export interface TrainingRunStaffTable {
  programme_id: number
  run_id: string
  person_id: string
  duty: string
}

export interface TrainingSeriesTable {
  programme_id: number
  kind: string
  fiscal_year: number
  next_no: Generated<number>
}

export interface TrainingSessionEventTable {
  programme_id: number
  id: string
  session_id: string
  from_status: string | null
  to_status: string
  at: Date
  by_membership: string | null
  reason: Generated<string>
}

export interface TrainingSessionNoteTable {
  programme_id: number
  session_id: string
  text_sealed: string
  by_membership: string
  at: Date
  version: Generated<number>
}

export interface TrainingSessionWordTable {
  programme_id: number
  enrolment_id: string
  session_id: string
  feeling_sealed: string | null
  words_sealed: string | null
  shown: Generated<boolean>
  at: Date
  version: Generated<number>
}

export interface TrainingStoryCommentTable {
  programme_id: number
  id: string
  story_id: string
  on_version: number
  by_person: string
  text_sealed: string
  at: Date
}

export interface TrainingStoryDraftTable {
  programme_id: number
  id: string
  person_id: string
  title_sealed: string
  created_at: Date
  set_aside_at: Date | null
  version: Generated<number>
}

export interface TrainingStoryReaderTable {
  programme_id: number
  id: string
  story_id: string
  reader_id: string
  from_at: Date
  to_at: Date | null
}

export interface TrainingStoryVersionTable {
  programme_id: number
  story_id: string
  version: number
  text_sealed: string
  at: Date
}

export interface TrainingTasterTable {
  programme_id: number
  id: string
  kind: string
  title: string
  plain: Generated<string>
  starts_at: Date
  ends_at: Date
  place: string
  capacity: number
  for_candidates: Generated<boolean>
  for_places: Generated<boolean>
  cancelled_at: Date | null
  version: Generated<number>
  created_at: Date
}

export interface TrainingTasterGuestTable {
  programme_id: number
  id: string
  taster_id: string
  person_id: string | null
  place_id: string | null
  heads: Generated<number>
  via: Generated<string>
  at: Date
  withdrawn_at: Date | null
  came: boolean | null
}

export interface VisitsCheckInTable {
  programme_id: number
  id: string
  visit_id: string
  person_id: string
  moment: string
  answers_sealed: string
  shown_to_companion: Generated<boolean>
  at: Date
  via: Generated<string>
  recorded_by: string | null
  version: Generated<number>
}

export interface VisitsCompanionRecordTable {
  programme_id: number
  visit_id: string
  person_id: string
  text_sealed: string
  at: Date
  version: Generated<number>
}

export interface VisitsDraftTable {
  programme_id: number
  id: string
  month: CalendarDay
  made_by: string
  made_at: Date
  work_id: string
  planned_at: Date | null
  sent_at: Date | null
  put_away_at: Date | null
}

export interface VisitsDraftPlanningTable {
  programme_id: number
  draft_id: string
  work_id: string
  at: Date
  open: Json
  shortages: Json
}

export interface VisitsDraftSeatTable {
  programme_id: number
  person_id: string
  part: string
  draft_visit_id: string
}

export interface VisitsDraftVisitTable {
  programme_id: number
  draft_id: string
  request_id: string
  slot_id: string
  frozen: Generated<boolean>
  sent_at: Date | null
  not_sent: string | null
  id: string
  version: number
  way: string
  put_at: Date
  ended_at: Date | null
}

export interface VisitsMeetingTable {
  programme_id: number
  id: string
  visit_id: string
  starts_at: Date
  ends_at: Date
  where_text: Generated<string>
  online: Generated<boolean>
  cancelled_at: Date | null
  created_at: Date
}

export interface VisitsParticipantTable {
  programme_id: number
  visit_id: string
  person_id: string
  part: string
  agreed_at: Date | null
  via: Generated<string>
  recorded_by: string | null
  left_at: Date | null
  asked_again_at: Date | null
  attended: boolean | null
  tasks_done: Generated<string[]>
  asked_before_at: Date | null
}

export interface VisitsPlaceAgreementTable {
  programme_id: number
  visit_id: string
  agreed_at: Date
  by_membership: string
  via: Generated<string>
}

export interface VisitsProposalTable {
  programme_id: number
  id: string
  request_id: string
  person_id: string
  slot_id: string
  status: string
  sent_at: Date
  answer_by: Date
  reminded_at: Date | null
  answered_at: Date | null
  call_if_seat_opens: boolean | null
  message_id: string | null
  via: Generated<string>
  recorded_by: string | null
  question_sealed: string | null
  reply_sealed: string | null
  replied_at: Date | null
  version: Generated<number>
}

export interface VisitsProposalEventTable {
  programme_id: number
  id: string
  proposal_id: string
  from_status: string | null
  to_status: string
  at: Date
  by_membership: string | null
}

export interface VisitsReflectionTable {
  programme_id: number
  visit_id: string
  person_id: string
  text_sealed: string
  at: Date
  by_membership: string
  version: Generated<number>
}

export interface VisitsRequestTable {
  programme_id: number
  id: string
  place_id: string | null
  activity_id: string
  status: string
  field: string
  title: Generated<string>
  purpose: Generated<string>
  supporters_wanted: number
  online: Generated<boolean>
  audience: Generated<string>
  audience_count: number | null
  if_few: Generated<string>
  preparation: Generated<string>
  themes: Generated<string[]>
  for_gender: string | null
  language: Generated<string>
  recording: Generated<boolean>
  idea_of: string | null
  person_consent_on: CalendarDay | null
  entered_by: string | null
  entered_via: string | null
  confirmed_how: Generated<string>
  content_agreed_on: CalendarDay | null
  materially_changed_at: Date | null
  created_by: string
  created_at: Date
  submitted_at: Date | null
  version: Generated<number>
}

export interface VisitsRequestEventTable {
  programme_id: number
  id: string
  request_id: string
  from_status: string | null
  to_status: string
  at: Date
  by_membership: string | null
  reason: Generated<string>
}

export interface VisitsRequestSlotTable {
  programme_id: number
  id: string
  request_id: string
  starts_at: Date
  ends_at: Date
  removed_at: Date | null
}

export interface VisitsSeriesTable {
  programme_id: number
  id: string
  request_id: string
  rule: Json
  from_day: CalendarDay
  until_day: CalendarDay
  from_minute: number
  minutes: number
  superseded_by: string | null
  created_at: Date
}

export interface VisitsThanksTable {
  programme_id: number
  id: string
  visit_id: string
  text_sealed: string
  to_staff_sealed: string | null
  by_membership: string
  via: Generated<string>
  at: Date
  passed_on_at: Date | null
  passed_on_by: string | null
}

export interface VisitsVisitTable {
  programme_id: number
  id: string
  request_id: string
  place_id: string
  activity_id: string
  series_id: string | null
  status: string
  field: string
  starts_at: Date
  ends_at: Date
  online: Generated<boolean>
  companion_needed: boolean
  met_count: number | null
  replaces: string | null
  reason: string | null
  created_at: Date
  version: Generated<number>
}

export interface VisitsVisitEventTable {
  programme_id: number
  id: string
  visit_id: string
  from_status: string | null
  to_status: string
  at: Date
  by_membership: string | null
  reason: Generated<string>
}

export interface DB {
  'care.follow_up': CareFollowUpTable
  'care.rest_offer': CareRestOfferTable
  'people.booking': PeopleBookingTable
  'people.calendar_feed': PeopleCalendarFeedTable
  'people.consent': PeopleConsentTable
  'people.erasure_wish': PeopleErasureWishTable
  'people.following': PeopleFollowingTable
  'people.merge': PeopleMergeTable
  'people.merge_question': PeopleMergeQuestionTable
  'people.not_same': PeopleNotSameTable
  'people.person': PeoplePersonTable
  'places.contact': PlacesContactTable
  'places.organisation': PlacesOrganisationTable
  'places.place': PlacesPlaceTable
  'places.place_event': PlacesPlaceEventTable
  'places.wam_entry': PlacesWamEntryTable
  'platform.account': PlatformAccountTable
  'platform.attempt': PlatformAttemptTable
  'platform.audit_entry': PlatformAuditEntryTable
  'platform.audit_head': PlatformAuditHeadTable
  'platform.delivery': PlatformDeliveryTable
  'platform.demo_mail': PlatformDemoMailTable
  'platform.event': PlatformEventTable
  'platform.file': PlatformFileTable
  'platform.form_token': PlatformFormTokenTable
  'platform.intake': PlatformIntakeTable
  'platform.known_device': PlatformKnownDeviceTable
  'platform.membership': PlatformMembershipTable
  'platform.message': PlatformMessageTable
  'platform.person_key': PlatformPersonKeyTable
  'platform.recovery_code': PlatformRecoveryCodeTable
  'platform.session': PlatformSessionTable
  'platform.setup_link': PlatformSetupLinkTable
  'platform.sign_in_link': PlatformSignInLinkTable
  'platform.sign_in_mail': PlatformSignInMailTable
  'platform.template': PlatformTemplateTable
  'platform.work': PlatformWorkTable
  'programme.activity': ProgrammeActivityTable
  'programme.fiscal_year': ProgrammeFiscalYearTable
  'programme.honorarium_rate': ProgrammeHonorariumRateTable
  'programme.operator': ProgrammeOperatorTable
  'programme.programme': ProgrammeProgrammeTable
  'registration.application': RegistrationApplicationTable
  'registration.avoidance': RegistrationAvoidanceTable
  'registration.care_plan': RegistrationCarePlanTable
  'registration.change': RegistrationChangeTable
  'registration.hours_exception': RegistrationHoursExceptionTable
  'registration.leaving': RegistrationLeavingTable
  'registration.likes_to_go_with': RegistrationLikesToGoWithTable
  'registration.pause': RegistrationPauseTable
  'registration.reach_attempt': RegistrationReachAttemptTable
  'registration.renewal': RegistrationRenewalTable
  'registration.sheet_version': RegistrationSheetVersionTable
  'registration.supporter': RegistrationSupporterTable
  'registration.term': RegistrationTermTable
  'registration.theme': RegistrationThemeTable
  'registration.weekly_hours': RegistrationWeeklyHoursTable
  'registration.wish': RegistrationWishTable
  'training.accommodation': TrainingAccommodationTable
  'training.application': TrainingApplicationTable
  'training.application_event': TrainingApplicationEventTable
  'training.apply_link': TrainingApplyLinkTable
  'training.attendance': TrainingAttendanceTable
  'training.ceremony': TrainingCeremonyTable
  'training.ceremony_guest': TrainingCeremonyGuestTable
  'training.consideration': TrainingConsiderationTable
  'training.course': TrainingCourseTable
  'training.course_session': TrainingCourseSessionTable
  'training.credential': TrainingCredentialTable
  'training.credential_wording': TrainingCredentialWordingTable
  'training.criterion': TrainingCriterionTable
  'training.enrolment': TrainingEnrolmentTable
  'training.enrolment_event': TrainingEnrolmentEventTable
  'training.fee_notice': TrainingFeeNoticeTable
  'training.fee_office': TrainingFeeOfficeTable
  'training.homework': TrainingHomeworkTable
  'training.kind_call': TrainingKindCallTable
  'training.offer': TrainingOfferTable
  'training.office_hours': TrainingOfficeHoursTable
  'training.office_staff': TrainingOfficeStaffTable
  'training.office_training': TrainingOfficeTrainingTable
  'training.place_ready': TrainingPlaceReadyTable
  'training.practicum': TrainingPracticumTable
  'training.practicum_day': TrainingPracticumDayTable
  'training.practicum_event': TrainingPracticumEventTable
  'training.practicum_offer': TrainingPracticumOfferTable
  'training.qualification': TrainingQualificationTable
  'training.run': TrainingRunTable
  'training.run_event': TrainingRunEventTable
  'training.run_session': TrainingRunSessionTable
  'training.run_staff': TrainingRunStaffTable
  'training.series': TrainingSeriesTable
  'training.session_event': TrainingSessionEventTable
  'training.session_note': TrainingSessionNoteTable
  'training.session_word': TrainingSessionWordTable
  'training.story_comment': TrainingStoryCommentTable
  'training.story_draft': TrainingStoryDraftTable
  'training.story_reader': TrainingStoryReaderTable
  'training.story_version': TrainingStoryVersionTable
  'training.taster': TrainingTasterTable
  'training.taster_guest': TrainingTasterGuestTable
  'visits.check_in': VisitsCheckInTable
  'visits.companion_record': VisitsCompanionRecordTable
  'visits.draft': VisitsDraftTable
  'visits.draft_planning': VisitsDraftPlanningTable
  'visits.draft_seat': VisitsDraftSeatTable
  'visits.draft_visit': VisitsDraftVisitTable
  'visits.meeting': VisitsMeetingTable
  'visits.participant': VisitsParticipantTable
  'visits.place_agreement': VisitsPlaceAgreementTable
  'visits.proposal': VisitsProposalTable
  'visits.proposal_event': VisitsProposalEventTable
  'visits.reflection': VisitsReflectionTable
  'visits.request': VisitsRequestTable
  'visits.request_event': VisitsRequestEventTable
  'visits.request_slot': VisitsRequestSlotTable
  'visits.series': VisitsSeriesTable
  'visits.thanks': VisitsThanksTable
  'visits.visit': VisitsVisitTable
  'visits.visit_event': VisitsVisitEventTable
}
