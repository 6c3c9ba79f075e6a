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

  // Getting in touch afterwards
  'GET /follow-ups': only('companion coordinator'),
  'GET /follow-ups/new': only('companion coordinator'),
  'POST /follow-ups/new': only('companion coordinator'),
  'GET /follow-ups/:id': records('follow_up', { all: 'coordinator', own: 'companion' }),
  'POST /follow-ups/:id/close': records('follow_up', { all: 'coordinator', own: 'companion' }),
  'POST /follow-ups/:id/rest': records('follow_up', { all: 'coordinator', own: 'companion' }),
  'POST /follow-ups/:id/assignee': records('follow_up', { all: 'coordinator' }),
  'GET /not-heard-from': only('companion coordinator'),
  'POST /not-heard-from/:personId/follow-up': records('followed', { all: 'coordinator', own: 'companion' }),
  'GET /my-follow-ups': only('supporter'),
  'POST /rest-offers/:id': records('rest_offer', { own: 'supporter' }),

  // Long work: only who asked for it
  'GET /work/:id': records('work', { own: 'all' }),
  'POST /work/:id/cancel': records('work', { own: 'all' }),

  // What is kept of oneself
  'GET /me': only('all'),
  'GET /me/contact': only('all'),
  'POST /me/contact': only('all'),
  'GET /me/consents': only('seeker trainee supporter'),
  'POST /me/consents': only('seeker trainee supporter'),
  'GET /me/looked': only('all'),
  'GET /me/calendar': only('all'),
  'POST /me/calendar': only('all'),
  'POST /me/calendar/end': only('all'),
  'GET /calendar/:name': everyone('nothing'),

  // The people of the programme
  'GET /people': only('coordinator companion'),
  'GET /people/new': only('coordinator'),
  'POST /people/new': only('coordinator'),
  'GET /people/:id': records('person', { all: 'coordinator companion' }),
  'GET /people/:id/contact': records('person', { all: 'coordinator', own: 'companion' }),
  'POST /people/:id/contact': records('person', { all: 'coordinator', own: 'companion' }),
  'GET /people/:id/consents': records('person', { all: 'coordinator', own: 'companion' }),
  'POST /people/:id/consents': records('person', { all: 'coordinator', own: 'companion' }),
  'POST /people/:id/following': records('person', { all: 'coordinator' }),
  'POST /people/:id/following/end': records('person', { all: 'coordinator' }),
  'POST /people/:id/reason': records('person', { all: 'coordinator' }),
}
