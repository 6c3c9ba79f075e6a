import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { dayIn } from '#kernel/time.ts'
import type { Tx } from '#platform/db/index.ts'
import type { PlatformVault } from '#platform/vault/vault.ts'
import { insertProgramme, type Settings } from '#domains/programme/index.ts'
import { sampleMenu, samplePlan, sampleSettings, secondSampleSettings } from '#domains/programme/seed.ts'
import { castOf } from './cast.ts'
import { sampleHistory, threeYears } from './history.ts'
import { type Chance, chance } from './random.ts'
import { collectRows, type Rows } from './rows.ts'
import { addAftermath } from './write-after.ts'
import { addOpenRequests } from './write-open.ts'
import { addPeople, addPlaces } from './write-people.ts'
import { addSupporters } from './write-supporters.ts'
import { addVisits, type MenuLine } from './write-visits.ts'

export interface SampleWish {
  seed: number
  now: Date
  settings: Settings
  /** Registered supporters and held visits planned in each fiscal year; the last is the current one. */
  plan: readonly { supporters: number; visits: number }[]
  places: number
  companions: number
  /** Feelings, records and follow-ups too: sealed one by one, so left out where only size matters. */
  aftermath: boolean
}

const zone = 'Asia/Tokyo'

/** One whole sample programme: menu, people, places, years of visits, and what is under way. Owner's rights. Gives its number. */
export const writeSample = async (tx: Tx, vault: PlatformVault, wish: SampleWish): Promise<number> => {
  const luck = chance(wish.seed)
  const today = dayIn(wish.now, zone)
  const years = threeYears(
    today,
    wish.plan.map((year) => year.visits),
  )
  const beganOn = addDays(years[0]?.from ?? today, -60)
  const programmeId = await insertProgramme(tx, wish.settings, wish.now, true)
  const setting = { programmeId, zone, beganOn }
  const rows = collectRows()

  addPlan(rows, programmeId, years, wish.plan)
  const menu = addMenu(rows, luck, programmeId, years[0]?.from ?? today)
  const cast = castOf(luck, {
    programmeId,
    supporters: registrations(wish.plan, years),
    companions: wish.companions,
    places: wish.places,
  })
  const places = addPlaces(rows, luck, setting, wish.places)
  addPeople(rows, setting, cast, places, vault)
  addSupporters(
    rows,
    luck,
    setting,
    cast,
    menu.map((line) => line.id),
  )
  const history = sampleHistory(luck, {
    today,
    years,
    supporters: cast.supporters,
    companions: cast.companions.length,
    places: places.map((place) => menu.flatMap((line, index) => (place.kinds.includes(line.kind) ? [index] : []))),
    activities: menu,
    ahead: 35,
  })
  const visits = addVisits({ rows, luck, setting, cast, places, menu }, history)
  addOpenRequests({ rows, luck, setting, cast, places, menu, today })
  await rows.write(tx)
  if (wish.aftermath) {
    await addAftermath({ rows, luck, setting, cast, vault: vault.vaultFor(tx, programmeId), today }, visits)
    await rows.write(tx)
  }
  return programmeId
}

const addPlan = (
  rows: Rows,
  programme_id: number,
  years: readonly { year: number }[],
  plan: SampleWish['plan'],
): void =>
  years.forEach(({ year }, index) => {
    rows.add('programme.fiscal_year', {
      programme_id,
      year,
      planned_supporters: plan[index]?.supporters ?? 0,
      planned_visits: plan[index]?.visits ?? 0,
    })
  })

const addMenu = (rows: Rows, luck: Chance, programmeId: number, from: CalendarDay): MenuLine[] =>
  sampleMenu.map((draft) => {
    const id = luck.uuid()
    addActivity(rows, programmeId, id, draft, from)
    const { kind, minutes, companionRequired, heavy } = draft
    return { id, kind, minutes, companionRequired, heavy }
  })

/** The demo: one programme shaped on a published plan, and a second small one beside it. */
export const writeDemo = async (tx: Tx, vault: PlatformVault, now: Date, seed = 20_26): Promise<void> => {
  await writeSample(tx, vault, {
    seed,
    now,
    settings: sampleSettings,
    plan: samplePlan,
    places: 12,
    companions: 4,
    aftermath: true,
  })
  await writeSample(tx, vault, {
    seed: seed + 1,
    now,
    settings: secondSampleSettings,
    plan: [
      { supporters: 3, visits: 20 },
      { supporters: 4, visits: 40 },
    ],
    places: 3,
    companions: 1,
    aftermath: true,
  })
}

const registrations = (
  plan: readonly { supporters: number }[],
  years: readonly { from: CalendarDay }[],
): { registeredOn: CalendarDay; endedOn: CalendarDay | null }[] =>
  plan.flatMap((year, index) => {
    const before = plan[index - 1]?.supporters ?? 0
    return Array.from({ length: Math.max(0, year.supporters - before) }, () => ({
      registeredOn: years[index]?.from ?? ('2026-04-01' as CalendarDay),
      endedOn: null,
    }))
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
