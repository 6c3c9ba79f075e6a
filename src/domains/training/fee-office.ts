import type { RouteSpec } from '#platform/http/routes.ts'
import type { NavItem } from '#platform/http/slice.ts'
import { feeOfficeRoutes } from './web/fee-office-routes.tsx'
import { feePaths } from './web/fee-paths.ts'
import { feeResultRoutes } from './web/fee-result-routes.tsx'
import { feeStaffRoutes } from './web/fee-staff-routes.tsx'
import { feeTrainingRoutes } from './web/fee-training-routes.tsx'
import { feeWords } from './web/fee-words.ts'

/** Whether an office holds a fee supplement: what it writes down, and what follows. */
export const feeRoutes: readonly RouteSpec[] = [
  ...feeOfficeRoutes,
  ...feeStaffRoutes,
  ...feeTrainingRoutes,
  ...feeResultRoutes,
]

const label = { ja: feeWords.ja.nav, en: feeWords.en.nav, easy: feeWords.easy.nav }

export const feeNav: readonly NavItem[] = [
  { who: ['host'], order: 66, label, href: feePaths.office },
  { who: ['coordinator'], order: 66, label, href: feePaths.shown },
]
