import type { PublicDoor } from '#domains/places/index.ts'
import type { RouteSpec } from '#platform/http/routes.ts'
import type { NavItem } from '#platform/http/slice.ts'
import { joinMessages } from '#platform/messages/kinds.ts'
import { runStaffRoles } from './data/reached.ts'
import { applicationMessages } from './web/application-messages.ts'
import { courseRoutes } from './web/course-routes.tsx'
import { ownApplicationRoutes } from './web/own-application-routes.tsx'
import { ownPaths, runPaths } from './web/paths.ts'
import { planningTodayWords } from './web/planning-today-words.ts'
import { publicRunRoutes } from './web/public-routes.tsx'
import { runMessages } from './web/run-messages.ts'
import { runRoutes } from './web/run-routes.tsx'
import { runWords } from './web/run-words.ts'
import { selectionRoutes } from './web/selection-routes.tsx'
import { tasterRoutes } from './web/taster-routes.tsx'
import { tasterStaffRoutes } from './web/taster-staff-routes.tsx'
import { tasterWords } from './web/taster-words.ts'
import { timetableRoutes } from './web/timetable-routes.ts'
import { toldApplicationRoutes } from './web/told-application-routes.tsx'

/** From the curriculum and the public call to a place in a run. */
export const planningRoutes = (door: PublicDoor): RouteSpec[] => [
  ...courseRoutes,
  ...runRoutes,
  ...timetableRoutes,
  ...toldApplicationRoutes,
  ...selectionRoutes,
  ...ownApplicationRoutes(door),
  ...tasterStaffRoutes,
  ...tasterRoutes,
  ...publicRunRoutes(door),
]

type Texts = Record<'ja' | 'en' | 'easy', string>

const label = <K extends string>(words: Record<keyof Texts, Record<K, string>>, key: K): Texts => ({
  ja: words.ja[key],
  en: words.en[key],
  easy: words.easy[key],
})

export const planningNav: readonly NavItem[] = [
  { who: runStaffRoles, order: 35, label: label(runWords, 'title'), href: runPaths.list },
  { who: ['trainee', 'supporter', 'host'], order: 62, label: label(planningTodayWords, 'nav'), href: ownPaths.list },
  { who: ['seeker'], order: 62, label: label(tasterWords, 'title'), href: ownPaths.tasters },
]

export const planningMessages = joinMessages(runMessages, applicationMessages)
