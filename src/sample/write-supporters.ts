import { consentLines } from '#domains/people/index.ts'
import { instantAt } from '#kernel/time.ts'
import type { Cast, SampleSupporter } from './cast.ts'
import { samplePlaces } from './names.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'
import type { Setting } from './write-people.ts'

const themes = ['ひとり暮らし', '働くこと', '家族との関係', '入院と退院', '眠れない夜', '友だち']

/** Each supporter's sheet: what planning reads. Wishes differ, limits differ; none is better. */
export const addSupporters = (
  rows: Rows,
  luck: Chance,
  setting: Setting,
  cast: Cast,
  activityIds: readonly string[],
): void => {
  for (const [index, supporter] of cast.supporters.entries()) {
    addSheet(rows, luck, setting, supporter, index)
    addWishes(rows, luck, setting, supporter.id, activityIds)
    addHours(rows, luck, setting, supporter.id)
    addConsents(rows, luck, setting, supporter)
  }
}

const addSheet = (rows: Rows, luck: Chance, setting: Setting, supporter: SampleSupporter, index: number): void => {
  const near = luck.pick(samplePlaces)
  rows.add('registration.supporter', {
    programme_id: setting.programmeId,
    person_id: supporter.id,
    registered_on: supporter.registeredOn,
    ended_on: supporter.endedOn,
    town: near.town,
    lat: near.lat,
    lng: near.lng,
    wished_per_month: luck.int(1, 4),
    max_per_week: luck.int(1, 2),
    max_per_month: luck.int(3, 8),
    rest_days: luck.int(0, 3),
    max_travel_minutes: luck.pick([30, 45, 60, 90]),
    in_person: true,
    online: luck.oneIn(2),
    experience: index < 5 ? 'much' : index < 10 ? 'some' : 'first',
    languages: luck.oneIn(6) ? ['ja', 'en'] : ['ja'],
  })
}

const addWishes = (
  rows: Rows,
  luck: Chance,
  setting: Setting,
  person_id: string,
  activityIds: readonly string[],
): void => {
  const programme_id = setting.programmeId
  for (const activity_id of activityIds) {
    const level = luck.pick(['want', 'want', 'can', 'can', 'someday', 'no'])
    rows.add('registration.wish', { programme_id, person_id, activity_id, level })
  }
  for (const theme of luck.some(themes, 3))
    rows.add('registration.theme', { programme_id, person_id, theme, stance: luck.oneIn(4) ? 'not' : 'speak' })
}

const addHours = (rows: Rows, luck: Chance, setting: Setting, person_id: string): void => {
  for (const weekday of luck.some([1, 2, 3, 4, 5, 6], luck.int(3, 5))) {
    rows.add('registration.weekly_hours', {
      programme_id: setting.programmeId,
      person_id,
      weekday,
      from_minute: luck.pick([540, 600, 720]),
      to_minute: luck.pick([960, 1020, 1200]),
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
      text_version: '2026-11',
      at,
      recorded_at: at,
    })
  }
}
