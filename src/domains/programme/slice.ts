import type { Slice } from '#platform/http/slice.ts'
import { menuRoutes } from './web/menu-routes.tsx'
import { programmePaths } from './web/paths.ts'
import { planRoutes } from './web/plan-routes.tsx'
import { programmeRoutes } from './web/programme-routes.tsx'
import { programmeWords } from './web/words.ts'

const label = (key: 'navMenu' | 'navPlan' | 'navSettings') => ({
  ja: programmeWords.ja[key],
  en: programmeWords.en[key],
  easy: programmeWords.easy[key],
})

export const slice: Slice = {
  name: 'programme',
  routes: [...menuRoutes, ...planRoutes, ...programmeRoutes],
  nav: [
    { who: ['coordinator', 'host', 'admin', 'officer'], order: 70, label: label('navMenu'), href: programmePaths.menu },
    { who: ['officer', 'coordinator'], order: 80, label: label('navPlan'), href: programmePaths.plan },
    { who: ['coordinator', 'admin'], order: 90, label: label('navSettings'), href: programmePaths.settings },
  ],
}
