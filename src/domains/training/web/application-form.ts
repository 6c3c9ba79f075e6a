import { z } from 'zod'
import { tellings } from '#domains/people/index.ts'
import { normalEmail } from '#platform/auth/email.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { ApplicationWords } from '../data/application-words.ts'
import type { Application } from '../data/applications.ts'
import { applicationWords } from './application-words.ts'
import { neededText, optionalText } from './form-values.ts'
import { publicWords } from './public-words.ts'

/** What somebody writes; a draft may leave everything empty. */
export const writtenSchema = z.object({
  why: optionalText(1500),
  hopes: optionalText(1000),
  other: optionalText(1000),
  needs: optionalText(1500),
  track: optionalText(80),
  consent: optionalText(3),
  /** How staff had it confirmed by the person. */
  consent_via: z.enum(tellings).nullish().catch(null),
})

export const typedWords = (
  words: ApplicationWords,
  { consentVersion, consentVia, via, pairId }: Consented,
): Record<string, string> => ({
  why: words.why,
  hopes: words.hopes,
  other: words.other,
  needs: words.needs,
  track: words.track,
  consent: consentVersion === null || consentVia === 'office' ? '' : 'yes',
  consent_via: consentVia ?? (pairId === null ? via : ''),
})

type Consented = Pick<Application, 'consentVersion' | 'consentVia' | 'via' | 'pairId'>

const mailbox = (locale: Locale) =>
  z
    .string()
    .default('')
    .transform((typed) => (typed === '' ? null : typed))
    .refine((typed) => typed === null || normalEmail(typed) !== null, { message: publicWords[locale].emailWrong })
    .transform((typed) => typed && normalEmail(typed))

export const officeSchema = (locale: Locale) =>
  z.object({ name: neededText(60), kana: neededText(80), email: mailbox(locale) })

export const onlyMailbox = (locale: Locale) => z.object({ email: mailbox(locale) })

export const colleagueSchema = (locale: Locale) =>
  z.object({ colleague_name: neededText(60), colleague_kana: neededText(80), colleague_email: mailbox(locale) })

export const applicationLabels = (locale: Locale): Record<string, string> => applicationWords[locale].labels
