import { addDays, type CalendarDay, parseDay } from '#kernel/calendar-day.ts'
import { instantAt, localOf, minuteText, parseMinute } from '#kernel/time.ts'
import { type Activity, type Field, isField } from '#domains/programme/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { FormInput } from '#platform/http/call.ts'
import type { FieldError } from '#ui/index.ts'
import {
  type ForGender,
  ifFewChoices,
  preparations,
  type Request,
  type RequestContent,
  type RequestSlot,
  vias,
} from '../data/requests.ts'
import type { RequestDraft } from '../actions/save-request.ts'
import { requestFormWords } from './words-request-form.ts'

export const languages = ['ja', 'en', 'zh', 'ko', 'es', 'pt', 'sign'] as const

export interface RequestFormContext {
  locale: Locale
  zone: string
  activity: Activity
  /** The field where the form does not ask for it. */
  field: Field
  isIdea: boolean
}

export interface ReadRequest {
  draft: RequestDraft
  errors: FieldError[]
}

const mostRows = 8

/** How many rows for times the form shows. */
export const slotRows = (values: Record<string, string | readonly string[]>): number =>
  Math.min(mostRows, Math.max(3, Number(values['rows']) || 0))

/** What was typed, as far as it can be read, and what is wrong with it. */
export const readRequestForm = (form: FormInput, context: RequestFormContext): ReadRequest => {
  const t = requestFormWords[context.locale].errors
  const errors: FieldError[] = []
  const wrong = (field: string, message: string): void => void errors.push({ field, message })
  const text = (name: string, max: number): string => {
    const typed = form.text(name)
    if (typed.length > max) wrong(name, t.tooLong(max))
    return typed.slice(0, max)
  }
  const count = Number(form.text('supporters') || '1')
  if (![1, 2, 3].includes(count)) wrong('supporters', t.supporters)
  const audienceCount = countOf(form.text('audience_count'))
  if (audienceCount === undefined) wrong('audience_count', t.count)
  const slots = readSlots(form, context, wrong)
  const field = form.text('field')
  const gender = form.text('for_gender')
  const content: RequestContent = {
    field: isField(field) ? field : context.field,
    title: text('title', 60),
    purpose: text('purpose', 600),
    supportersWanted: [1, 2, 3].includes(count) ? count : 1,
    online: form.text('online') === 'yes',
    audience: text('audience', 200),
    audienceCount: audienceCount ?? null,
    ifFew: ifFewChoices.find((one) => one === form.text('if_few')) ?? 'go_ahead',
    preparation: preparations.find((one) => one === form.text('preparation')) ?? 'none',
    themes: themesOf(text('themes', 200)),
    forGender: gender === 'woman' || gender === 'man' ? (gender satisfies ForGender) : null,
    language: languages.find((one) => one === form.text('language')) ?? 'ja',
    recording: context.activity.recording === 'ask' && form.text('recording') === 'yes',
  }
  const entered = {
    via: vias.find((one) => one === form.text('entered_via')) ?? null,
    how: text('confirmed_how', 200),
  }
  return { draft: { content, slots, entered }, errors }
}

const themesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]

/** undefined: not a number of people. */
const countOf = (text: string): number | null | undefined => {
  if (text === '') return null
  const count = Number(text.normalize('NFKC'))
  return Number.isInteger(count) && count >= 0 && count <= 10_000 ? count : undefined
}

type Slot = { startsAt: Date; endsAt: Date }

const readSlots = (
  form: FormInput,
  context: RequestFormContext,
  wrong: (field: string, message: string) => void,
): Slot[] => {
  const slots: Slot[] = []
  for (let row = 1; row <= mostRows; row += 1) {
    const slot = readSlot(form, row, context)
    if (slot === null) continue
    if ('problem' in slot) wrong(slot.field, requestFormWords[context.locale].errors[slot.problem](row))
    else slots.push(slot)
  }
  return slots
}

type SlotProblem = { problem: 'slotPart' | 'slotDay' | 'slotOrder'; field: string }

const readSlot = (form: FormInput, row: number, context: RequestFormContext): Slot | SlotProblem | null => {
  const [day, from, to] = ['day', 'from', 'to'].map((name) => form.text(`${name}${row}`)) as [string, string, string]
  if (day === '' && from === '' && to === '') return null
  if (day === '' || from === '') return { problem: 'slotPart', field: day === '' ? `day${row}` : `from${row}` }
  const on = parseDay(day)
  const begins = parseMinute(from)
  if (on === null) return { problem: 'slotDay', field: `day${row}` }
  if (begins === null) return { problem: 'slotPart', field: `from${row}` }
  const ends = to === '' ? begins + context.activity.minutes : parseMinute(to)
  if (ends === null || ends <= begins) return { problem: 'slotOrder', field: `to${row}` }
  return { startsAt: instantAt(on, begins, context.zone), endsAt: endOf(on, ends, context.zone) }
}

const endOf = (on: CalendarDay, minute: number, zone: string): Date =>
  minute >= 1440 ? instantAt(addDays(on, 1), minute - 1440, zone) : instantAt(on, minute, zone)

/** A saved request as the form shows it. */
export const typedRequest = (request: Request, zone: string): Record<string, string> => ({
  title: request.title,
  purpose: request.purpose,
  supporters: String(request.supportersWanted),
  online: request.online ? 'yes' : 'no',
  audience: request.audience,
  audience_count: request.audienceCount === null ? '' : String(request.audienceCount),
  if_few: request.ifFew,
  preparation: request.preparation,
  themes: request.themes.join('、'),
  for_gender: request.forGender ?? 'any',
  language: request.language,
  recording: request.recording ? 'yes' : 'no',
  field: request.field,
  entered_via: request.enteredVia ?? '',
  confirmed_how: request.confirmedHow,
  rows: String(request.slots.length + 1),
  ...Object.assign({}, ...request.slots.map((slot, i) => typedSlot(slot, i + 1, zone))),
})

const typedSlot = (slot: RequestSlot, row: number, zone: string): Record<string, string> => {
  const from = localOf(slot.startsAt, zone)
  const to = localOf(slot.endsAt, zone)
  return {
    [`day${row}`]: from.day,
    [`from${row}`]: minuteText(from.minute),
    [`to${row}`]: to.day === from.day ? minuteText(to.minute) : '24:00',
  }
}

/** A new form: what is usual for the activity. */
export const blankRequest = (activity: Activity, field: Field): Record<string, string> => ({
  supporters: '1',
  online: activity.kind === 'online' ? 'yes' : 'no',
  if_few: 'go_ahead',
  preparation: 'none',
  for_gender: 'any',
  language: 'ja',
  recording: 'no',
  field,
  rows: '3',
})
