import { z } from 'zod'
import { day } from '#kernel/calendar-day.ts'
import { type FiscalYear, fiscalMonths } from '#kernel/fiscal-year.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { StaffFacts } from '../actions/read-office-staff.ts'
import { feeRules, feeServices, type FeeSupplement, feeSupplements } from '../core/fee-rules.ts'
import { fteText, parseFte } from '../core/fte.ts'
import { nationalRoles } from '../core/qualification.ts'
import type { OfficeDescription } from '../data/fee-offices.ts'
import type { WrittenTraining } from '../actions/save-office-training.ts'
import { feeNames } from './fee-names.ts'
import { feeWords } from './fee-words.ts'
import { count, neededText, optionalText, ticks } from './form-values.ts'

type Typed = Record<string, string | string[]>

const dayText = z.iso.date().transform(day)
const optionalDay = z.union([z.literal('').transform(() => null), dayText]).default(null)
const tick = z.literal('yes').optional().transform(Boolean)

/** Services that count only where their fee is of the flat-rate kind. */
export const flatRateServices = feeServices.filter((one) => feeRules.some((rule) => rule.flatRateOnly.includes(one)))

export const askedToPublish = feeSupplements.filter((one) =>
  feeRules.some((rule) => rule.supplement === one && rule.published),
)

export const officeSchema = z
  .object({
    office_number: optionalText(20),
    services: ticks.pipe(z.array(z.enum(feeServices))),
    flat_rate: ticks.pipe(z.array(z.enum(feeServices))),
    shown: tick,
    notified_peer_system: optionalDay,
    notified_peer_practice: optionalDay,
    notified_peer_after_leaving: optionalDay,
    published_peer_system: optionalDay,
  })
  .transform(
    (typed): OfficeDescription => ({
      officeNumber: typed.office_number,
      services: typed.services,
      flatRate: typed.flat_rate,
      shown: typed.shown,
      notices: {
        peer_system: { notifiedOn: typed.notified_peer_system, publishedOn: typed.published_peer_system },
        peer_practice: { notifiedOn: typed.notified_peer_practice, publishedOn: null },
        peer_after_leaving: { notifiedOn: typed.notified_peer_after_leaving, publishedOn: null },
      },
    }),
  )

export const notifiedField = (supplement: FeeSupplement): string => `notified_${supplement}`
export const publishedField = (supplement: FeeSupplement): string => `published_${supplement}`

export const typedOffice = (office: OfficeDescription): Typed => ({
  office_number: office.officeNumber,
  services: office.services,
  flat_rate: office.flatRate,
  shown: office.shown ? 'yes' : '',
  ...Object.fromEntries(feeSupplements.map((one) => [notifiedField(one), office.notices[one].notifiedOn ?? ''])),
  ...Object.fromEntries(askedToPublish.map((one) => [publishedField(one), office.notices[one].publishedOn ?? ''])),
})

export const officeLabels = (locale: Locale): Record<string, string> => {
  const { labels } = feeWords[locale]
  const { supplements } = feeNames[locale]
  const { office_number, services, flat_rate, shown } = labels
  return {
    office_number,
    services,
    flat_rate,
    shown,
    ...Object.fromEntries(feeSupplements.map((one) => [notifiedField(one), labels.notified(supplements[one])])),
    ...Object.fromEntries(askedToPublish.map((one) => [publishedField(one), labels.published(supplements[one])])),
  }
}

export const staffSchema = z
  .object({
    name: neededText(80),
    kana: optionalText(80),
    role: z.enum(nationalRoles),
    recognised_on: optionalDay,
    basic_on: optionalDay,
    advanced_on: optionalDay,
    other_on: optionalDay,
    supports: tick,
  })
  .transform(
    (typed): StaffFacts => ({
      name: typed.name,
      kana: typed.kana,
      role: typed.role,
      recognisedOn: typed.recognised_on,
      basicOn: typed.basic_on,
      advancedOn: typed.advanced_on,
      otherTrainingOn: typed.other_on,
      givesSupport: typed.supports,
    }),
  )

export const typedStaff = (person: StaffFacts): Typed => ({
  name: person.name,
  kana: person.kana,
  role: person.role,
  recognised_on: person.recognisedOn ?? '',
  basic_on: person.basicOn ?? '',
  advanced_on: person.advancedOn ?? '',
  other_on: person.otherTrainingOn ?? '',
  supports: person.givesSupport ? 'yes' : '',
})

export const hoursField = (month: string): string => `fte_${month}`

/** One field for each month of the fiscal year; empty ones are not written down. */
export const hoursSchema = (year: FiscalYear, locale: Locale) => {
  const fte = z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || parseFte(typed) !== null, { message: feeWords[locale].hoursWrong })
    .transform((typed) => parseFte(typed))
  const months = fiscalMonths(year)
  return z
    .object(Object.fromEntries(months.map((month) => [hoursField(month), fte])))
    .transform((typed) => new Map(months.map((month) => [month, typed[hoursField(month)] ?? null])))
}

export const typedHours = (fte: Readonly<Record<string, number>>, year: FiscalYear): Typed =>
  Object.fromEntries(
    fiscalMonths(year).map((month) => {
      const worked = fte[month]
      return [hoursField(month), worked === undefined ? '' : fteText(worked)]
    }),
  )

/** One name a line; blank ones are none. */
const nameLines = z
  .string()
  .default('')
  .transform((typed) => [...new Set(typed.split('\n').map((name) => name.trim()))].filter((name) => name !== ''))

const howMany = z.union([z.literal('').transform(() => null), count(0, 500)]).default(null)

/** `staff`: whoever may have led it. Who names all who took part need not count them. */
export const trainingSchema = (staff: readonly string[], locale: Locale) =>
  z
    .object({
      on: dayText,
      topic: neededText(200),
      led_by: ticks.transform((ids) => ids.filter((id) => staff.includes(id))).pipe(z.array(z.string()).min(1)),
      attendees: nameLines.pipe(z.array(z.string().max(80)).max(100)),
      others: howMany,
    })
    .refine(({ attendees, others }) => attendees.length > 0 || others !== null, {
      path: ['others'],
      message: feeWords[locale].othersMissing,
    })
    .refine(({ attendees, others }) => others === null || others >= attendees.length, {
      path: ['others'],
      message: feeWords[locale].othersFewer,
    })
    .transform(
      ({ led_by: ledBy, others, ...rest }): WrittenTraining => ({
        ...rest,
        ledBy,
        others: others ?? rest.attendees.length,
      }),
    )

export const typedTraining = ({ on, topic, ledBy, attendees, others }: WrittenTraining): Typed => ({
  on,
  topic,
  led_by: ledBy,
  attendees: attendees.join('\n'),
  others: String(others),
})
