import { applicationTransitions } from './application-status.ts'
import { enrolmentTransitions } from './enrolment-status.ts'
import { practicumTransitions } from './practicum-status.ts'
import { runTransitions } from './run-status.ts'

/** The life cycles of training, as the docs show them. */
export const trainingLifeCycles = [
  { name: 'run', title: 'Run of a course (開催)', starts: 'draft', lines: runTransitions },
  { name: 'application', title: 'Application (申込)', starts: 'draft', lines: applicationTransitions },
  { name: 'enrolment', title: 'Enrolment (受講)', starts: 'taking', lines: enrolmentTransitions },
  { name: 'practicum', title: 'Practicum (実習)', starts: 'proposed', lines: practicumTransitions },
]
