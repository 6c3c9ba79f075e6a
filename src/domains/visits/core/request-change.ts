/** The parts of a request that a person decides by. */
export interface RequestTerms {
  placeId: string | null
  activityId: string
  slots: readonly { startsAt: number; endsAt: number }[]
  online: boolean
  audience: string
  audienceCount: number | null
  themes: readonly string[]
  forGender: string | null
  language: string
}

export const materialChanges = [
  'place',
  'activity',
  'time',
  'online',
  'audience',
  'audience_count',
  'themes',
  'for_gender',
  'language',
] as const
export type MaterialChange = (typeof materialChanges)[number]

/** What changed so much that those who answered are told and may answer again. Title, purpose and what to do if few come are not of that kind. */
export const materialChange = (before: RequestTerms, after: RequestTerms): MaterialChange[] =>
  materialChanges.filter((part) => differs[part](before, after))

const differs: Record<MaterialChange, (a: RequestTerms, b: RequestTerms) => boolean> = {
  place: (a, b) => a.placeId !== b.placeId,
  activity: (a, b) => a.activityId !== b.activityId,
  time: (a, b) => sorted(a.slots.map(slotKey)) !== sorted(b.slots.map(slotKey)),
  online: (a, b) => a.online !== b.online,
  audience: (a, b) => plain(a.audience) !== plain(b.audience),
  audience_count: (a, b) => countDiffers(a.audienceCount, b.audienceCount),
  themes: (a, b) => sorted(a.themes) !== sorted(b.themes),
  for_gender: (a, b) => a.forGender !== b.forGender,
  language: (a, b) => a.language !== b.language,
}

const slotKey = (slot: { startsAt: number; endsAt: number }): string => `${slot.startsAt}-${slot.endsAt}`
const sorted = (list: readonly string[]): string => JSON.stringify([...list].sort())
const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

// Ten people more, or half as many again, is another room to walk into; one more is not.
const countDiffers = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a !== b : Math.abs(a - b) >= Math.min(10, Math.max(2, Math.ceil(a / 2)))
