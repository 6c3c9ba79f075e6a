import { z } from 'zod'
import { minuteText, parseMinute } from '#kernel/time.ts'
import { type Locale, locales } from '#platform/i18n/reader.ts'
import { channels, reachBlockers, tellings } from '../core/contact.ts'
import type { Person } from '../data/persons.ts'
import { meWords } from './me-words.ts'

const clock = z
  .string()
  .default('')
  .refine((typed) => typed === '' || parseMinute(typed) !== null)
  .transform((typed) => parseMinute(typed))

const filled = (inner: z.ZodType<string>) =>
  z.preprocess((value) => (value === '' ? null : value), inner.nullable().default(null))

/** How to reach a person, as typed: by themselves, or by staff to whom they told it. */
export const contactSchema = (locale: Locale) => {
  const t = meWords[locale]
  return z
    .object({
      name: z.string().min(1).max(60),
      kana: z.string().min(1).max(80),
      nickname: z.string().max(40).default(''),
      email: filled(z.email().max(200)),
      phone: filled(z.string().max(30)),
      channel: z.enum(channels),
      locale: z.enum(locales),
      quiet_from: clock,
      quiet_to: clock,
    })
    .superRefine((typed, found) => {
      if ((typed.quiet_from === null) !== (typed.quiet_to === null)) {
        found.addIssue({ code: 'custom', path: ['quiet_from'], message: t.quietBoth })
      }
      for (const blocker of reachBlockers(typed)) {
        if (blocker.kind === 'mail_without_address') {
          found.addIssue({ code: 'custom', path: ['email'], message: t.mailNeeded })
        } else found.addIssue({ code: 'custom', path: ['phone'], message: t.phoneNeeded })
      }
    })
    .transform(({ quiet_from, quiet_to, ...typed }) => ({
      ...typed,
      email: typed.email?.toLowerCase() ?? null,
      quietFrom: quiet_from,
      quietTo: quiet_to,
    }))
}

export const tellingSchema = z.object({ via: z.enum(tellings) })

export const typedContact = (person: Person): Record<string, string> => ({
  name: person.name,
  kana: person.kana,
  nickname: person.nickname,
  email: person.email ?? '',
  phone: person.phone ?? '',
  channel: person.channel,
  locale: person.locale,
  quiet_from: person.quietFrom === null ? '' : minuteText(person.quietFrom),
  quiet_to: person.quietTo === null ? '' : minuteText(person.quietTo),
})

export const contactLabels = (locale: Locale) => {
  const t = meWords[locale]
  return {
    name: t.name,
    kana: t.kana,
    nickname: t.nickname,
    email: t.email,
    phone: t.phone,
    channel: t.channel,
    locale: t.language,
    quiet_from: `${t.quiet}（${t.quietFrom}）`,
    quiet_to: `${t.quiet}（${t.quietTo}）`,
  }
}

/** A choice as the reader's language says it, for comparing two versions. */
export const shownContact = (name: string, value: string, locale: Locale): string => {
  const t = meWords[locale]
  if (name === 'channel') return channels.includes(value as never) ? t.channels[value as (typeof channels)[number]] : ''
  if (name === 'locale') return locales.includes(value as never) ? t.languages[value as Locale] : ''
  return value
}
