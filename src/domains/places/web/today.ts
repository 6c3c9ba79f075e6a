import type { Call } from '#platform/http/call.ts'
import type { TodayCard, TodaySource } from '#platform/http/slice.ts'
import { findPlace, listPlaces } from '../data/places.ts'
import { placePaths } from './paths.ts'
import { placeWords } from './words.ts'

const shown = 5

/** Places that wait for a coordinator. */
const proposed = async (call: Call): Promise<TodayCard[]> => {
  const t = placeWords[call.reader.locale]
  const filter = { words: '', kind: null, field: null, status: 'proposed' } as const
  const found = await listPlaces(call.tx, call.actor.programmeId, filter, { limit: shown, offset: 0 })
  return [
    {
      title: t.todayProposed,
      lines: found.places.map((place) => ({
        text: place.name,
        href: placePaths.place(place.id),
        note: place.municipality || place.town,
      })),
      empty: t.todayProposedEmpty,
      action: { label: t.title, href: placePaths.list },
    },
  ]
}

/** A host's own place: to be described, or simply there. */
const mine = async (call: Call): Promise<TodayCard[]> => {
  const t = placeWords[call.reader.locale]
  const { placeId, programmeId } = call.actor
  const place = placeId ? await findPlace(call.tx, programmeId, placeId) : null
  if (!place) return []
  return [
    {
      title: place.name,
      lines: place.whatWeDo === '' ? [{ text: t.todayDescribe, href: placePaths.edit(place.id) }] : [],
      empty: t.todayMineEmpty,
      action: { label: t.seeMine, href: placePaths.mine },
    },
  ]
}

export const placeToday: TodaySource[] = [
  { who: ['coordinator'], order: 60, cards: proposed },
  { who: ['host'], order: 70, cards: mine },
]
