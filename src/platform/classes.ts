import type { ClassesOf } from '#platform/policy/classes.ts'

/** What the platform keeps: accounts, sessions, messages. Identifiers and plain kinds only, so most of it holds things together. */
export const classes = {
  'platform.account': {
    id: 'system',
    email: 'contact',
    password_hash: 'system',
    totp_sealed: 'system',
    totp_confirmed_at: 'system',
    totp_last_step: 'system',
    totp_offered_sealed: 'system',
    created_at: 'system',
  },
  'platform.attempt': { kind: 'system', key_hash: 'system', at: 'system' },
  'platform.audit_entry': {
    programme_id: 'system',
    seq: 'system',
    at: 'system',
    actor_person_id: 'system',
    actor_role: 'system',
    action: 'system',
    object_kind: 'system',
    object_id: 'system',
    subject_id: 'system',
    classes: 'system',
    reason: 'staff',
    request_id: 'system',
    prev_hash: 'system',
    hash: 'system',
  },
  'platform.audit_head': { programme_id: 'system', seq: 'system', hash: 'system', seal: 'system' },
  'platform.delivery': {
    programme_id: 'system',
    message_id: 'system',
    person_id: 'system',
    order_no: 'system',
    status: 'system',
    attempts: 'system',
    next_at: 'system',
    last_error: 'system',
    sent_at: 'system',
  },
  'platform.demo_mail': {
    id: 'system',
    programme_id: 'system',
    to_address: 'contact',
    subject: 'contact',
    body: 'contact',
    at: 'system',
  },
  'platform.event': {
    programme_id: 'system',
    id: 'system',
    topic: 'system',
    payload: 'system',
    created_at: 'system',
    next_at: 'system',
    done_at: 'system',
    dead_at: 'system',
    attempts: 'system',
    last_error: 'system',
  },
  'platform.file': {
    programme_id: 'system',
    id: 'system',
    kind: 'system',
    name: 'staff',
    media_type: 'system',
    bytes: 'staff',
    created_at: 'system',
    membership_id: 'system',
  },
  'platform.form_token': {
    programme_id: 'system',
    token: 'system',
    membership_id: 'system',
    location: 'system',
    at: 'system',
  },
  'platform.intake': {
    programme_id: 'system',
    id: 'system',
    kind: 'system',
    name: 'staff',
    membership_id: 'system',
    created_at: 'system',
    sheet: 'system',
    mapping: 'system',
    decisions: 'system',
    table_sealed: 'staff',
  },
  'platform.known_device': { account_id: 'system', token_hash: 'system', last_used_at: 'system' },
  'platform.membership': {
    programme_id: 'system',
    id: 'system',
    account_id: 'system',
    person_id: 'system',
    role: 'system',
    place_id: 'system',
    starts_at: 'system',
    ended_at: 'system',
    ended_by: 'system',
  },
  'platform.message': {
    programme_id: 'system',
    id: 'system',
    person_id: 'system',
    kind: 'system',
    params: 'system',
    path: 'system',
    created_at: 'system',
    read_at: 'system',
    withdrawn_at: 'system',
  },
  'platform.person_key': {
    programme_id: 'system',
    person_id: 'system',
    kek_id: 'system',
    wrapped: 'system',
    created_at: 'system',
  },
  'platform.recovery_code': { account_id: 'system', code_hash: 'system', created_at: 'system', spent_at: 'system' },
  'platform.session': {
    token_hash: 'system',
    id: 'system',
    device: 'contact',
    account_id: 'system',
    programme_id: 'system',
    membership_id: 'system',
    created_at: 'system',
    proved_at: 'system',
    last_seen_at: 'system',
    expires_at: 'system',
    mfa_at: 'system',
    ended_at: 'system',
  },
  'platform.setup_link': { token_hash: 'system', created_at: 'system', expires_at: 'system', spent_at: 'system' },
  'platform.sign_in_link': {
    token_hash: 'system',
    account_id: 'system',
    purpose: 'system',
    next: 'system',
    created_at: 'system',
    expires_at: 'system',
    spent_at: 'system',
  },
  'platform.sign_in_mail': {
    id: 'system',
    sealed: 'contact',
    attempts: 'system',
    next_at: 'system',
    expires_at: 'system',
    last_error: 'system',
  },
  'platform.template': {
    programme_id: 'system',
    id: 'system',
    kind: 'system',
    from_day: 'system',
    file_id: 'system',
    picture_id: 'system',
    at: 'system',
    membership_id: 'system',
    removed_at: 'system',
  },
  'platform.work': {
    programme_id: 'system',
    id: 'system',
    kind: 'system',
    membership_id: 'system',
    params: 'system',
    status: 'system',
    done_count: 'system',
    total_count: 'system',
    result: 'system',
    attempts: 'system',
    heartbeat_at: 'system',
    created_at: 'system',
    finished_at: 'system',
  },
} satisfies ClassesOf<
  | 'platform.account'
  | 'platform.attempt'
  | 'platform.audit_entry'
  | 'platform.audit_head'
  | 'platform.delivery'
  | 'platform.demo_mail'
  | 'platform.event'
  | 'platform.file'
  | 'platform.form_token'
  | 'platform.intake'
  | 'platform.known_device'
  | 'platform.membership'
  | 'platform.message'
  | 'platform.person_key'
  | 'platform.recovery_code'
  | 'platform.session'
  | 'platform.setup_link'
  | 'platform.sign_in_link'
  | 'platform.sign_in_mail'
  | 'platform.template'
  | 'platform.work'
>
