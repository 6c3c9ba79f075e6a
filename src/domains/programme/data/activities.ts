import { type CalendarDay, day } from '#kernel/calendar-day.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { Tx } from '#platform/db/index.ts'
import { type ActivityKind, isActivityKind } from '../core/activity-kinds.ts'
import type { HonorariumRate } from '../core/honorarium.ts'

/** One thing on the menu. `plain` says what it is; texts come in the three languages of the page. */
export interface Activity {
  id: string
  kind: ActivityKind
  name: Record<Locale, string>
  plain: Record<Locale, string>
  minutes: number
  listenersMax: number | null
  recording: 'no' | 'ask'
  neverAsked: string
  companionRequired: boolean
  /** A person is accompanied (going along, hospital visit): their own dated consent is needed. */
  accompaniesPerson: boolean
  /** A rest is offered afterwards. */
  heavy: boolean
  publicMenu: boolean
  sort: number
  endedOn: CalendarDay | null
  version: number
}

const columns = [
  'id',
  'kind',
  'name',
  'name_en',
  'name_easy',
  'plain',
  'plain_en',
  'plain_easy',
  'minutes',
  'listeners_max',
  'recording',
  'never_asked',
  'companion_required',
  'accompanies_person',
  'heavy',
  'public_menu',
  'sort',
  'ended_on',
  'version',
] as const

const query = (tx: Tx) => tx.selectFrom('programme.activity').select([...columns])

type Row = Awaited<ReturnType<ReturnType<typeof query>['executeTakeFirstOrThrow']>>

const activityOf = (row: Row): Activity => ({
  id: row.id,
  kind: isActivityKind(row.kind) ? row.kind : 'other',
  name: { ja: row.name, en: row.name_en, easy: row.name_easy },
  plain: { ja: row.plain, en: row.plain_en, easy: row.plain_easy },
  minutes: row.minutes,
  listenersMax: row.listeners_max,
  recording: row.recording === 'ask' ? 'ask' : 'no',
  neverAsked: row.never_asked,
  companionRequired: row.companion_required,
  accompaniesPerson: row.accompanies_person,
  heavy: row.heavy,
  publicMenu: row.public_menu,
  sort: row.sort,
  endedOn: row.ended_on ? day(row.ended_on) : null,
  version: row.version,
})

/** The menu as it stands on the day, in the order of the page. */
export const listActivities = async (tx: Tx, today: CalendarDay): Promise<Activity[]> =>
  (
    await query(tx)
      .where((is) => is.or([is('ended_on', 'is', null), is('ended_on', '>=', today)]))
      .orderBy('sort')
      .orderBy('id')
      .execute()
  ).map(activityOf)

/** The whole menu, what has ended too: for names in history. */
export const listAllActivities = async (tx: Tx): Promise<Activity[]> =>
  (await query(tx).orderBy('sort').orderBy('id').execute()).map(activityOf)

export const findActivity = async (tx: Tx, id: string): Promise<Activity | null> => {
  const row = await query(tx).where('id', '=', id).executeTakeFirst()
  return row ? activityOf(row) : null
}

export type ActivityDraft = Omit<Activity, 'id' | 'version' | 'endedOn'>

const rowOf = (draft: ActivityDraft) => ({
  kind: draft.kind,
  name: draft.name.ja,
  name_en: draft.name.en,
  name_easy: draft.name.easy,
  plain: draft.plain.ja,
  plain_en: draft.plain.en,
  plain_easy: draft.plain.easy,
  minutes: draft.minutes,
  listeners_max: draft.listenersMax,
  recording: draft.recording,
  never_asked: draft.neverAsked,
  companion_required: draft.companionRequired,
  accompanies_person: draft.accompaniesPerson,
  heavy: draft.heavy,
  public_menu: draft.publicMenu,
  sort: draft.sort,
})

export const insertActivity = (tx: Tx, programmeId: number, id: string, draft: ActivityDraft) =>
  tx
    .insertInto('programme.activity')
    .values({ programme_id: programmeId, id, ...rowOf(draft) })
    .execute()

/** Saves over the version that was read; false where somebody else was quicker. */
export const updateActivity = async (tx: Tx, id: string, version: number, draft: ActivityDraft): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('programme.activity')
    .set({ ...rowOf(draft), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const endActivity = (tx: Tx, id: string, on: CalendarDay) =>
  tx
    .updateTable('programme.activity')
    .set({ ended_on: on })
    .where('id', '=', id)
    .where('ended_on', 'is', null)
    .execute()

export const listRates = async (tx: Tx, activityId: string): Promise<HonorariumRate[]> =>
  (
    await tx
      .selectFrom('programme.honorarium_rate')
      .select(['from_day', 'yen'])
      .where('activity_id', '=', activityId)
      .orderBy('from_day')
      .execute()
  ).map((row) => ({ from: day(row.from_day), yen: row.yen }))

export const insertRate = (tx: Tx, programmeId: number, activityId: string, rate: HonorariumRate) =>
  tx
    .insertInto('programme.honorarium_rate')
    .values({ programme_id: programmeId, activity_id: activityId, from_day: rate.from, yen: rate.yen })
    .onConflict((on) => on.columns(['programme_id', 'activity_id', 'from_day']).doUpdateSet({ yen: rate.yen }))
    .execute()
