import { z } from 'zod'
import type { Locale } from '#platform/i18n/reader.ts'
import type { CourseLine } from '../actions/save-course.ts'
import { type Condition, makeUpWays } from '../core/completion.ts'
import type { Prerequisite } from '../core/prerequisites.ts'
import {
  type Course,
  type CourseContent,
  type CourseKind,
  courseKinds,
  type CourseSession,
  sessionForms,
  sessionModes,
} from '../data/courses.ts'
import { courseWords } from './course-words.ts'
import { count, neededText, numberList, optionalCount, optionalText, ticks, wordList } from './form-values.ts'

/** What may be asked of whoever applies, as the choices of the form. */
export const prerequisiteChoices = [
  'taster',
  'registered',
  ...courseKinds.map((kind) => `completed_${kind}` as const),
] as const
type PrerequisiteChoice = (typeof prerequisiteChoices)[number]

const prerequisiteOf = (choice: PrerequisiteChoice): Prerequisite =>
  choice === 'taster' || choice === 'registered'
    ? { kind: choice }
    : { kind: 'completed', course: choice.slice('completed_'.length) as CourseKind }

/** The editor of a course, as typed. */
export const courseSchema = z
  .object({
    kind: z.enum(courseKinds),
    name_ja: neededText(60),
    name_easy: neededText(80),
    name_en: neededText(80),
    plain_ja: neededText(600),
    plain_easy: neededText(800),
    plain_en: neededText(800),
    tracks: wordList(6),
    prerequisites: ticks.pipe(z.array(z.enum(prerequisiteChoices))),
    in_pairs: optionalText(3),
    all: optionalText(3),
    at_least: optionalCount(1, 200),
    named: numberList,
    homework: numberList,
    practicum: optionalCount(1, 100),
    most: count(0, 50),
    within_days: optionalCount(1, 1000),
    ways: ticks.pipe(z.array(z.enum(makeUpWays))),
    sort: count(0, 10_000),
  })
  .transform(
    (typed): CourseContent => ({
      kind: typed.kind,
      name: { ja: typed.name_ja, en: typed.name_en, easy: typed.name_easy },
      plain: { ja: typed.plain_ja, en: typed.plain_en, easy: typed.plain_easy },
      tracks: typed.tracks,
      completion: conditionsOf(typed),
      makeUp: { most: typed.most, within_days: typed.within_days, ways: typed.ways },
      prerequisites: typed.prerequisites.map(prerequisiteOf),
      inPairs: typed.in_pairs === 'yes',
      sort: typed.sort,
    }),
  )

const conditionsOf = (typed: {
  all: string
  at_least: number | null
  named: number[]
  homework: number[]
  practicum: number | null
}): Condition[] => [
  ...(typed.all === 'yes' ? [{ kind: 'all' as const }] : []),
  ...(typed.at_least === null ? [] : [{ kind: 'at_least' as const, k: typed.at_least }]),
  ...(typed.named.length === 0 ? [] : [{ kind: 'named' as const, nos: typed.named }]),
  ...(typed.homework.length === 0 ? [] : [{ kind: 'homework' as const, nos: typed.homework }]),
  ...(typed.practicum === null ? [] : [{ kind: 'practicum' as const, days: typed.practicum }]),
]

/** The same form filled with what is saved. */
export const typedCourse = (course: Course): Record<string, string | string[]> => {
  const rule = <K extends Condition['kind']>(kind: K) =>
    course.completion.find((one): one is Extract<Condition, { kind: K }> => one.kind === kind)
  return {
    kind: course.kind,
    name_ja: course.name.ja,
    name_easy: course.name.easy,
    name_en: course.name.en,
    plain_ja: course.plain.ja,
    plain_easy: course.plain.easy,
    plain_en: course.plain.en,
    tracks: course.tracks.join('\n'),
    prerequisites: course.prerequisites.map((one) => (one.kind === 'completed' ? `completed_${one.course}` : one.kind)),
    in_pairs: course.inPairs ? 'yes' : '',
    all: rule('all') ? 'yes' : '',
    at_least: String(rule('at_least')?.k ?? ''),
    named: rule('named')?.nos.join('、') ?? '',
    homework: rule('homework')?.nos.join('、') ?? '',
    practicum: String(rule('practicum')?.days ?? ''),
    most: String(course.makeUp.most),
    within_days: String(course.makeUp.within_days ?? ''),
    ways: course.makeUp.ways,
    sort: String(course.sort),
  }
}

/** One line of the curriculum, as typed. */
export const courseLineSchema = z
  .object({
    no: count(1, 200),
    title: neededText(80),
    topics: wordList(12),
    minutes: count(10, 600),
    form: z.enum(sessionForms),
    taught_by: optionalText(80),
    material: optionalText(400),
    mode: z.enum(sessionModes),
    track: optionalText(80),
    compulsory: optionalText(3),
    homework: optionalText(400),
  })
  .transform(
    ({ taught_by, ...typed }): CourseLine => ({
      ...typed,
      taughtBy: taught_by,
      track: typed.track === '' ? null : typed.track,
      compulsory: typed.compulsory === 'yes',
    }),
  )

export const typedLine = (line: CourseSession): Record<string, string> => ({
  no: String(line.no),
  title: line.title,
  topics: line.topics.join('\n'),
  minutes: String(line.minutes),
  form: line.form,
  taught_by: line.taughtBy,
  material: line.material,
  mode: line.mode,
  track: line.track ?? '',
  compulsory: line.compulsory ? 'yes' : '',
  homework: line.homework,
})

export const courseLabels = (locale: Locale): Record<string, string> => courseWords[locale].labels

export const lineLabels = (locale: Locale): Record<string, string> => courseWords[locale].session
