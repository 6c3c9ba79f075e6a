import { z } from 'zod'
import type { Locale } from '#platform/i18n/reader.ts'
import { minuteText, parseMinute } from '#kernel/time.ts'
import type { Programme, Settings } from '../data/programmes.ts'
import { programmeWords } from './words.ts'

const text = (max: number) => z.string().min(1).max(max)
const clock = (sentence: string) =>
  z
    .string()
    .refine((typed) => parseMinute(typed) !== null, { message: sentence })
    .transform((typed) => parseMinute(typed) ?? 0)
const dayCounts = (sentence: string) =>
  z
    .string()
    .transform((typed) =>
      typed
        .split(/[,、\s]+/)
        .filter(Boolean)
        .map(Number),
    )
    .refine(
      (days) => days.length > 0 && days.length <= 6 && days.every((n) => Number.isInteger(n) && n >= 1 && n <= 60),
      { message: sentence },
    )
/** What a programme decides for itself, as typed. */
export const settingsSchema = (locale: Locale) =>
  z
    .object({
      name: text(80),
      short_name: text(30),
      municipality: text(60),
      municipality_code: text(6),
      colour: z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: programmeWords[locale].colourWrong }),
      sender_name: text(40),
      contact_phone: z.string().max(30).default(''),
      contact_hours: z.string().max(60).default(''),
      illness_words: text(30),
      crisis_card: z.string().max(400).default(''),
      flags: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string())),
      follow_up_days: dayCounts(programmeWords[locale].followUpWrong),
      place_sees_days: z.coerce.number().int().min(0).max(90),
      merge_answer_days: z.coerce.number().int().min(1).max(90),
      records_kept_years: z.preprocess(
        (typed) => (typed === '' || typed === undefined ? null : typed),
        z.coerce.number().int().min(1).max(100).nullable(),
      ),
      small_number_limit: z.coerce.number().int().min(2).max(20),
      quiet_from: clock(programmeWords[locale].clockWrong),
      quiet_to: clock(programmeWords[locale].clockWrong),
    })
    .transform(
      (typed): Settings => ({
        name: typed.name,
        shortName: typed.short_name,
        municipality: typed.municipality,
        municipalityCode: typed.municipality_code,
        colour: typed.colour.toLowerCase(),
        senderName: typed.sender_name,
        contactPhone: typed.contact_phone,
        contactHours: typed.contact_hours,
        illnessWords: typed.illness_words,
        crisisCard: typed.crisis_card,
        firstNeedsExperienced: typed.flags.includes('first_needs_experienced'),
        registrationByYear: typed.flags.includes('registration_by_year'),
        followUpDays: typed.follow_up_days,
        placeSeesDays: typed.place_sees_days,
        mergeAnswerDays: typed.merge_answer_days,
        recordsKeptYears: typed.records_kept_years,
        smallNumberLimit: typed.small_number_limit,
        quietFrom: typed.quiet_from,
        quietTo: typed.quiet_to,
      }),
    )

export const typedSettings = (programme: Programme): Record<string, string | string[]> => ({
  name: programme.name,
  short_name: programme.shortName,
  municipality: programme.municipality,
  municipality_code: programme.municipalityCode,
  colour: programme.colour,
  sender_name: programme.senderName,
  contact_phone: programme.contactPhone,
  contact_hours: programme.contactHours,
  illness_words: programme.illnessWords,
  crisis_card: programme.crisisCard,
  flags: [
    ...(programme.firstNeedsExperienced ? ['first_needs_experienced'] : []),
    ...(programme.registrationByYear ? ['registration_by_year'] : []),
  ],
  follow_up_days: programme.followUpDays.join(', '),
  place_sees_days: String(programme.placeSeesDays),
  merge_answer_days: String(programme.mergeAnswerDays),
  records_kept_years: String(programme.recordsKeptYears ?? ''),
  small_number_limit: String(programme.smallNumberLimit),
  quiet_from: minuteText(programme.quietFrom),
  quiet_to: minuteText(programme.quietTo),
})
