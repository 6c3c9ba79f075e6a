import type { Slice } from '#platform/http/slice.ts'
import { placeMessages } from './messages.ts'
import { contactRoutes } from './web/contact-routes.tsx'
import { editRoutes } from './web/edit-routes.tsx'
import { importRoutes } from './web/import-routes.tsx'
import { organisationRoutes } from './web/organisation-routes.tsx'
import { placePaths } from './web/paths.ts'
import { placeRoutes } from './web/place-routes.tsx'
import type { PlaceSection } from './web/place-section.ts'
import type { PublicDoor } from './web/public-door.ts'
import { sheetRoutes } from './web/sheet-routes.tsx'
import { tellRoutes } from './web/tell-routes.tsx'
import { placeToday } from './web/today.ts'
import { placeWords } from './web/words.ts'
import { placeWorks } from './works.ts'

const label = (key: 'nav' | 'navMine') => ({
  ja: placeWords.ja[key],
  en: placeWords.en[key],
  easy: placeWords.easy[key],
})

/** The places slice; `door` is what its public form may do. */
export const placesSlice = (door: PublicDoor, sections: readonly PlaceSection[]): Slice => ({
  name: 'places',
  // '/places/new' and '/places/import' before '/places/:id'.
  routes: [
    ...editRoutes,
    ...importRoutes,
    ...placeRoutes({ sections }),
    ...contactRoutes,
    ...organisationRoutes,
    ...sheetRoutes,
    ...tellRoutes(door),
  ],
  nav: [
    {
      who: ['coordinator', 'companion', 'supervisor', 'officer'],
      order: 40,
      label: label('nav'),
      href: placePaths.list,
    },
    { who: ['host'], order: 40, label: label('navMine'), href: placePaths.mine },
  ],
  today: placeToday,
  messages: placeMessages,
  works: placeWorks,
})
