import { z } from 'zod'
import { day } from '#kernel/calendar-day.ts'
import { instantAt, localOf, minuteText, parseMinute } from '#kernel/time.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { type Taster, type TasterContent, tasterKinds } from '../data/tasters.ts'
import { count, neededText, optionalText, ticks } from './form-values.ts'
import { tasterStaffWords } from './taster-staff-words.ts'

export const tasterFor = ['candidates', 'places'] as const

const time = z.string().refine((typed) => parseMinute(typed) !== null)

export const tasterSchema = (locale: Locale, zone: string) =>
  z
    .object({
      kind: z.enum(tasterKinds),
      title: neededText(80),
      plain: optionalText(1000),
      day: z.iso.date().transform(day),
      from: time,
      to: time,
      place: neededText(200),
      capacity: count(1, 200),
      who: ticks.pipe(z.array(z.enum(tasterFor)).min(1)),
    })
    .refine(({ from, to }) => (parseMinute(from) ?? 0) < (parseMinute(to) ?? 0), {
      path: ['to'],
      message: tasterStaffWords[locale].timeWrong,
    })
    .transform(
      ({ day: on, from, to, who, ...rest }): TasterContent => ({
        ...rest,
        startsAt: instantAt(on, parseMinute(from) ?? 0, zone),
        endsAt: instantAt(on, parseMinute(to) ?? 0, zone),
        forCandidates: who.includes('candidates'),
        forPlaces: who.includes('places'),
      }),
    )

export const typedTaster = (taster: Taster, zone: string): Record<string, string | string[]> => {
  const from = localOf(taster.startsAt, zone)
  return {
    kind: taster.kind,
    title: taster.title,
    plain: taster.plain,
    day: from.day,
    from: minuteText(from.minute),
    to: minuteText(localOf(taster.endsAt, zone).minute),
    place: taster.place,
    capacity: String(taster.capacity),
    who: [...(taster.forCandidates ? ['candidates'] : []), ...(taster.forPlaces ? ['places'] : [])],
  }
}
