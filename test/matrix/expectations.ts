import { everyone, type Expected, only, records, signedIn } from './cells.ts'

/**
 * Every route and who may reach what. Written by hand from domain.md and issue 2, never made from the routes' own
 * declarations: the test compares the two. A route without a row fails.
 */
export const expectations: Record<string, Expected> = {
  // Anybody
  'GET /': signedIn('elsewhere', 'in'),
  'GET /healthz': everyone('in'),
  'GET /readyz': everyone('in'),
  'GET /reading': everyone('in'),
  'POST /reading': everyone('in'),
  'GET /demo/mails': everyone('in'),
  'GET /gallery': everyone('in'),

  // Coming in
  'GET /sign-in': everyone('in'),
  'POST /sign-in/link': everyone('in'),
  'GET /sign-in/sent': everyone('in'),
  'GET /sign-in/link/:token': everyone('spent'),
  'POST /sign-in/link/:token': everyone('spent'),
  'GET /invite/:token': everyone('spent'),
  'POST /invite/:token': everyone('spent'),
  'GET /sign-in/password': everyone('in'),
  'POST /sign-in/password': everyone('in'),
  'GET /sign-in/code': signedIn('elsewhere'),
  'POST /sign-in/code': signedIn('in'),
  'GET /sign-in/set-up-code': signedIn('in'),
  'POST /sign-in/set-up-code/offer': signedIn('in'),
  'POST /sign-in/set-up-code': signedIn('in'),
  'GET /sign-in/choose': signedIn('in'),
  'POST /role': signedIn('in'),
  'POST /sign-out': everyone('door'),
  'POST /sign-in/demo': everyone('door'),
  'GET /set-up/:token': everyone('spent'),
  'POST /set-up/:token': everyone('spent'),

  // One's own account
  'GET /account': signedIn('in'),
  'POST /account/session-end': signedIn('in'),
  'POST /account/other-sessions-end': signedIn('in'),
  'GET /account/prove': signedIn('in'),
  'GET /account/password': signedIn('in'),
  'POST /account/password': signedIn('in'),
  'POST /account/second-factor': signedIn('in'),
  'POST /account/recovery-codes': signedIn('in'),

  // Everybody's own
  'GET /today': only('all'),
  'GET /inbox': only('all'),
  'POST /inbox/read': only('all'),
  'GET /m/:id': records('message', { own: 'all', leads: 'elsewhere' }),

  // Messages that did not arrive: identity and error, no bodies
  'GET /dead-letters': only('admin'),
  'POST /dead-letters/messages/:id/retry': records('dead_letter', { all: 'admin' }),
  'POST /dead-letters/events/:id/retry': records('dead_event', { all: 'admin' }),

  // The programme
  'GET /menu': only('supporter companion coordinator supervisor host officer admin'),
  'GET /menu/new': only('coordinator admin'),
  'POST /menu/new': only('coordinator admin'),
  'GET /menu/:id': records('activity', { all: 'coordinator admin' }),
  'POST /menu/:id': records('activity', { all: 'coordinator admin' }),
  'POST /menu/:id/end': records('activity', { all: 'coordinator admin' }),
  'POST /menu/:id/rates': records('activity', { all: 'coordinator admin' }),
  'GET /plan': only('coordinator officer'),
  'POST /plan': only('coordinator officer'),
  'GET /settings': only('coordinator admin'),
  'POST /settings': only('coordinator admin'),
}
