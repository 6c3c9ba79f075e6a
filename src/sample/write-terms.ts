import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { fiscalYear, fiscalYearEnd, fiscalYearOf, fiscalYearStart } from '#kernel/fiscal-year.ts'
import { instantAt } from '#kernel/time.ts'
import type { Vault } from '#platform/vault/vault.ts'
import type { Cast, SampleSupporter } from './cast.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'
import type { Setting } from './write-people.ts'

interface Parts {
  rows: Rows
  luck: Chance
  setting: Setting
  cast: Cast
  today: CalendarDay
}

/** Each supporter's years, renewed one after another until the one that runs. */
export const addTerms = ({ rows, luck, setting, cast, today }: Parts): void => {
  for (const one of cast.supporters) {
    const now = fiscalYearOf(today)
    for (let year = fiscalYearOf(one.registeredOn); year <= now; year = fiscalYear(year + 1)) {
      const first = year === fiscalYearOf(one.registeredOn)
      const from = first ? one.registeredOn : fiscalYearStart(year)
      const to = fiscalYearEnd(year)
      rows.add('registration.term', {
        programme_id: setting.programmeId,
        id: luck.uuid(),
        person_id: one.id,
        from_day: from,
        to_day: one.endedOn !== null && one.endedOn < to ? one.endedOn : to,
        kind: first ? 'registered' : 'renewed',
        at: instantAt(addDays(from, -10), 600, setting.zone),
      })
      if (one.endedOn !== null && one.endedOn <= to) break
    }
  }
}

/** How this year’s renewal went: most stayed; one hesitated; one was silent and somebody telephoned. */
export const addRenewals = async ({
  rows,
  luck,
  setting,
  cast,
  today,
  vault,
}: Parts & { vault: Vault }): Promise<void> => {
  const year = fiscalYearOf(today)
  const asked = addDays(fiscalYearStart(year), -50)
  const at = (day: CalendarDay): Date => instantAt(day, 620, setting.zone)
  const before = cast.supporters.filter((one) => one.registeredOn < fiscalYearStart(year))
  for (const [index, one] of before.entries()) {
    const id = luck.uuid()
    const answered = index === 1 ? 'hesitate' : index === 2 ? null : 'stay'
    rows.add('registration.renewal', {
      programme_id: setting.programmeId,
      id,
      person_id: one.id,
      fiscal_year: year,
      asked_at: at(asked),
      answer: answered,
      answered_at: answered ? at(addDays(asked, 3 + index)) : null,
      talk_with: answered === 'hesitate' ? (cast.companions[0]?.id ?? null) : null,
      closed_at: answered === 'stay' ? at(addDays(asked, 3 + index)) : null,
    })
    if (answered === null) await addAttempt({ rows, luck, setting, cast, vault }, one, id, addDays(asked, 30))
  }
}

const addAttempt = async (
  { rows, luck, setting, cast, vault }: Omit<Parts, 'today'> & { vault: Vault },
  one: SampleSupporter,
  renewalId: string,
  on: CalendarDay,
): Promise<void> => {
  const id = luck.uuid()
  const words = '電話をしましたが、お出になりませんでした。来週もう一度かけ、事業所にも聞いてみます。'
  rows.add('registration.reach_attempt', {
    programme_id: setting.programmeId,
    id,
    renewal_id: renewalId,
    channel: 'phone',
    on_day: on,
    words_sealed: await vault.seal(one.id, 'registration.reach_attempt.words_sealed', id, words),
    by_membership: cast.coordinator.membershipId,
    at: instantAt(on, 700, setting.zone),
  })
}
