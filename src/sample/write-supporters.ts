import { consentLines } from '#domains/people/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { Cast, SampleSupporter } from './cast.ts'
import { samplePlaces } from './names.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'
import type { Setting } from './write-people.ts'

const themes = ['ひとり暮らし', '働くこと', '家族との関係', '入院と退院', '眠れない夜', '友だち']

/** Each supporter's sheet: what planning reads. Wishes differ, limits differ; none is better. */
export const addSupporters = (
  { rows, luck, setting, cast }: { rows: Rows; luck: Chance; setting: Setting; cast: Cast },
  activityIds: readonly string[],
  lastAsked: (index: number) => CalendarDay | null,
): void => {
  for (const [index, supporter] of cast.supporters.entries()) {
    addSheet(rows, luck, setting, supporter, { index, lastAskedOn: lastAsked(index) })
    addWishes(rows, luck, setting, supporter, activityIds)
    addHours(rows, setting, supporter)
    addConsents(rows, luck, setting, supporter)
  }
}

const addSheet = (
  rows: Rows,
  luck: Chance,
  setting: Setting,
  supporter: SampleSupporter,
  { index, lastAskedOn }: { index: number; lastAskedOn: CalendarDay | null },
): void => {
  const near = luck.pick(samplePlaces)
  const { limits, online, wishedPerMonth } = supporter.sheet
  rows.add('registration.supporter', {
    programme_id: setting.programmeId,
    person_id: supporter.id,
    registered_on: supporter.registeredOn,
    ended_on: supporter.endedOn,
    last_asked_on: lastAskedOn,
    town: near.town,
    lat: near.lat,
    lng: near.lng,
    wished_per_month: wishedPerMonth,
    max_per_week: limits.perWeek,
    max_per_month: limits.perMonth,
    rest_days: limits.restDays,
    max_travel_minutes: luck.pick([60, 90]),
    in_person: true,
    online,
    experience: index < 5 ? 'much' : index < 10 ? 'some' : 'first',
    languages: luck.oneIn(6) ? ['ja', 'en'] : ['ja'],
  })
}

const addWishes = (
  rows: Rows,
  luck: Chance,
  setting: Setting,
  { id: person_id, sheet }: SampleSupporter,
  activityIds: readonly string[],
): void => {
  const programme_id = setting.programmeId
  activityIds.forEach((activity_id, index) => {
    rows.add('registration.wish', { programme_id, person_id, activity_id, level: sheet.wishes[index] ?? 'someday' })
  })
  luck.some(themes, 3).forEach((theme, index) => {
    const stance = index === 2 && luck.oneIn(2) ? 'not' : 'speak'
    rows.add('registration.theme', { programme_id, person_id, theme, stance })
  })
}

const addHours = (rows: Rows, setting: Setting, { id: person_id, sheet }: SampleSupporter): void => {
  for (const [weekday, { from, to }] of sheet.hours) {
    rows.add('registration.weekly_hours', {
      programme_id: setting.programmeId,
      person_id,
      weekday,
      from_minute: from,
      to_minute: to,
    })
  }
}

const addConsents = (rows: Rows, luck: Chance, setting: Setting, supporter: SampleSupporter): void => {
  const at = instantAt(supporter.registeredOn, 600, setting.zone)
  for (const { recipient, item } of consentLines) {
    rows.add('people.consent', {
      programme_id: setting.programmeId,
      id: luck.uuid(),
      person_id: supporter.id,
      recipient,
      item,
      given: !luck.oneIn(3),
      text_version: '2026-11-22',
      at,
      recorded_at: at,
    })
  }
}
