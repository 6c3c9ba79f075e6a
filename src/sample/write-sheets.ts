import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import { sampleAvoidances, sampleCarePlans } from '#domains/registration/index.ts'
import type { Vault } from '#platform/vault/vault.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'
import type { Setting } from './write-people.ts'

interface Parts {
  rows: Rows
  luck: Chance
  setting: Setting
  cast: Cast
  vault: Vault
  today: CalendarDay
}

/** What is sealed of a supporter's sheet; and somebody who takes a break. */
export const addSheets = async ({ rows, luck, setting, cast, vault, today }: Parts): Promise<void> => {
  const programme_id = setting.programmeId
  for (const [index, { id: person_id }] of cast.supporters.entries()) {
    const plan = sampleCarePlans[index % sampleCarePlans.length]
    const seal = (column: string, text: string | undefined) =>
      text ? vault.seal(person_id, `registration.care_plan.${column}`, person_id, text) : null
    rows.add('registration.care_plan', {
      programme_id,
      person_id,
      what_helps_sealed: await seal('what_helps_sealed', plan?.whatHelps),
      warning_signs_sealed: await seal('warning_signs_sealed', plan?.warningSigns),
      whom_to_call_sealed: await seal('whom_to_call_sealed', plan?.whomToCall),
      considerations_sealed: await seal('considerations_sealed', plan?.considerations),
    })
    const text = sampleAvoidances[index]
    if (text === undefined) continue
    const id = luck.uuid()
    rows.add('registration.avoidance', {
      programme_id,
      id,
      person_id,
      target_sealed: await vault.seal(
        person_id,
        'registration.avoidance.target_sealed',
        id,
        JSON.stringify({ kind: 'free', id: null, text, order: 0 }),
      ),
      created_at: instantAt(today, 540, setting.zone),
    })
  }
  const resting = cast.supporters.at(-1)
  if (!resting || cast.supporters.length < 6) return
  rows.add('registration.pause', {
    programme_id,
    id: luck.uuid(),
    person_id: resting.id,
    from_at: instantAt(addDays(today, -3), 600, setting.zone),
    until_day: addDays(today, 18),
  })
}
