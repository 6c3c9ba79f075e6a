import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { dayIn } from '#kernel/time.ts'
import type { Tx } from '#platform/db/index.ts'
import type { PlatformVault } from '#platform/vault/vault.ts'
import { insertProgramme, type Settings } from '#domains/programme/index.ts'
import { sampleMenu, samplePlan, sampleSettings, secondSampleSettings } from '#domains/programme/seed.ts'
import { castOf } from './cast.ts'
import { type Diary, publishedYears, sampleHistory, type SampleYear, wholeYears } from './history.ts'
import { type Chance, chance } from './random.ts'
import { collectRows, type Rows } from './rows.ts'
import { sheetOf } from './sheets.ts'
import { addAftermath } from './write-after.ts'
import { addCalls } from './write-calls.ts'
import { addFeeOffices } from './write-fee.ts'
import { addMonthAhead, addOpenRequests } from './write-open.ts'
import { addPapers, addReadiness } from './write-papers.ts'
import { addPeople, addPlaces } from './write-people.ts'
import { addSupporters } from './write-supporters.ts'
import { addRuns } from './write-taking.ts'
import { addRenewals, addTerms } from './write-terms.ts'
import { addVisits, invitedOn, type MenuLine } from './write-visits.ts'

interface SampleWish {
  seed: number
  now: Date
  settings: Settings
  /** Registered supporters and held visits planned in each fiscal year; of the first and the last perhaps only a part. */
  plan: readonly (SampleYear & { supporters: number; planned: number })[]
  places: number
  companions: number
  /** Feelings, records and follow-ups too: sealed one by one, so left out where only size matters. */
  aftermath: boolean
}

const zone = 'Asia/Tokyo'

/** One whole sample programme: menu, people, places, years of visits, and what is under way. Owner's rights. Gives its number. */
const writeSample = async (tx: Tx, vault: PlatformVault, wish: SampleWish): Promise<number> => {
  const luck = chance(wish.seed)
  const today = dayIn(wish.now, zone)
  const from = wish.plan[0]?.from ?? today
  const beganOn = addDays(from, -60)
  const programmeId = await insertProgramme(tx, wish.settings, wish.now, true)
  const setting = { programmeId, zone, beganOn }
  const rows = collectRows()

  addPlan(rows, programmeId, wish.plan)
  const menu = addMenu(rows, luck, programmeId, from)
  const cast = castOf(luck, {
    programmeId,
    supporters: registrations(wish.plan).map((days, index) => ({ ...days, sheet: sheetOf(luck, menu, index === 0) })),
    companions: wish.companions,
    places: wish.places,
  })
  const places = addPlaces(rows, luck, setting, wish.places)
  addPeople(rows, setting, cast, places, vault)
  const { visits: history, diary } = sampleHistory(luck, {
    today,
    years: wish.plan,
    supporters: cast.supporters,
    companions: cast.companions.length,
    places: places.map((place) => menu.flatMap((line, index) => (place.kinds.includes(line.kind) ? [index] : []))),
    activities: menu,
  })
  const visits = addVisits({ rows, luck, setting, cast, places, menu, today }, history)
  const invited = addOpenRequests({ rows, luck, setting, cast, places, menu, today, diary })
  if (wish.aftermath) addMonthAhead({ rows, luck: chance(wish.seed + 1), setting, cast, places, menu, today, diary })
  const menuIds = menu.map((line) => line.id)
  addSupporters({ rows, luck, setting, cast }, menuIds, (index) =>
    invited.has(cast.supporters[index]?.id ?? '') ? addDays(today, -1) : lastInvited(diary, index, today),
  )
  addTerms({ rows, luck, setting, cast, today })
  await rows.write(tx)
  if (wish.aftermath) {
    const own = vault.vaultFor(tx, programmeId)
    await addAftermath({ rows, luck, setting, cast, vault: own, today }, visits)
    await addRuns({ rows, setting, cast, vault: own, today, places })
    await rows.write(tx)
    await addCalls({ rows, setting, cast, vault: own, today, places })
    const parts = { rows, luck, setting, cast, vault: own, today }
    await addFeeOffices({ ...parts, places })
    await addPapers(parts)
    await addRenewals(parts)
    addReadiness(parts, places, menuIds)
    await rows.write(tx)
  }
  return programmeId
}

const lastInvited = (diary: Diary, index: number, today: CalendarDay): CalendarDay | null =>
  diary
    .get(`s${index}`)
    ?.map((day) => invitedOn(day, today))
    .toSorted()
    .at(-1) ?? null

const addPlan = (rows: Rows, programme_id: number, plan: SampleWish['plan']): void => {
  for (const { year, supporters, planned } of plan)
    rows.add('programme.fiscal_year', {
      programme_id,
      year,
      planned_supporters: supporters,
      planned_visits: planned,
    })
}

const addMenu = (rows: Rows, luck: Chance, programmeId: number, from: CalendarDay): MenuLine[] =>
  sampleMenu.map((draft) => {
    const id = luck.uuid()
    addActivity(rows, programmeId, id, draft, from)
    const { kind, minutes, companionRequired, heavy } = draft
    return { id, kind, minutes, companionRequired, heavy }
  })

/** A programme as it publishes its plan: fiscal years that end with the current one, the first of them half a year. */
const published = (now: Date, plan: readonly { supporters: number; visits: number }[]): SampleWish['plan'] =>
  publishedYears(
    dayIn(now, zone),
    plan.map((year) => year.visits),
  ).map((year, index) => ({ ...year, planned: year.visits, supporters: plan[index]?.supporters ?? 0 }))

/** Large made-up data for measuring: whole years of about 360 visits each, without what is sealed one by one. */
export const writeLarge = (
  tx: Tx,
  vault: PlatformVault,
  { seed, now, years, supporters }: { seed: number; now: Date; years: number; supporters: number },
): Promise<number> =>
  writeSample(tx, vault, {
    seed,
    now,
    settings: secondSampleSettings,
    plan: wholeYears(dayIn(now, zone), years, 360).map((year) => ({ ...year, planned: 360, supporters })),
    places: 12,
    companions: 4,
    aftermath: false,
  })

/** The demo: one programme shaped on a published plan, and a second small one beside it. */
export const writeDemo = async (tx: Tx, vault: PlatformVault, now: Date, seed = 20_26): Promise<void> => {
  await writeSample(tx, vault, {
    seed,
    now,
    settings: sampleSettings,
    plan: published(now, samplePlan),
    places: 12,
    companions: 4,
    aftermath: true,
  })
  await writeSample(tx, vault, {
    seed: seed + 1,
    now,
    settings: secondSampleSettings,
    plan: published(now, [
      { supporters: 3, visits: 20 },
      { supporters: 4, visits: 40 },
    ]),
    places: 3,
    companions: 1,
    aftermath: true,
  })
}

const registrations = (plan: SampleWish['plan']): { registeredOn: CalendarDay; endedOn: CalendarDay | null }[] =>
  plan.flatMap(({ supporters, from }, index) => {
    const before = plan[index - 1]?.supporters ?? 0
    return Array.from({ length: Math.max(0, supporters - before) }, () => ({ registeredOn: from, endedOn: null }))
  })

const addActivity = (
  rows: Rows,
  programme_id: number,
  id: string,
  draft: (typeof sampleMenu)[number],
  from: CalendarDay,
): void => {
  rows.add('programme.activity', {
    programme_id,
    id,
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
  rows.add('programme.honorarium_rate', {
    programme_id,
    activity_id: id,
    from_day: from,
    yen: draft.heavy ? 5000 : 3000,
  })
}
