/** What kind of place it is. The order is that of the page. */
export const placeKinds = [
  'consultation',
  'regional_centre',
  'day_activity',
  'hospital',
  'day_care',
  'salon',
  'group',
  'family',
  'school',
  'company',
  'estate_agent',
  'municipality',
  'home',
  'other',
] as const

export type PlaceKind = (typeof placeKinds)[number]

export const isPlaceKind = (text: string): text is PlaceKind => (placeKinds as readonly string[]).includes(text)

/** The field in which a place of this kind is met first; staff may change it. */
export const fieldOfKind = (kind: PlaceKind): 'community' | 'group' | 'hospital' | 'employment' => {
  if (kind === 'hospital' || kind === 'day_care') return 'hospital'
  if (kind === 'company' || kind === 'day_activity') return 'employment'
  return kind === 'group' || kind === 'family' ? 'group' : 'community'
}
