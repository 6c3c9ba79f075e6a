import type { Role } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { DrawingKind } from './drawing.tsx'
import type { Guide } from './guide.ts'
import { seekerGuide, traineeGuide } from './newcomer-guides.ts'
import { adminGuide, officerGuide } from './office-guides.ts'
import { groupGuide, hostGuide } from './place-guides.ts'
import { companionGuide, coordinatorGuide, supervisorGuide } from './staff-guides.ts'
import { supporterGuide } from './supporter-guide.ts'

export const guides: Record<Role, Record<Locale, Guide>> = {
  supporter: supporterGuide,
  trainee: traineeGuide,
  seeker: seekerGuide,
  host: hostGuide,
  group: groupGuide,
  companion: companionGuide,
  coordinator: coordinatorGuide,
  supervisor: supervisorGuide,
  officer: officerGuide,
  admin: adminGuide,
}

/** A picture for each step, in the same order. */
export const drawings: Record<Role, readonly DrawingKind[]> = {
  supporter: ['sheet', 'letter', 'together', 'faces', 'talk', 'rest', 'calendar'],
  trainee: ['sheet', 'talk', 'calendar', 'rest', 'together', 'letter', 'faces'],
  seeker: ['talk', 'letter', 'sheet'],
  host: ['menu', 'sheet', 'talk', 'together', 'letter', 'people', 'chart'],
  group: ['letter', 'talk'],
  companion: ['calendar', 'sheet', 'together', 'menu', 'talk', 'people'],
  coordinator: [
    'calendar',
    'talk',
    'people',
    'letter',
    'calendar',
    'together',
    'faces',
    'chart',
    'menu',
    'rest',
    'sheet',
  ],
  supervisor: ['letter', 'talk'],
  officer: ['chart', 'people', 'menu'],
  admin: ['people', 'menu', 'letter', 'calendar'],
}
