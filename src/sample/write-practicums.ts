import { consentLines } from '#domains/people/index.ts'
import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { SampleTaker, TakingParts } from './training-run.ts'

type Status = 'proposed' | 'agreed' | 'done' | 'cancelled'

interface Wish {
  status: Status
  kind: 'practicum' | 'observation'
  /** Days from today. */
  days: readonly number[]
  goals: string
  diary: string
  placeWords: string
}

/** One of each kind of story: the first belongs to the trainee who can sign in. */
const wishes: readonly Wish[] = [
  {
    status: 'agreed',
    kind: 'practicum',
    days: [4, 11],
    goals: 'お茶会の準備から片づけまで、いっしょにやってみる',
    diary: '',
    placeWords: '',
  },
  { status: 'proposed', kind: 'practicum', days: [15], goals: '', diary: '', placeWords: '' },
  {
    status: 'done',
    kind: 'practicum',
    days: [-6],
    goals: 'はじめて会う人に、自分からあいさつをする',
    diary: '緊張したけれど、帰りに「またね」と言ってもらえた。',
    placeWords: 'ゆっくり話を聞いてくださって、みなさん安心していました。',
  },
  {
    status: 'done',
    kind: 'observation',
    days: [-9],
    goals: '先輩が場でどう過ごしているかを見る',
    diary: 'いるだけでもいいのだと思えた。',
    placeWords: '',
  },
  { status: 'cancelled', kind: 'practicum', days: [6], goals: '料理の会に参加する', diary: '', placeWords: '' },
]

/** Offers of two places, and a practicum in each state. */
export const addPracticums = async (parts: TakingParts, takers: readonly SampleTaker[]): Promise<void> => {
  const offerIds = parts.places.map((place) => addOffer(parts, place.id))
  for (const [at, wish] of wishes.entries()) {
    const taker = takers[at]
    const which = at % Math.max(1, parts.places.length)
    const place = parts.places[which]
    if (taker && place)
      await addPracticum(parts, taker, { ...wish, placeId: place.id, offerId: offerIds[which] ?? null })
  }
}

const addOffer = ({ rows, luck, setting, today }: TakingParts, place_id: string): string => {
  const id = luck.uuid()
  rows.add('training.practicum_offer', {
    programme_id: setting.programmeId,
    id,
    place_id,
    kind: 'practicum',
    what: 'お茶会の準備と参加、食事づくり',
    from_day: addDays(today, -20),
    to_day: addDays(today, 60),
    seats: 2,
    note: '動きやすい服でいらしてください。お昼はこちらで用意します。',
    created_at: instantAt(addDays(today, -40), 600, setting.zone),
  })
  return id
}

const addPracticum = async (
  parts: TakingParts,
  { enrolmentId, personId }: SampleTaker,
  wish: Wish & { placeId: string; offerId: string | null },
): Promise<void> => {
  const { rows, luck, setting, cast, vault, today } = parts
  const id = luck.uuid()
  const programme_id = setting.programmeId
  const at = (days: number): Date => instantAt(addDays(today, days), 660, setting.zone)
  const agreed = wish.status === 'agreed' || wish.status === 'done'
  const companion = cast.companions[0]
  rows.add('training.practicum', {
    programme_id,
    id,
    kind: wish.kind,
    enrolment_id: enrolmentId,
    person_id: personId,
    place_id: wish.placeId,
    offer_id: wish.offerId,
    companion_id: companion?.id ?? null,
    status: wish.status,
    goals_sealed: wish.goals ? await vault.seal(personId, 'training.practicum.goals_sealed', id, wish.goals) : null,
    trainee_agreed_at: agreed ? at(-14) : null,
    place_agreed_at: agreed ? at(-13) : null,
    created_at: at(-20),
  })
  rows.add('training.practicum_event', {
    programme_id,
    id: luck.uuid(),
    practicum_id: id,
    to_status: 'proposed',
    at: at(-20),
    by_membership: cast.coordinator.membershipId,
  })
  for (const days of wish.days) await addDay(parts, { practicumId: id, personId, on: addDays(today, days) }, wish)
  for (const line of consentLines) {
    if (line.recipient !== 'place' || !agreed) continue
    rows.add('people.consent', {
      programme_id,
      id: luck.uuid(),
      person_id: personId,
      recipient: line.recipient,
      item: line.item,
      given: line.item === 'name',
      at: at(-15),
      recorded_at: at(-15),
      text_version: '2026-11-22',
      via: 'self',
    })
  }
}

const addDay = async (
  { rows, luck, setting, cast, vault }: TakingParts,
  day: { practicumId: string; personId: string; on: CalendarDay },
  wish: Wish,
): Promise<void> => {
  const id = luck.uuid()
  const programme_id = setting.programmeId
  const [starts_at, ends_at] = [instantAt(day.on, 600, setting.zone), instantAt(day.on, 720, setting.zone)]
  const sealed = async (column: string, text: string): Promise<string | null> =>
    text ? vault.seal(day.personId, `training.practicum_day.${column}`, id, text) : null
  rows.add('training.practicum_day', {
    programme_id,
    id,
    practicum_id: day.practicumId,
    starts_at,
    ends_at,
    status: wish.status === 'done' ? 'held' : wish.status === 'cancelled' ? 'cancelled' : 'planned',
    diary_sealed: await sealed('diary_sealed', wish.diary),
    diary_shown: wish.diary !== '',
    place_words_sealed: await sealed('place_words_sealed', wish.placeWords),
  })
  if (wish.status !== 'agreed' && wish.status !== 'proposed') return
  const during = `[${starts_at.toISOString()},${ends_at.toISOString()})`
  rows.add('people.booking', {
    programme_id,
    id: luck.uuid(),
    person_id: day.personId,
    kind: 'practicum',
    ref_id: id,
    during,
    created_at: instantAt(cast.supporters[0]?.registeredOn ?? setting.beganOn, 600, setting.zone),
  })
}
