import type { Slice } from '#platform/http/slice.ts'
import { guideRoutes } from './guide/routes.tsx'

export const slice: Slice = { name: 'portal', routes: guideRoutes }
