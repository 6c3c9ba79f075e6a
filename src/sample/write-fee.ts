import { addDays, type CalendarDay, day } from '#kernel/calendar-day.ts'
import { fiscalMonths, fiscalYearOf } from '#kernel/fiscal-year.ts'
import { instantAt } from '#kernel/time.ts'
import { chance } from './random.ts'
import type { TakingParts } from './training-run.ts'

interface Wish {
  /** Which of the places, in their order. */
  place: number
  number: string
  services: string[]
  people: readonly Wanted[]
  /** Days before today; null: none was given. */
  trainedAgo: number | null
  shown: boolean
}

interface Wanted {
  name: string
  kana: string
  role: 'experience' | 'colleague'
  fte: number
}

/** The first office holds its supplement; the second still has no training of its own staff. */
const wishes: readonly Wish[] = [
  {
    place: 0,
    number: '0000000001',
    services: ['planned_consultation', 'transition'],
    people: [
      { name: '浜野 しおり', kana: 'はまの しおり', role: 'experience', fte: 60 },
      { name: '砂川 まもる', kana: 'すながわ まもる', role: 'colleague', fte: 100 },
    ],
    trainedAgo: 40,
    shown: false,
  },
  {
    place: 1,
    number: '0000000002',
    services: ['settlement'],
    people: [
      { name: '磯部 なぎさ', kana: 'いそべ なぎさ', role: 'experience', fte: 50 },
      { name: '沖田 わたる', kana: 'おきた わたる', role: 'colleague', fte: 80 },
    ],
    trainedAgo: null,
    shown: true,
  },
]

/** Two offices that wrote down what fee supplements ask for. */
export const addFeeOffices = async (parts: Omit<TakingParts, 'luck'>): Promise<void> => {
  const own = { ...parts, luck: chance(parts.setting.programmeId * 1000 + 9) }
  for (const wish of wishes) await addOffice(own, wish)
}

const addOffice = async (parts: TakingParts, wish: Wish): Promise<void> => {
  const { rows, luck, setting, today } = parts
  const place_id = parts.places[wish.place]?.id
  if (!place_id) return
  const of = { programme_id: setting.programmeId, place_id }
  const at = instantAt(addDays(today, -60), 600, setting.zone)
  const { number: office_number, services, shown: shown_to_programme } = wish
  rows.add('training.fee_office', { ...of, office_number, services, shown_to_programme, saved_at: at })
  const since = { notified_on: addDays(today, -50), published_on: addDays(today, -45) }
  rows.add('training.fee_notice', { ...of, supplement: 'peer_system', ...since })
  const staff: string[] = []
  for (const person of wish.people) staff.push(await addStaff(parts, place_id, { ...person, at }))
  if (wish.trainedAgo === null) return
  rows.add('training.office_training', {
    ...of,
    id: luck.uuid(),
    on_day: addDays(today, -wish.trainedAgo),
    topic: '待つこと、聴くこと。配慮を相談するときの話し方',
    led_by: staff,
    others: 4,
    created_at: at,
  })
}

const taken: Record<'basicOn' | 'advancedOn', CalendarDay> = {
  basicOn: day('2025-09-14'),
  advancedOn: day('2025-12-07'),
}

const addStaff = async (
  { rows, luck, setting, vault, today }: TakingParts,
  place_id: string,
  { fte, at, ...person }: Wanted & { at: Date },
): Promise<string> => {
  const id = luck.uuid()
  const programme_id = setting.programmeId
  const recognised = person.role === 'experience' ? { recognisedOn: day('2025-06-02'), givesSupport: true } : {}
  const facts = JSON.stringify({ ...person, ...taken, ...recognised })
  const facts_sealed = await vault.seal(id, 'training.office_staff.facts_sealed', id, facts)
  rows.add('training.office_staff', { programme_id, id, place_id, facts_sealed, created_at: at })
  for (const month of fiscalMonths(fiscalYearOf(today)))
    rows.add('training.office_hours', { programme_id, staff_id: id, month, fte })
  return id
}
