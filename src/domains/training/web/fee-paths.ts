import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { FeeSupplement } from '../core/fee-rules.ts'

const on = (day: CalendarDay): string => `?on=${day}`

/** Fee supplements: a host's own office has no identifier in its addresses, so that there is no other to ask for. */
export const feePaths = {
  office: '/fee-office',
  facts: '/fee-office/facts',
  newStaff: '/fee-office/staff/new',
  staff: (id: string) => `/fee-office/staff/${id}`,
  removeStaff: (id: string) => `/fee-office/staff/${id}/remove`,
  hours: (id: string) => `/fee-office/staff/${id}/hours`,
  hoursOf: (id: string, year: number) => `/fee-office/staff/${id}/hours?year=${year}`,
  newTraining: '/fee-office/trainings/new',
  training: (id: string) => `/fee-office/trainings/${id}`,
  removeTraining: (id: string) => `/fee-office/trainings/${id}/remove`,
  result: (supplement: FeeSupplement | ':supplement') => `/fee-office/results/${supplement}`,
  print: (supplement: FeeSupplement | ':supplement') => `/fee-office/results/${supplement}/print`,
  printOn: (supplement: FeeSupplement, day: CalendarDay) => `/fee-office/results/${supplement}/print${on(day)}`,
  pdf: (supplement: FeeSupplement | ':supplement') => `/fee-office/results/${supplement}/pdf`,
  pdfOn: (supplement: FeeSupplement, day: CalendarDay) => `/fee-office/results/${supplement}/pdf${on(day)}`,
  /** The offices that ask the programme for help. */
  shown: '/fee-offices',
  shownOffice: (placeId: string) => `/fee-offices/${placeId}`,
}
