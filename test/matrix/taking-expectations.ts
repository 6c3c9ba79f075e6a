import { type Expected, only, records } from './cells.ts'

const runStaff = { all: 'coordinator', own: 'companion supervisor' }
const takers = { own: 'trainee supporter host' }

/** While a run goes on. */
export const takingExpectations: Record<string, Expected> = {
  // A run that goes on: its staff enter, those who take it see their own
  'GET /training/runs/:id/sessions/:sessionId': records('session', runStaff),
  'POST /training/runs/:id/sessions/:sessionId/attendance': records('session', runStaff),
  'GET /training/runs/:id/sessions/:sessionId/online-list': records('session', runStaff),
  'POST /training/runs/:id/sessions/:sessionId/online-list': records('session', runStaff),
  'GET /training/runs/:id/sessions/:sessionId/sheet': records('session', runStaff),
  'GET /training/runs/:id/sessions/:sessionId/sheet.pdf': records('session', runStaff),
  'GET /training/runs/:id/sessions/:sessionId/needs': records('session', runStaff),
  'POST /training/runs/:id/sessions/:sessionId/homework': records('session', runStaff),
  'POST /training/runs/:id/sessions/:sessionId/note': records('session', runStaff),
  'GET /training/runs/:id/attendance': records('run', runStaff),
  'GET /training/runs/:id/attendance/:type': records('run', {
    ...runStaff,
    fixed: { type: 'csv' },
  }),
  'GET /training/figures': only('coordinator officer'),
  'GET /training/runs/:id/figures': records('run', { all: 'coordinator officer', own: 'companion supervisor' }),
  'GET /training/runs/:id/completion': records('run', { all: 'coordinator' }),
  'POST /training/runs/:id/completion': records('run', { all: 'coordinator' }),
  'GET /training/enrolments/:id': records('enrolment', runStaff),
  'POST /training/enrolments/:id/made-up': records('enrolment', runStaff),
  'POST /training/enrolments/:id/status': records('enrolment', { all: 'coordinator' }),
  'POST /training/enrolments/:id/went-on': records('enrolment', { all: 'coordinator' }),
  'GET /training/calls': only('coordinator companion supervisor'),
  'GET /training/calls/:id': records('kind_call', runStaff),
  'POST /training/calls/:id': records('kind_call', runStaff),
  'GET /my-course': only('trainee supporter host'),
  'GET /my-course/:id': records('enrolment', takers),
  'POST /my-course/:id/leave': records('enrolment', takers),
  'GET /my-course/sessions/:sessionId': records('own_session', takers),
  'POST /my-course/sessions/:sessionId': records('own_session', takers),

  // Practicum: the person, the place once they said yes, those who look after the run
  'GET /practicums': only('trainee supporter host companion supervisor coordinator'),
  'GET /practicums/new/:enrolmentId': records('enrolled', { all: 'coordinator' }),
  'POST /practicums/new/:enrolmentId': records('enrolled', { all: 'coordinator' }),
  'GET /practicums/:id': records('practicum', {
    all: 'coordinator',
    own: 'trainee supporter host companion supervisor',
  }),
  'POST /practicums/:id/goals': records('practicum', { all: 'coordinator', own: 'trainee supporter' }),
  'POST /practicums/:id/agreements/:side': records('practicum', { all: 'coordinator', own: 'trainee supporter' }),
  'POST /practicums/:id/days': records('practicum', { all: 'coordinator' }),
  'POST /practicums/:id/days/:dayId': records('practicum_day', runStaff),
  'POST /practicums/:id/days/:dayId/diary': records('practicum_day', { own: 'trainee supporter' }),
  'POST /practicums/:id/days/:dayId/words': records('practicum_day', { all: 'coordinator', own: 'host' }),
  'POST /practicums/:id/status': records('open_practicum', { all: 'coordinator', own: 'trainee supporter host' }),
  'GET /practicum-offers': only('host coordinator'),
  'GET /practicum-offers/new': only('host coordinator'),
  'POST /practicum-offers/new': only('host coordinator'),
  'POST /practicum-offers/:id/withdraw': records('practicum_offer', { all: 'coordinator', own: 'host' }),

  // A recovery story: its owner, and one reader whom they chose
  'GET /story-drafts': only('trainee supporter companion supervisor coordinator'),
  'GET /story-drafts/new': only('trainee supporter'),
  'POST /story-drafts/new': only('trainee supporter'),
  'GET /story-drafts/:id': records('story', { own: 'trainee supporter companion supervisor coordinator' }),
  'POST /story-drafts/:id': records('story', { own: 'trainee supporter' }),
  'GET /story-drafts/:id/versions/:version': records('story', { own: 'trainee supporter' }),
  'POST /story-drafts/:id/reader': records('story', { own: 'trainee supporter' }),
  'POST /story-drafts/:id/comments': records('story', { own: 'trainee supporter companion supervisor coordinator' }),
  'POST /story-drafts/:id/aside': records('story', { own: 'trainee supporter' }),
}
