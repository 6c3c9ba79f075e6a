import type { RouteSpec } from '#platform/http/routes.ts'
import { enrolmentRoutes } from './web/enrolment-routes.tsx'
import { kindCallRoutes } from './web/kind-call-routes.tsx'
import { ownCourseRoutes } from './web/own-course-routes.tsx'
import { practicumPlanRoutes } from './web/practicum-plan-routes.tsx'
import { practicumRoutes } from './web/practicum-routes.tsx'
import { rollRoutes } from './web/roll-routes.tsx'
import { runFigureRoutes } from './web/run-figures-routes.tsx'
import { sessionPaperRoutes } from './web/session-paper-routes.tsx'
import { sessionRoutes } from './web/session-routes.tsx'
import { storyRoutes } from './web/story-routes.tsx'

/** The pages of a run that goes on: sessions, attendance, one's own course. After those of the timetable, whose addresses are the narrower. */
export const takingRoutes: readonly RouteSpec[] = [
  ...sessionRoutes,
  ...sessionPaperRoutes,
  ...rollRoutes,
  ...runFigureRoutes,
  ...enrolmentRoutes,
  ...kindCallRoutes,
  ...ownCourseRoutes,
  ...practicumPlanRoutes,
  ...practicumRoutes,
  ...storyRoutes,
]
