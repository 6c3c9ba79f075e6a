import { everyone, type Expected, only, records } from './cells.ts'

/** Certificates, what people took elsewhere, the ceremony; by hand, as all others. */
export const paperExpectations: Record<string, Expected> = {
  // Whether a paper is genuine: anybody may ask, and learns nothing else
  'GET /verify': everyone('in'),
  'GET /verify/:code': everyone('in'),
  'POST /verify': everyone('in'),

  // One's own
  'GET /certificates': only('trainee supporter host'),
  'GET /certificates/:id': records('certificate', { all: 'coordinator', own: 'trainee supporter host' }),
  'GET /certificates/:id/pdf': records('certificate', { all: 'coordinator', own: 'trainee supporter host' }),
  'POST /certificates/:id/reissue': records('certificate', { all: 'coordinator' }),
  'POST /certificates/:id/withdrawal': records('certificate', { all: 'coordinator' }),
  'GET /certificates/qualifications/new': only('trainee supporter host'),
  'POST /certificates/qualifications/new': only('trainee supporter host'),
  'POST /certificates/qualifications/:id/aside': records('qualification', { own: 'trainee supporter host' }),
  'POST /certificates/ceremonies/:id': records('ceremony_to_answer', { own: 'trainee supporter host' }),

  // Of a run, and of a person: the coordinator's
  'GET /training/runs/:id/certificates': records('run_with_papers', { all: 'coordinator' }),
  'POST /training/runs/:id/certificates': records('run_with_papers', { all: 'coordinator' }),
  'GET /people/:id/qualifications': records('person', { all: 'coordinator' }),
  'POST /people/:id/qualifications': records('person', { all: 'coordinator' }),
  'POST /training/qualifications/:id/confirmation': records('qualification', { all: 'coordinator' }),
  'POST /training/qualifications/:id/aside': records('qualification', { all: 'coordinator' }),
  'GET /training/ceremonies': only('coordinator'),
  'POST /training/ceremonies': only('coordinator'),
  'GET /training/ceremonies/:id': records('ceremony', { all: 'coordinator' }),
  'POST /training/ceremonies/:id/guests': records('ceremony', { all: 'coordinator' }),
  'POST /training/ceremonies/:id/guests/:personId': records('ceremony_guest', { all: 'coordinator' }),
  'POST /training/ceremonies/:id/calling-off': records('ceremony', { all: 'coordinator' }),
  'GET /training/readiness': only('coordinator'),
  'GET /places/:id/readiness': records('place', { all: 'coordinator' }),
  'POST /places/:id/readiness': records('place', { all: 'coordinator' }),
  'GET /training/wordings': only('coordinator admin'),
  'POST /training/wordings': only('coordinator admin'),
}
