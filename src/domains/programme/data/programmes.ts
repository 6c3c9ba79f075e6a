import { fiscalYear, type FiscalYear } from '#kernel/fiscal-year.ts'
import type { Tx } from '#platform/db/index.ts'

/** What a programme decides for itself. */
export interface Settings {
  name: string
  shortName: string
  municipality: string
  municipalityCode: string
  colour: string
  senderName: string
  contactPhone: string
  contactHours: string
  illnessWords: string
  crisisCard: string
  firstNeedsExperienced: boolean
  /** Registrations end with the fiscal year and are renewed. */
  registrationByYear: boolean
  followUpDays: number[]
  placeSeesDays: number
  /** In which somebody who signs in may say that another record is not theirs. */
  mergeAnswerDays: number
  /** After the fiscal year; null: as the municipality's rules say. */
  recordsKeptYears: number | null
  smallNumberLimit: number
  quietFrom: number
  quietTo: number
}

/** What a new programme begins with, until it decides otherwise. */
export const defaultSettings: Omit<
  Settings,
  'name' | 'shortName' | 'municipality' | 'municipalityCode' | 'senderName'
> = {
  colour: '#0017c1',
  contactPhone: '',
  contactHours: '',
  illnessWords: 'こころの病気',
  crisisCard: '',
  firstNeedsExperienced: true,
  registrationByYear: true,
  followUpDays: [1, 7],
  placeSeesDays: 14,
  mergeAnswerDays: 14,
  recordsKeptYears: null,
  smallNumberLimit: 10,
  quietFrom: 19 * 60,
  quietTo: 9 * 60,
}

export interface Programme extends Settings {
  programmeId: number
  zone: string
  isSample: boolean
  version: number
}

const rowOf = (settings: Settings) => ({
  name: settings.name,
  short_name: settings.shortName,
  municipality: settings.municipality,
  municipality_code: settings.municipalityCode,
  colour: settings.colour,
  sender_name: settings.senderName,
  contact_phone: settings.contactPhone,
  contact_hours: settings.contactHours,
  illness_words: settings.illnessWords,
  crisis_card: settings.crisisCard,
  first_needs_experienced: settings.firstNeedsExperienced,
  registration_by_year: settings.registrationByYear,
  follow_up_days: settings.followUpDays,
  place_sees_days: settings.placeSeesDays,
  merge_answer_days: settings.mergeAnswerDays,
  records_kept_years: settings.recordsKeptYears,
  small_number_limit: settings.smallNumberLimit,
  quiet_from: settings.quietFrom,
  quiet_to: settings.quietTo,
})

/** The programme of this transaction. */
export const getProgramme = async (tx: Tx, programmeId: number): Promise<Programme> => {
  const row = await tx
    .selectFrom('programme.programme')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .executeTakeFirstOrThrow()
  return {
    programmeId: row.programme_id,
    zone: row.time_zone,
    isSample: row.is_sample,
    version: row.version,
    name: row.name,
    shortName: row.short_name,
    municipality: row.municipality,
    municipalityCode: row.municipality_code,
    colour: row.colour,
    senderName: row.sender_name,
    contactPhone: row.contact_phone,
    contactHours: row.contact_hours,
    illnessWords: row.illness_words,
    crisisCard: row.crisis_card,
    firstNeedsExperienced: row.first_needs_experienced,
    registrationByYear: row.registration_by_year,
    followUpDays: row.follow_up_days,
    placeSeesDays: row.place_sees_days,
    mergeAnswerDays: row.merge_answer_days,
    recordsKeptYears: row.records_kept_years,
    smallNumberLimit: row.small_number_limit,
    quietFrom: row.quiet_from,
    quietTo: row.quiet_to,
  }
}

/** A new programme with the next free number; owner rights, before anybody stands behind its wall. */
export const insertProgramme = async (tx: Tx, settings: Settings, now: Date, isSample: boolean): Promise<number> => {
  const { next } = await tx
    .selectFrom('programme.programme')
    .select((read) => read.fn.coalesce(read.fn.max('programme_id'), read.lit(0)).as('next'))
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('programme.programme')
    .values({ programme_id: next + 1, ...rowOf(settings), created_at: now, is_sample: isSample })
    .execute()
  return next + 1
}

export const updateSettings = async (
  tx: Tx,
  programmeId: number,
  version: number,
  settings: Settings,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('programme.programme')
    .set({ ...rowOf(settings), version: version + 1 })
    .where('programme_id', '=', programmeId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A year's plan: how many registered supporters, how many visits. */
export interface YearPlan {
  year: FiscalYear
  supporters: number
  visits: number
  note: string
  version: number
}

export const listYearPlans = async (tx: Tx): Promise<YearPlan[]> =>
  (await tx.selectFrom('programme.fiscal_year').selectAll().orderBy('year').execute()).map((row) => ({
    year: fiscalYear(row.year),
    supporters: row.planned_supporters,
    visits: row.planned_visits,
    note: row.note,
    version: row.version,
  }))

export const findYearPlan = async (tx: Tx, year: number): Promise<YearPlan | null> =>
  (await listYearPlans(tx)).find((plan) => plan.year === year) ?? null

const planRow = (plan: YearPlan) => ({
  planned_supporters: plan.supporters,
  planned_visits: plan.visits,
  note: plan.note,
})

/** A plan for a year that has none; false where it has one. */
export const insertYearPlan = async (tx: Tx, programmeId: number, plan: YearPlan): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('programme.fiscal_year')
    .values({ programme_id: programmeId, year: plan.year, ...planRow(plan) })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Over the version that was read; false where somebody else saved first. */
export const updateYearPlan = async (tx: Tx, programmeId: number, plan: YearPlan): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('programme.fiscal_year')
    .set({ ...planRow(plan), version: plan.version + 1 })
    .where('programme_id', '=', programmeId)
    .where('year', '=', plan.year)
    .where('version', '=', plan.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
