import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import { type ApplicationStatus, consentTextVersion } from '#domains/training/index.ts'
import type { Vault } from '#platform/vault/vault.ts'
import type { applicants } from './call-content.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'
import type { Setting } from './write-people.ts'

export interface CallParts {
  rows: Rows
  luck: Chance
  setting: Setting
  cast: Cast
  vault: Vault
  today: CalendarDay
  places: readonly { id: string }[]
}

export const addPerson = (
  { rows, luck, setting, today }: CallParts,
  { name, kana }: { name: string; kana: string },
): string => {
  const id = luck.uuid()
  const programme_id = setting.programmeId
  const created_at = instantAt(addDays(today, -12), 600, setting.zone)
  rows.add('people.person', { programme_id, id, name: `${name}（見本）`, kana, is_sample: true, created_at })
  rows.add('platform.membership', {
    programme_id,
    id: luck.uuid(),
    account_id: null,
    person_id: id,
    role: 'trainee',
    starts_at: created_at,
  })
  return id
}

type Words = Pick<(typeof applicants)[number], 'why' | 'hopes' | 'needs'>

interface Wish {
  run: string
  person: string
  words: Words
  status: ApplicationStatus
  office?: { placeId: string; pairId: string; named?: boolean }
}

export const addApplication = async (parts: CallParts, wish: Wish): Promise<void> => {
  const { rows, luck, setting, cast, vault, today } = parts
  const { run: run_id, person: person_id, words, status, office } = wish
  const programme_id = setting.programmeId
  const id = luck.uuid()
  const sent = instantAt(addDays(today, -10), 610 + luck.int(0, 300), setting.zone)
  const sealed = (column: string, text: string) =>
    text === '' ? Promise.resolve(null) : vault.seal(person_id, `training.application.${column}`, id, text)
  const { needs, ...own } = words
  rows.add('training.application', {
    programme_id,
    id,
    run_id,
    person_id,
    place_id: office?.placeId ?? null,
    pair_id: office?.pairId ?? null,
    words_sealed: await sealed('words_sealed', JSON.stringify({ why: own.why, hopes: own.hopes, other: '' })),
    needs_sealed: await sealed('needs_sealed', needs),
    status,
    consent_version: consentTextVersion,
    consent_at: sent,
    consent_via: 'self',
    ...(office?.named ? { via: 'office' } : {}),
    submitted_at: status === 'draft' ? null : sent,
    waiting_since: status === 'waiting' ? sent : null,
    version: 2,
    created_at: instantAt(addDays(today, -11), 600, setting.zone),
  })
  const path: readonly ApplicationStatus[] = ['draft', 'submitted', ...between[status]]
  path.forEach((to, step) => {
    rows.add('training.application_event', {
      programme_id,
      id: luck.uuid(),
      application_id: id,
      from_status: path[step - 1] ?? null,
      to_status: to,
      at: instantAt(addDays(today, -11 + step), 620, setting.zone),
      by_membership: step < 2 ? null : cast.coordinator.membershipId,
    })
  })
  if (path.includes('offered')) addOffer(parts, id, status)
  if (status === 'accepted') addEnrolment(parts, { run_id, person_id, application_id: id })
}

const between: Record<ApplicationStatus, readonly ApplicationStatus[]> = {
  draft: [],
  submitted: [],
  offered: ['offered'],
  waiting: ['waiting'],
  accepted: ['offered', 'accepted'],
  not_this_time: ['not_this_time'],
  declined: ['offered', 'declined'],
  withdrawn: ['withdrawn'],
}

const addOffer = (
  { rows, luck, setting, today }: CallParts,
  application_id: string,
  status: ApplicationStatus,
): void => {
  const answer = status === 'accepted' ? 'yes' : status === 'declined' ? 'no' : null
  rows.add('training.offer', {
    programme_id: setting.programmeId,
    id: luck.uuid(),
    application_id,
    offered_at: instantAt(addDays(today, -3), 660, setting.zone),
    answer_until: addDays(today, 4),
    answered_at: answer ? instantAt(addDays(today, -2), 660, setting.zone) : null,
    answer,
  })
}

interface Enrolled {
  run_id: string
  person_id: string
  application_id: string
}

const addEnrolment = ({ rows, luck, setting, today }: CallParts, enrolled: Enrolled): void =>
  rows.add('training.enrolment', {
    programme_id: setting.programmeId,
    id: luck.uuid(),
    ...enrolled,
    status: 'taking',
    since: addDays(today, -2),
  })

/** The trainee who signs in has begun to write; a supporter has been offered a place. */
export const addDraft = async (parts: CallParts, run: string): Promise<void> => {
  const trainee = parts.cast.people.find(({ role }) => role === 'trainee')
  const why = '体験に来て、もう少し知りたくなりました。'
  if (trainee) await addApplication(parts, { run, person: trainee.id, words: only(why), status: 'draft' })
  const supporter = parts.cast.supporters[0]
  const again = 'しばらく活動してきたので、学び直したいです。'
  if (supporter) await addApplication(parts, { run, person: supporter.id, words: only(again), status: 'offered' })
}

/** Two of one office, who come together or not at all. */
export const addOffice = async (parts: CallParts, run: string): Promise<void> => {
  const host = parts.cast.hosts[0]
  const placeId = parts.places[0]?.id
  if (!host || !placeId) return
  const office = { placeId, pairId: parts.luck.uuid() }
  const colleague = addPerson(parts, { name: '浅井 さくら', kana: 'あさい さくら' })
  const why = '受け入れの準備を、2人で学びたいです。'
  await addApplication(parts, { run, person: host.id, words: only(why), status: 'submitted', office })
  await addApplication(parts, {
    run,
    person: colleague,
    words: only('どんなふうに迎えたらよいか、知りたいです。'),
    status: 'submitted',
    office: { ...office, named: true },
  })
}

const only = (why: string): Words => ({ why, hopes: '', needs: '' })
