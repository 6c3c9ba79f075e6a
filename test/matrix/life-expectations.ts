import { type Expected, only, records } from './cells.ts'

/** From applying to leaving: one's own; staff the programme's, or those whom they follow; by hand, as all others. */
export const lifeExpectations: Record<string, Expected> = {
  'GET /registration': only('trainee supporter'),
  'GET /registration/apply': only('trainee supporter'),
  'POST /registration/apply': only('trainee supporter'),
  'POST /registration/renewal': only('trainee supporter'),
  'POST /registration/withdrawal': only('trainee'),
  'POST /registration/leaving': only('trainee supporter'),
  'POST /registration/staying': only('', 'nothing'),
  'GET /registration/card.pdf': only('supporter'),
  'GET /registration/application.pdf': only('trainee'),
  'GET /registration/thanks.pdf': only('', 'nothing'),

  'GET /registrations': only('coordinator'),
  'GET /registrations/:personId': records('registration', { all: 'coordinator', own: 'companion' }),
  'GET /registrations/:personId/card.pdf': records('card_holder', { all: 'coordinator', own: 'companion' }),
  'GET /registrations/:personId/application.pdf': records('registration_applied', { all: 'coordinator' }),
  'GET /registrations/:personId/thanks.pdf': records('registration_leaving', { all: 'coordinator', own: 'companion' }),
  'GET /registrations/:personId/card': records('registration', { all: 'coordinator' }),
  'POST /registrations/:personId/card/reissue': records('card_holder', { all: 'coordinator' }),
  'POST /registrations/:personId/application': records('registration', { all: 'coordinator' }),
  'POST /registrations/:personId/talk': records('registration', { all: 'coordinator' }),
  'POST /registrations/:personId/registered': records('registration_talk', { all: 'coordinator' }),
  'POST /registrations/:personId/withdrawal': records('registration_talk', { all: 'coordinator' }),
  'POST /registrations/:personId/renewal': records('renewal_of_person', { all: 'coordinator', own: 'companion' }),
  'POST /registrations/:personId/leaving': records('registration', { all: 'coordinator', own: 'companion' }),
  'POST /registrations/:personId/staying': records('registration_leaving', { all: 'coordinator', own: 'companion' }),

  'GET /renewals': only('coordinator'),
  'POST /renewals/asked': only('coordinator'),
  'GET /renewals/:id': records('renewal', { all: 'coordinator', own: 'companion' }),
  'POST /renewals/:id/attempts': records('renewal', { all: 'coordinator', own: 'companion' }),
  'POST /renewals/:id/end': records('open_renewal', { all: 'coordinator' }),
  'GET /register': only('coordinator'),
  'GET /register.pdf': only('coordinator'),
}
