import type { ActivityKind } from '#domains/programme/index.ts'
import { addDays, type CalendarDay, daysBetween } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { Vault } from '#platform/vault/vault.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'
import { addSheets } from './write-sheets.ts'
import type { Setting } from './write-people.ts'
import type { WrittenVisit } from './write-visits.ts'

const good = ['笑ってもらえた', '最後までいられた', '自分の話をゆっくり聞いてもらえた', '']
const goodAt: Partial<Record<ActivityKind, string>> = {
  cooking: '料理がおいしくできた',
  being_there: 'お茶を飲みながら話せた',
  gardening: '土にさわって落ち着いた',
  walk: '公園の木がきれいだった',
  online: '家からなので気が楽だった',
}
const hard = ['少し緊張した', '人が多くて疲れた', '帰り道が長かった', '', '', '']
const records = [
  '駅で待ち合わせ。落ち着いて話されていました。',
  '途中で休みをはさみました。帰りは一緒に駅まで。',
  '場の人がよく話しかけてくれました。',
  '開始が10分遅れましたが、ゆっくり進みました。',
]
const thanks = [
  '来てくださってありがとうございました。みなさん、また会いたいと言っています。',
  'はじめての人も安心して話せたようです。',
  '職員にも気づきがありました。またお願いします。',
]
const done = {
  phone: [
    'よく眠れているそうです。',
    '疲れはあるけれど、行ってよかったとのこと。',
    '次も同じ場に行ってみたいそうです。',
  ],
  mail: ['返事をもらいました。変わりないとのこと。', '「少し休めば大丈夫」と返事がありました。'],
  met: ['お茶を飲みながら話しました。次は短い時間にしたいそうです。', '表情が明るく、場の人のことを話していました。'],
}

interface Parts {
  rows: Rows
  luck: Chance
  setting: Setting
  cast: Cast
  vault: Vault
  today: CalendarDay
}

/** What follows a visit: how people felt, the companion's record, thanks, follow-ups closed and still open. */
export const addAftermath = async (parts: Parts, visits: readonly WrittenVisit[]): Promise<void> => {
  await parts.vault.warm([...parts.cast.supporters.map((one) => one.id), parts.vault.programmeSubject])
  await addSheets(parts)
  const held = visits.filter(({ visit }) => visit.status === 'held')
  const newest = held.reduce<WrittenVisit | undefined>(
    (latest, one) => (latest && latest.visit.day >= one.visit.day ? latest : one),
    undefined,
  )
  for (const written of held) {
    for (const personId of written.supporterIds) await addCheckIns(parts, written, personId)
    await addRecord(parts, written)
    await addThanks(parts, written, written === newest)
    for (const personId of written.supporterIds) await addFollowUps(parts, written, personId)
    if (written.heavy) for (const personId of written.supporterIds) addRestOffer(parts, written, personId)
  }
}

const addCheckIns = async (
  { rows, luck, setting, vault }: Parts,
  written: WrittenVisit,
  personId: string,
): Promise<void> => {
  const programme_id = setting.programmeId
  for (const moment of ['before', 'after'] as const) {
    if (luck.oneIn(5)) continue
    const id = luck.uuid()
    const answers = {
      feeling: luck.pick(['bright', 'calm', 'calm', 'even', 'even', 'low']),
      tired: luck.pick(['none', 'a_little', 'a_little', 'quite', null]),
      good: moment === 'after' ? luck.pick([...good, goodAt[written.kind] ?? '']) : '',
      hard: moment === 'after' ? luck.pick(hard) : '',
      wish: '',
    }
    rows.add('visits.check_in', {
      programme_id,
      id,
      visit_id: written.id,
      person_id: personId,
      moment,
      answers_sealed: await vault.seal(personId, 'visits.check_in.answers_sealed', id, JSON.stringify(answers)),
      shown_to_companion: luck.oneIn(2),
      at: minutesAround(written, setting, moment === 'before' ? -60 : 45),
    })
  }
}

const addRecord = async ({ rows, luck, setting, vault }: Parts, written: WrittenVisit): Promise<void> => {
  if (!written.companionId || luck.oneIn(8)) return
  rows.add('visits.companion_record', {
    programme_id: setting.programmeId,
    visit_id: written.id,
    person_id: written.companionId,
    text_sealed: await vault.seal(
      vault.programmeSubject,
      'visits.companion_record.text_sealed',
      written.id,
      luck.pick(records),
    ),
    at: minutesAround(written, setting, 60),
  })
}

const addThanks = async (
  { rows, luck, setting, cast, vault, today }: Parts,
  written: WrittenVisit,
  isNewest: boolean,
): Promise<void> => {
  const wrote = luck.oneIn(2)
  if (!wrote && !isNewest) return
  const id = luck.uuid()
  const at = minutesAround(written, setting, 240)
  // Staff pass words on within days: only the newest wait.
  const passed = !isNewest && (daysBetween(written.visit.day, today) > 6 || luck.oneIn(2))
  rows.add('visits.thanks', {
    programme_id: setting.programmeId,
    id,
    visit_id: written.id,
    by_membership: cast.hosts[written.visit.place]?.membershipId ?? cast.coordinator.membershipId,
    at,
    text_sealed: await vault.seal(vault.programmeSubject, 'visits.thanks.text_sealed', id, luck.pick(thanks)),
    passed_on_at: passed ? at : null,
    passed_on_by: passed ? cast.coordinator.membershipId : null,
  })
}

const addFollowUps = async (
  { rows, luck, setting, cast, vault, today }: Parts,
  written: WrittenVisit,
  personId: string,
): Promise<void> => {
  for (const [reason, days] of [
    ['after_visit', 1],
    ['later', 7],
  ] as const) {
    const dueOn = addDays(written.visit.day, days)
    const late = daysBetween(dueOn, today)
    const closed = late > 3 || (late > 0 && luck.oneIn(2))
    const id = luck.uuid()
    const closedAt = instantAt(dueOn, 900, setting.zone)
    const how = luck.pick(['phone', 'phone', 'mail', 'met'] as const)
    rows.add('care.follow_up', {
      programme_id: setting.programmeId,
      id,
      person_id: personId,
      visit_id: written.id,
      reason,
      due_on: dueOn,
      assigned_to: written.companionId,
      opened_at: minutesAround(written, setting, 30),
      closed_at: closed ? closedAt : null,
      closed_by: closed ? cast.coordinator.membershipId : null,
      how: closed ? how : null,
      done_sealed: closed ? await vault.seal(personId, 'care.follow_up.done_sealed', id, luck.pick(done[how])) : null,
    })
  }
}

const addRestOffer = ({ rows, luck, setting, today }: Parts, written: WrittenVisit, personId: string): void => {
  const answered = daysBetween(written.visit.day, today) > 7
  const rests = answered && luck.oneIn(3)
  rows.add('care.rest_offer', {
    programme_id: setting.programmeId,
    id: luck.uuid(),
    person_id: personId,
    visit_id: written.id,
    offered_at: minutesAround(written, setting, 30),
    answer: answered ? (rests ? 'rest' : 'no_thanks') : null,
    answered_at: answered ? minutesAround(written, setting, 600) : null,
    rest_until: rests ? addDays(written.visit.day, 14) : null,
  })
}

const minutesAround = (written: WrittenVisit, setting: Setting, minutes: number): Date =>
  new Date(
    instantAt(written.visit.day, written.visit.from, setting.zone).getTime() +
      minutes * 60_000 +
      (minutes > 0 ? 7_200_000 : 0),
  )
