import { boardExpectations } from './board-expectations.ts'
import { callExpectations } from './call-expectations.ts'
import { everyone, type Expected, only, records, signedIn } from './cells.ts'
import { lifeExpectations } from './life-expectations.ts'
import { feeExpectations } from './fee-expectations.ts'
import { paperExpectations } from './paper-expectations.ts'
import { takingExpectations } from './taking-expectations.ts'

/**
 * Every route and who may reach what. Written by hand from what the programme is, never made from the routes' own
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
  'GET /for-places': everyone('in'),
  'GET /for-places/:programme': everyone('nothing'),
  'POST /for-places/:programme': everyone('nothing'),
  'GET /for-places/:programme/thanks': everyone('nothing'),

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

  // Who looked at and wrote what: kinds, no records
  'GET /audit': only('admin'),

  // Messages that did not arrive: identity and error, no bodies
  'GET /dead-letters': only('admin'),
  'POST /dead-letters/messages/:id/retry': records('dead_letter', { all: 'admin' }),
  'POST /dead-letters/events/:id/retry': records('dead_event', { all: 'admin' }),

  // Templates of documents, and how they look with invented facts
  'GET /documents': only('coordinator admin'),
  'GET /documents/:name/sample': only('coordinator admin', 'in', { name: 'certificate' }),
  'GET /documents/:name/check': only('coordinator admin', 'in', { name: 'certificate' }),
  'GET /documents/:name/template': only('admin', 'in', { name: 'certificate' }),
  'POST /documents/:name/template': only('admin', 'in', { name: 'certificate' }),
  'POST /documents/:name/template/removed': only('admin', 'in', { name: 'certificate' }),
  'GET /documents/:name/template.typ': only('admin', 'in', { name: 'certificate' }),

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
  'GET /plan/:year': only('coordinator officer', 'in', { year: '2026' }),
  'POST /plan/:year': only('coordinator officer', 'in', { year: '2026' }),
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

  // Lists that are brought in
  'GET /intake': only('coordinator'),
  'GET /intake/new/:kind': only('coordinator', 'in', { kind: 'people' }),
  'POST /intake/new/:kind': only('coordinator', 'in', { kind: 'people' }),
  'GET /intake/new/:kind/blank': only('coordinator', 'in', { kind: 'people' }),
  'GET /intake/:id': records('intake', { all: 'coordinator' }),
  'POST /intake/:id': records('intake', { all: 'coordinator' }),
  'GET /intake/:id/preview': records('intake', { all: 'coordinator' }),
  'POST /intake/:id/decide': records('intake', { all: 'coordinator' }),
  'POST /intake/:id/take': records('intake', { all: 'coordinator' }),
  'GET /intake/:id/failed': records('intake', { all: 'coordinator' }),
  'POST /intake/:id/forget': records('intake', { all: 'coordinator' }),

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
  'GET /me/record': only('all'),
  'GET /me/record.xlsx': only('all'),
  'GET /me/erasure': only('all'),
  'POST /me/erasure': only('all'),
  'POST /me/erasure/taken-back': only('all'),
  'GET /me/merges': only('all'),
  'POST /me/merges/:id': records('merge_question', { own: 'all' }),
  'GET /me/calendar': only('all'),
  'POST /me/calendar': only('all'),
  'POST /me/calendar/end': only('all'),
  'GET /feed/:name': everyone('nothing'),

  // The people of the programme
  'GET /people': only('coordinator companion'),
  'GET /people/new': only('coordinator'),
  'POST /people/new': only('coordinator'),
  'GET /people/doubles': only('coordinator'),
  'GET /people/doubles/:oneId/:otherId': records('double', { all: 'coordinator' }),
  'POST /people/doubles/:oneId/:otherId/merge': records('double', { all: 'coordinator' }),
  'POST /people/doubles/:oneId/:otherId/ask': records('double', { all: 'coordinator' }),
  'POST /people/doubles/:oneId/:otherId/told': records('double', { all: 'coordinator' }),
  'POST /people/doubles/:oneId/:otherId/not-same': records('double', { all: 'coordinator' }),
  'POST /people/doubles/:oneId/:otherId/maybe-same': records('double', { all: 'coordinator' }),
  'POST /people/merges/:id/undo': records('merge', { all: 'coordinator' }),
  'GET /people/:id': records('known_person', { all: 'coordinator', own: 'companion' }),
  'GET /people/:id/contact': records('person', { all: 'coordinator', own: 'companion' }),
  'POST /people/:id/contact': records('person', { all: 'coordinator', own: 'companion' }),
  'GET /people/:id/consents': records('person', { all: 'coordinator', own: 'companion' }),
  'POST /people/:id/consents': records('person', { all: 'coordinator', own: 'companion' }),
  'POST /people/:id/following': records('person', { all: 'coordinator' }),
  'POST /people/:id/following/end': records('person', { all: 'coordinator' }),
  'POST /people/:id/reason': records('person', { all: 'coordinator' }),
  'GET /people/:id/erasure': records('person', { all: 'coordinator' }),
  'POST /people/:id/erasure': records('person', { all: 'coordinator' }),
  'POST /people/:id/erasure-wish': records('person', { all: 'coordinator' }),
  'POST /people/:id/erasure-wish/taken-back': records('person', { all: 'coordinator' }),

  // Who is in the programme: the administrator looks after staff, not after supporters and places
  'GET /members': only('coordinator admin'),
  'GET /members/new': only('coordinator admin'),
  'POST /members/new': only('coordinator admin'),
  'GET /members/:id': records('membership', { all: 'coordinator', own: 'admin' }),
  'POST /members/:id/invitation': records('membership', { all: 'coordinator', own: 'admin' }),
  'POST /members/:id/end': records('membership', { all: 'coordinator', own: 'admin' }),
  'POST /members/:id/second-factor-reset': records('membership', { all: 'coordinator', own: 'admin' }),

  // Places: a host contact speaks for one
  'GET /places': only('coordinator companion supervisor officer'),
  'GET /places/new': only('coordinator'),
  'POST /places/new': only('coordinator'),
  'GET /my-place': only('host', 'elsewhere'),
  'GET /places/:id': records('place', { all: 'coordinator companion supervisor officer', own: 'host' }),
  'GET /places/:id/edit': records('place', { all: 'coordinator', own: 'host' }),
  'POST /places/:id/edit': records('place', { all: 'coordinator', own: 'host' }),
  'POST /places/:id/confirm': records('place', { all: 'coordinator' }),
  'POST /places/:id/relist': records('place', { all: 'coordinator' }),
  'POST /places/:id/close': records('place', { all: 'coordinator' }),
  'GET /places/:id/contacts/new': records('place', { all: 'coordinator', own: 'host' }),
  'POST /places/:id/contacts/new': records('place', { all: 'coordinator', own: 'host' }),
  'GET /contacts/:id': records('contact', { all: 'coordinator', own: 'host' }),
  'POST /contacts/:id': records('contact', { all: 'coordinator', own: 'host' }),
  'POST /contacts/:id/end': records('contact', { all: 'coordinator', own: 'host' }),
  'GET /organisations/:id': records('organisation', { all: 'coordinator' }),
  'POST /organisations/:id': records('organisation', { all: 'coordinator' }),
  'GET /places/:id/sheets': records('place', { all: 'coordinator companion', own: 'host' }),
  'GET /places/:id/sheets/:activityId': records('sheet', { all: 'coordinator companion', own: 'host' }),
  'GET /places/import': only('coordinator'),
  'POST /places/import': only('coordinator'),
  'GET /places/import/:id': records('import', { all: 'coordinator' }),
  'POST /places/import/:id/run': records('import', { all: 'coordinator' }),
  'GET /places/import/:id/failed.csv': records('import', { all: 'coordinator' }),

  // Requests: of one's own place, one's own idea, or all of the programme
  'GET /requests': only('coordinator host supporter'),
  'GET /requests/new': only('coordinator host supporter'),
  'GET /requests/new/:activityId': records('offered_activity', { all: 'coordinator host supporter' }),
  'POST /requests/new/:activityId': records('offered_activity', { all: 'coordinator host supporter' }),
  'GET /requests/:id': records('request', { all: 'coordinator', own: 'host supporter' }),
  'GET /requests/:id/edit': records('open_request', { all: 'coordinator', own: 'host supporter' }),
  'POST /requests/:id/edit': records('open_request', { all: 'coordinator', own: 'host supporter' }),
  'GET /requests/:id/print': records('request', { all: 'coordinator', own: 'host supporter' }),
  'POST /requests/:id/status': records('open_request', { all: 'coordinator', own: 'host supporter' }),
  'POST /requests/:id/place': records('request', { all: 'coordinator' }),
  'POST /requests/:id/person-consent': records('request_with_consent', { all: 'coordinator' }),

  // Who could come, and what is made of it: the coordinator's alone
  'GET /requests/:id/matching': records('matching', { all: 'coordinator' }),
  'POST /requests/:id/proposals': records('matching', { all: 'coordinator' }),
  'POST /requests/:id/visits': records('matching', { all: 'coordinator' }),
  'GET /requests/:id/series': records('matching', { all: 'coordinator' }),
  'POST /requests/:id/series': records('matching', { all: 'coordinator' }),

  // What repeats: those who are in it
  'GET /series/:id': records('series', { all: 'coordinator', own: 'supporter companion host' }),
  'POST /series/:id/change': records('series', { all: 'coordinator' }),
  'POST /series/:id/invitations': records('series', { all: 'coordinator' }),
  'POST /series/:id/answers/:personId': records('series_answer', { all: 'coordinator', own: 'supporter' }),
  'POST /series/:id/companion': records('series', { all: 'coordinator' }),
  'POST /series/:id/place-agreement': records('series', { all: 'coordinator', own: 'host' }),

  // Invitations: the person's own; staff write down what they were told
  'GET /proposals': only('supporter'),
  'GET /proposals/:id': records('proposal', { all: 'coordinator', own: 'supporter' }),
  'POST /proposals/:id/answer': records('proposal', { all: 'coordinator', own: 'supporter' }),
  'POST /proposals/:id/question': records('proposal', { own: 'supporter' }),
  'POST /proposals/:id/call': records('proposal', { all: 'coordinator', own: 'supporter' }),
  'POST /proposals/:id/reply': records('proposal', { all: 'coordinator' }),
  'POST /proposals/:id/again': records('proposal', { all: 'coordinator' }),
  'POST /proposals/:id/withdraw': records('proposal', { all: 'coordinator' }),

  // Visits: those who go, the place, those who follow one who goes
  'GET /visits': only('supporter companion host coordinator'),
  'GET /visits/:id': records('visit', { all: 'coordinator', own: 'supporter companion host' }),
  'POST /visits/:id/place-agreement': records('visit', { all: 'coordinator', own: 'host' }),
  'POST /visits/:id/agreements/:personId': records('participation', { all: 'coordinator', own: 'supporter' }),
  'POST /visits/:id/leavings/:personId': records('participation', { all: 'coordinator', own: 'supporter' }),
  'POST /visits/:id/confirmation': records('visit', { all: 'coordinator' }),
  'POST /visits/:id/companion': records('visit', { all: 'coordinator' }),
  'POST /visits/:id/holding': records('accompanied', { all: 'coordinator', own: 'companion' }),
  'POST /visits/:id/calling-off': records('visit_to_call_off', { all: 'coordinator', own: 'host companion' }),
  'POST /visits/:id/new-time': records('visit', { all: 'coordinator' }),
  'POST /visits/:id/meetings': records('visit', { all: 'coordinator' }),
  'POST /visits/:id/meetings/:meetingId/cancelled': records('meeting', { all: 'coordinator' }),
  'GET /calendar': only('seeker trainee supporter companion supervisor host coordinator officer'),

  // Before and after: the person's own; with staff who go along, as told
  'GET /course': only('supporter'),
  'GET /visits/:id/feelings/:personId/:moment': records('participation', {
    all: 'coordinator',
    own: 'supporter companion',
  }),
  'POST /visits/:id/feelings/:personId/:moment': records('participation', {
    all: 'coordinator',
    own: 'supporter companion',
  }),
  'POST /visits/:id/record': records('accompanied', { own: 'companion' }),
  'POST /visits/:id/reflections/:personId': records('reflection', {
    all: 'coordinator',
    own: 'supporter companion',
  }),
  'POST /visits/:id/thanks': records('visit', { all: 'coordinator', own: 'host' }),
  'POST /visits/:id/thanks/:thanksId/passed-on': records('thanks', { all: 'coordinator' }),

  // A supporter's sheet and pauses: one's own; staff see what the policy shows, and write what they were told
  'GET /sheet': only('supporter trainee'),
  'GET /sheet/:step': only('supporter', 'in', { step: 'hours' }),
  'POST /sheet/:step': only('supporter', 'in', { step: 'hours' }),
  'GET /sheet-versions': only('supporter trainee'),
  'GET /sheet-versions/:version': only('supporter trainee', 'in', { version: '1' }),
  'GET /pause': only('supporter'),
  'POST /pause': only('supporter'),
  'POST /pause/end': only('supporter'),
  'GET /supporters': only('coordinator companion supervisor'),
  'GET /supporters/new': only('coordinator'),
  'POST /supporters/new': only('coordinator'),
  'GET /supporters/:id': records('supporter', { all: 'coordinator companion supervisor' }),
  'GET /supporters/:id/sheet/:step': records('supporter', {
    all: 'coordinator',
    own: 'companion',
    fixed: { step: 'hours' },
  }),
  'POST /supporters/:id/sheet/:step': records('supporter', {
    all: 'coordinator',
    own: 'companion',
    fixed: { step: 'hours' },
  }),
  'GET /supporters/:id/pause': records('supporter', { all: 'coordinator', own: 'companion' }),
  'POST /supporters/:id/pause': records('supporter', { all: 'coordinator', own: 'companion' }),
  'POST /supporters/:id/pause/end': records('supporter', { all: 'coordinator', own: 'companion' }),
  // What their words mean, and the end: the coordinator alone
  'GET /supporters/:id/links': records('supporter', { all: 'coordinator' }),
  'POST /supporters/:id/links': records('supporter', { all: 'coordinator' }),
  'GET /supporters/:id/end': records('supporter', { all: 'coordinator' }),
  'POST /supporters/:id/end': records('supporter', { all: 'coordinator' }),

  // The year's figures; the rows behind them are records of people
  'GET /figures': only('officer coordinator'),
  'GET /figures/:year/csv': only('officer coordinator', 'in', { year: '2026' }),
  'GET /figures/:year/xlsx': only('officer coordinator', 'in', { year: '2026' }),
  'GET /figures/:year/rows': only('coordinator', 'in', { year: '2026' }),

  ...boardExpectations,
  ...callExpectations,
  ...takingExpectations,

  ...paperExpectations,
  ...feeExpectations,
  ...lifeExpectations,

  // Pages that explain
  'GET /guide': everyone('in'),
  'GET /guide/:role': everyone('nothing'),
}
