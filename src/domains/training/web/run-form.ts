import { z } from 'zod'
import { day } from '#kernel/calendar-day.ts'
import { instantAt, localOf, minuteText, parseMinute } from '#kernel/time.ts'
import { safeUrl } from '#ui/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { Rhythm } from '../core/timetable.ts'
import { sessionForms, sessionModes } from '../data/courses.ts'
import { type Run, type RunContent, runOrders } from '../data/runs.ts'
import type { Session, SessionContent, SessionTime } from '../data/sessions.ts'
import { courseWords } from './course-words.ts'
import { count, neededText, optionalCount, optionalText, ticks, wordList } from './form-values.ts'
import { runWords } from './run-words.ts'

export const runLanguages = ['ja', 'easy', 'en', 'sign'] as const

const dayText = z.iso.date().transform(day)
const timeText = z.string().refine((typed) => parseMinute(typed) !== null)
const optionalDay = z.union([z.literal('').transform(() => null), dayText]).default(null)

const fields = {
  name: neededText(80),
  intro: optionalText(2000),
  capacity: count(1, 200),
  apply_from: dayText,
  apply_until: dayText,
  order: z.enum(runOrders),
  answer_days: count(1, 60),
  join_until: optionalCount(1, 200),
  languages: ticks.pipe(z.array(z.enum(runLanguages)).min(1)),
  provided: optionalText(1000),
  fee: optionalText(200),
  place: optionalText(200),
}

const contentOf = (typed: z.infer<z.ZodObject<typeof fields>>): RunContent => {
  const { apply_from, apply_until, answer_days, join_until, ...rest } = typed
  return { ...rest, applyFrom: apply_from, applyUntil: apply_until, answerDays: answer_days, joinUntil: join_until }
}

const inOrder = (locale: Locale) => ({
  check: (typed: { apply_from: string; apply_until: string }) => typed.apply_from <= typed.apply_until,
  said: { path: ['apply_until'], message: runWords[locale].windowWrong },
})

/** The editor of a run, as typed. */
export const runSchema = (locale: Locale) =>
  z.object(fields).refine(inOrder(locale).check, inOrder(locale).said).transform(contentOf)

const rhythmSchema = (locale: Locale) =>
  z
    .object({ first_on: optionalDay, from: optionalText(5), every_days: optionalCount(1, 400) })
    .refine((typed) => (typed.first_on === null) === (parseMinute(typed.from) === null), {
      path: ['first_on'],
      message: runWords[locale].rhythmWhole,
    })
    .transform(({ first_on, from, every_days }): Rhythm | null => {
      const fromMinute = parseMinute(from)
      if (first_on === null || fromMinute === null) return null
      return { firstOn: first_on, fromMinute, everyDays: every_days ?? 7 }
    })

/** A new run: what a run is, and the rhythm of its timetable where that is known. */
export const newRunSchema = (locale: Locale) =>
  z.unknown().transform((typed, ctx) => {
    const content = runSchema(locale).safeParse(typed)
    const rhythm = rhythmSchema(locale).safeParse(typed)
    for (const issue of [...(content.error?.issues ?? []), ...(rhythm.error?.issues ?? [])])
      ctx.addIssue({ ...issue } as never)
    return content.success && rhythm.success ? { content: content.data, rhythm: rhythm.data } : z.NEVER
  })

/** The same form filled with what is saved. */
export const typedRun = (run: Run): Record<string, string | string[]> => ({
  name: run.name,
  intro: run.intro,
  capacity: String(run.capacity),
  apply_from: run.applyFrom,
  apply_until: run.applyUntil,
  order: run.order,
  answer_days: String(run.answerDays),
  join_until: String(run.joinUntil ?? ''),
  languages: run.languages,
  provided: run.provided,
  fee: run.fee,
  place: run.place,
})

const link = (locale: Locale) =>
  optionalText(400).refine((typed) => typed === '' || safeUrl(typed) !== null, runWords[locale].linkWrong)

const whereFields = (locale: Locale) => ({
  mode: z.enum(sessionModes),
  place: optionalText(200),
  online_link: link(locale),
})
const contentFields = {
  title: neededText(80),
  topics: wordList(12),
  form: z.enum(sessionForms),
  taught_by: optionalText(80),
  material: optionalText(400),
  homework: optionalText(400),
  compulsory: optionalText(3),
}
const timeFields = { day: dayText, from: timeText, to: timeText }

const timeOf = (typed: { day: ReturnType<typeof day>; from: string; to: string }, zone: string) => ({
  startsAt: instantAt(typed.day, parseMinute(typed.from) ?? 0, zone),
  endsAt: instantAt(typed.day, parseMinute(typed.to) ?? 0, zone),
})

const ordered = (locale: Locale) => ({ path: ['to'], message: runWords[locale].timeWrong })
const isOrdered = (typed: { from: string; to: string }): boolean =>
  (parseMinute(typed.from) ?? 0) < (parseMinute(typed.to) ?? 0)

interface Sheet {
  title: string
  topics: string[]
  form: SessionContent['form']
  taught_by: string
  material: string
  homework: string
  compulsory: string
}

const contentOfSession = ({ taught_by, compulsory, ...rest }: Sheet) => ({
  ...rest,
  taughtBy: taught_by,
  compulsory: compulsory === 'yes',
})

/** A session that is added to a timetable. */
export const newSessionSchema = (locale: Locale, zone: string) =>
  z
    .object({
      no: count(1, 200),
      track: optionalText(80),
      ...contentFields,
      ...whereFields(locale),
      ...timeFields,
    })
    .refine(isOrdered, ordered(locale))
    .transform(({ online_link, day: on, from, to, no, track, mode, place, ...rest }): SessionContent & SessionTime => ({
      ...contentOfSession(rest),
      no,
      track: track === '' ? null : track,
      mode,
      place,
      onlineLink: online_link,
      ...timeOf({ day: on, from, to }, zone),
    }))

/** What is taught and where, without its time. */
export const sessionContentSchema = (locale: Locale) =>
  z.object({ ...contentFields, ...whereFields(locale) }).transform(({ online_link, mode, place, ...rest }) => ({
    ...contentOfSession(rest),
    mode,
    place,
    onlineLink: online_link,
  }))

/** Another time for a session. */
export const sessionTimeSchema = (locale: Locale, zone: string) =>
  z
    .object({ ...whereFields(locale), ...timeFields, reason: optionalText(400) })
    .refine(isOrdered, ordered(locale))
    .transform(({ online_link, day: on, from, to, ...rest }) => ({
      ...rest,
      onlineLink: online_link,
      ...timeOf({ day: on, from, to }, zone),
    }))

export const typedSession = (session: Session, zone: string): Record<string, string> => {
  const from = localOf(session.startsAt, zone)
  return {
    no: String(session.no),
    title: session.title,
    topics: session.topics.join('\n'),
    form: session.form,
    taught_by: session.taughtBy,
    material: session.material,
    homework: session.homework,
    compulsory: session.compulsory ? 'yes' : '',
    track: session.track ?? '',
    mode: session.mode,
    place: session.place,
    online_link: session.onlineLink,
    day: from.day,
    from: minuteText(from.minute),
    to: minuteText(localOf(session.endsAt, zone).minute),
  }
}

export const runLabels = (locale: Locale): Record<string, string> => runWords[locale].labels

export const sessionLabels = (locale: Locale): Record<string, string> => ({
  ...courseWords[locale].session,
  ...runWords[locale].session,
})
