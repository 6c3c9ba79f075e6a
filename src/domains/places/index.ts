/** Front door of places: where visits can take place, who runs them, whom to ask. */
export { isPlaceKind, type PlaceKind, placeKinds } from './core/kinds.ts'
export { placeLifeCycle, type PlaceStatus } from './core/place-status.ts'
export { type Contact, contactsOf } from './data/contacts.ts'
export { hostsOf } from './data/hosts.ts'
export { findPlace, type ListedPlace, listPlaces, type Place, type PlaceFilter, placesByIds } from './data/places.ts'
export { placeKindWords } from './web/kind-words.ts'
export { placePaths } from './web/paths.ts'
export type { OpenProgramme, PublicDoor } from './web/public-door.ts'
