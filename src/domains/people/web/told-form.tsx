import type { VNode } from 'preact'
import { z } from 'zod'
import { type CalendarDay, day } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { DateField, type FormState, Radios, Small } from '#ui/index.ts'
import { type Telling, tellings } from '../core/contact.ts'
import { peopleWords } from './people-words.ts'

/** How and when staff heard what they write down. A day that has passed counts from its noon. */
export const toldSchema = (locale: Locale, today: CalendarDay) =>
  z.object({
    via: z.enum(tellings),
    told_on: z.iso
      .date()
      .transform(day)
      .refine((typed) => typed <= today, { message: peopleWords[locale].toldFuture }),
  })

export const toldAt = (told: { told_on: CalendarDay }, when: { now: Date; today: CalendarDay; zone: string }): Date =>
  told.told_on === when.today ? when.now : instantAt(told.told_on, 12 * 60, when.zone)

export const toldLabels = (locale: Locale) => ({ via: peopleWords[locale].told, told_on: peopleWords[locale].toldOn })

export const ToldFields = (props: { locale: Locale; form: FormState; withDay?: boolean }): VNode => {
  const t = peopleWords[props.locale]
  return (
    <>
      <Radios
        form={props.form}
        name="via"
        label={t.told}
        required
        inline
        choices={tellings.map((value: Telling) => ({ value, label: t.tellings[value] }))}
      />
      {props.withDay && <DateField form={props.form} name="told_on" label={t.toldOn} required />}
      <Small>{t.toldHint}</Small>
    </>
  )
}
