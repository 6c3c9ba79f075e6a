import type { PublicDoor } from '#domains/places/index.ts'
import type { Slice } from '#platform/http/slice.ts'
import { joinMessages } from '#platform/messages/kinds.ts'
import { credentialMessages } from './credential-messages.ts'
import { trainingDocuments } from './documents/kinds.ts'
import { feeNav, feeRoutes } from './fee-office.ts'
import { feeToday } from './web/fee-today.ts'
import { paperNav, paperPages, paperToday } from './papers.ts'
import { planningMessages, planningNav, planningRoutes } from './planning.ts'
import { planningToday } from './web/planning-today.ts'
import { runJobs } from './run-jobs.ts'
import { takingRoutes } from './taking-part.ts'
import { daysToday } from './web/days-today.ts'
import type { PaperDoor } from './web/paper-door.ts'
import { takingMessages, takingNav, takingToday } from './web/taking-today.ts'

/** `door`: what the public page of a run may do without sign-in. */
export const trainingSlice = (door: PublicDoor, papers: PaperDoor): Slice => ({
  name: 'training',
  routes: [...paperPages(papers), ...planningRoutes(door), ...takingRoutes, ...feeRoutes],
  nav: [...planningNav, ...takingNav, ...paperNav, ...feeNav],
  today: [...planningToday, ...takingToday, ...paperToday, ...feeToday, ...daysToday],
  jobs: runJobs,
  documents: trainingDocuments,
  messages: joinMessages(planningMessages, takingMessages, credentialMessages),
})
