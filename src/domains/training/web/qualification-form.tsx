import type { VNode } from 'preact'
import { z } from 'zod'
import { type CalendarDay, day } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import type { Call } from '#platform/http/call.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  DateField,
  EmptyState,
  type FieldError,
  type FormState,
  List,
  Radios,
  StatusTag,
  TextField,
} from '#ui/index.ts'
import type { NamedQualification } from '../actions/qualification.ts'
import { nationalCourses, nationalRoles } from '../core/qualification.ts'
import type { Qualification } from '../data/qualifications.ts'
import { ownPaperWords } from './own-paper-words.ts'

const schema = (locale: Locale, today: CalendarDay) =>
  z.object({
    course: z.enum(nationalCourses),
    issuer: z.string().min(1).max(80),
    issued_on: z.iso
      .date()
      .transform(day)
      .refine((typed) => typed <= today, { message: ownPaperWords[locale].future }),
    number: z.string().max(40).default(''),
    role: z.enum(nationalRoles),
  })

/** What was typed, or what to look at again. */
export const readQualification = (call: Call): Result<NamedQualification, FieldError[]> => {
  const { locale } = call.reader
  const t = ownPaperWords[locale]
  const parsed = schema(locale, call.today).safeParse(call.form.values)
  if (parsed.success) {
    const { issued_on: issuedOn, ...named } = parsed.data
    return ok({ ...named, issuedOn })
  }
  const labels = { course: t.course, issuer: t.issuer, issued_on: t.issuedOn, number: t.number, role: t.role }
  return no(formErrors(parsed.error, labels, locale))
}

export const QualificationFields = (props: { locale: Locale; form: FormState; today: CalendarDay }): VNode => {
  const { form } = props
  const t = ownPaperWords[props.locale]
  return (
    <>
      <Radios
        form={form}
        name="course"
        label={t.course}
        required
        choices={nationalCourses.map((value) => ({ value, label: t.courses[value] }))}
      />
      <TextField form={form} name="issuer" label={t.issuer} hint={t.issuerHint} required maxlength={80} />
      <DateField form={form} name="issued_on" label={t.issuedOn} required max={props.today} />
      <TextField form={form} name="number" label={t.number} maxlength={40} />
      <Radios
        form={form}
        name="role"
        label={t.role}
        hint={t.roleHint}
        required
        choices={nationalRoles.map((value) => ({ value, label: t.roles[value] }))}
      />
    </>
  )
}

/** Courses taken elsewhere: never as whom. */
export const QualificationList = (props: {
  locale: Locale
  all: readonly Qualification[]
  action: (one: Qualification) => VNode | null
}): VNode => {
  const t = ownPaperWords[props.locale]
  if (props.all.length === 0) return <EmptyState>{t.elsewhereNone}</EmptyState>
  return (
    <List
      items={props.all.map((one) => ({
        title: t.courses[one.course],
        lines: [
          [one.issuer, formatDayLong(one.issuedOn, props.locale), one.number].filter(Boolean).join(' / '),
          one.confirmedAt ? null : t.unconfirmed,
        ],
        tag: one.confirmedAt ? <StatusTag tone="good">{t.confirmed}</StatusTag> : null,
        action: props.action(one),
      }))}
    />
  )
}
