import type { Slice } from '#platform/http/slice.ts'
import { joinMessages } from '#platform/messages/kinds.ts'
import { proposalEvents, visitJobs } from './jobs.ts'
import { boardWorks } from './works.ts'
import { boardRoutes } from './web/board-routes.tsx'
import { calendarRoutes } from './web/calendar-routes.tsx'
import { courseRoutes } from './web/course-routes.tsx'
import { feelingsRoutes } from './web/feelings-routes.tsx'
import { matchingRoutes } from './web/matching-routes.tsx'
import { notesRoutes } from './web/notes-routes.tsx'
import { proposalMessages } from './web/proposal-messages.ts'
import { proposalRoutes } from './web/proposal-routes.tsx'
import { requestMessages } from './web/request-messages.ts'
import { requestNav } from './web/request-nav.ts'
import { requestRoutes } from './web/request-routes.tsx'
import { requestToday } from './web/request-today.ts'
import { seriesRoutes } from './web/series-routes.tsx'
import { visitMessages } from './web/visit-messages.ts'
import { visitNav } from './web/visit-nav.ts'
import { visitRoutes } from './web/visit-routes.tsx'
import { visitToday } from './web/visit-today.ts'

export const slice: Slice = {
  name: 'visits',
  routes: [
    ...requestRoutes,
    ...matchingRoutes,
    ...boardRoutes,
    ...proposalRoutes,
    ...visitRoutes,
    ...feelingsRoutes,
    ...notesRoutes,
    ...calendarRoutes,
    ...courseRoutes,
    ...seriesRoutes,
  ],
  nav: [...requestNav, ...visitNav],
  today: [...requestToday, ...visitToday],
  messages: joinMessages(requestMessages, proposalMessages, visitMessages),
  jobs: visitJobs,
  works: boardWorks,
  on: proposalEvents,
}
