import { type Expected, only, records } from './cells.ts'

/** A month's draft is its maker's; a colleague looks at what was sent of it, and does nothing with it. Only coordinators make any. */
export const boardExpectations: Record<string, Expected> = {
  'GET /board': only('coordinator'),
  'POST /board': only('coordinator'),
  'GET /board/:id': records('board_of_colleague', { own: 'coordinator' }),
  'GET /board/:id/send': records('board_draft', { own: 'coordinator' }),
  'POST /board/:id/send': records('board_draft', { own: 'coordinator' }),
  'POST /board/:id/again': records('board_draft', { own: 'coordinator' }),
  'POST /board/:id/stop': records('board_draft', { own: 'coordinator' }),
  'POST /board/:id/away': records('board_draft', { own: 'coordinator' }),
  'GET /board/:id/compare/:otherId': records('board_pair', { own: 'coordinator' }),
  'GET /board/:id/requests/:requestId': records('board_visit', { own: 'coordinator' }),
  'GET /board/:id/requests/:requestId/judged': records('board_visit', { own: 'coordinator' }),
  'POST /board/:id/requests/:requestId': records('board_visit', { own: 'coordinator' }),
  'POST /board/:id/requests/:requestId/frozen': records('board_visit', { own: 'coordinator' }),
  'POST /board/:id/requests/:requestId/repair': records('board_visit', { own: 'coordinator' }),
  'POST /board/:id/requests/:requestId/out': records('board_visit', { own: 'coordinator' }),
}
