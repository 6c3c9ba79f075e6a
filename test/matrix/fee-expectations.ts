import { type Expected, only, records } from './cells.ts'

const theirs = { own: 'host' }
const system = { supplement: 'peer_system' }

/** Fee supplements: a host's own office, and the results that it chooses to show. */
export const feeExpectations: Record<string, Expected> = {
  'GET /fee-office': only('host'),
  'GET /fee-office/facts': only('host'),
  'POST /fee-office/facts': only('host'),
  'GET /fee-office/staff/new': only('host'),
  'POST /fee-office/staff/new': only('host'),
  'GET /fee-office/staff/:id': records('office_staff', theirs),
  'POST /fee-office/staff/:id': records('office_staff', theirs),
  'POST /fee-office/staff/:id/remove': records('office_staff', theirs),
  'GET /fee-office/staff/:id/hours': records('office_staff', theirs),
  'POST /fee-office/staff/:id/hours': records('office_staff', theirs),
  'GET /fee-office/trainings/new': only('host'),
  'POST /fee-office/trainings/new': only('host'),
  'GET /fee-office/trainings/:id': records('office_training', theirs),
  'POST /fee-office/trainings/:id': records('office_training', theirs),
  'POST /fee-office/trainings/:id/remove': records('office_training', theirs),
  'GET /fee-office/results/:supplement': only('host', 'in', system),
  'GET /fee-office/results/:supplement/print': only('host', 'in', system),
  'GET /fee-office/results/:supplement/pdf': only('host', 'in', system),

  // Without names, and only while the place asks for help
  'GET /fee-offices': only('coordinator'),
  'GET /fee-offices/:id': records('shown_office', { all: 'coordinator' }),
}
