import { parseDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { instantAt, parseMinute } from '#kernel/time.ts'
import type { Call } from '#platform/http/call.ts'
import type { FieldError } from '#ui/index.ts'
import { visitStaffWords } from './words-visit-staff.ts'

export interface TypedTimes {
  startsAt: Date
  endsAt: Date
}

/** Day, beginning and end as typed into `day`, `from` and `to`. */
export const typedTimes = (call: Call): Result<TypedTimes, FieldError[]> => {
  const s = visitStaffWords[call.reader.locale]
  const on = parseDay(call.form.text('day'))
  const from = parseMinute(call.form.text('from'))
  const to = parseMinute(call.form.text('to'))
  const errors: FieldError[] = [
    ...(on === null ? [{ field: 'day', message: s.dayWrong }] : []),
    ...(from === null ? [{ field: 'from', message: s.timeWrong }] : []),
    ...(to === null ? [{ field: 'to', message: s.timeWrong }] : []),
  ]
  if (on === null || from === null || to === null) return no(errors)
  return ok({ startsAt: instantAt(on, from, call.zone), endsAt: instantAt(on, to, call.zone) })
}

/** How staff were told something; what a person does themselves needs no telling. */
export const toldVia = (call: Call, own: boolean): string => {
  if (own) return 'self'
  const typed = call.form.text('via')
  return ['phone', 'in_person', 'paper', 'fax', 'mail'].includes(typed) ? typed : 'phone'
}
