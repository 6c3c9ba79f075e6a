import { z } from 'zod'
import type { Locale } from '#platform/i18n/reader.ts'
import type { ApplicationWords } from '../data/application-words.ts'
import { applicationWords } from './application-words.ts'
import { neededText, optionalText } from './form-values.ts'

/** What somebody writes; a draft may leave everything empty. */
export const writtenSchema = z.object({
  why: optionalText(1500),
  hopes: optionalText(1000),
  other: optionalText(1000),
  needs: optionalText(1500),
  track: optionalText(80),
  consent: optionalText(3),
})

export const typedWords = (words: ApplicationWords, consented: boolean): Record<string, string> => ({
  why: words.why,
  hopes: words.hopes,
  other: words.other,
  needs: words.needs,
  track: words.track,
  consent: consented ? 'yes' : '',
})

export const officeSchema = z.object({ name: neededText(60), kana: neededText(80) })

export const colleagueSchema = z.object({ colleague_name: neededText(60), colleague_kana: neededText(80) })

export const applicationLabels = (locale: Locale): Record<string, string> => applicationWords[locale].labels
