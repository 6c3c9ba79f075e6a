import { z } from 'zod'
import { activityKinds } from '../core/activity-kinds.ts'
import type { Activity, ActivityDraft } from '../data/activities.ts'

const text = (max: number) => z.string().min(1).max(max)
const optionalCount = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.coerce.number().int().min(1).max(1000).nullable(),
)
const ticked = (name: string) => (flags: readonly string[]) => flags.includes(name)
const asList = (value: unknown) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value])

/** The editor of one thing on the menu, as typed. */
export const activitySchema = z
  .object({
    kind: z.enum(activityKinds),
    name_ja: text(60),
    name_en: text(80),
    name_easy: text(80),
    plain_ja: text(400),
    plain_en: text(600),
    plain_easy: text(600),
    minutes: z.coerce.number().int().min(10).max(600),
    listeners_max: optionalCount,
    recording: z.enum(['no', 'ask']),
    never_asked: z.string().max(200).default(''),
    flags: z.preprocess(asList, z.array(z.string())),
    sort: z.coerce.number().int().min(0).max(10_000),
  })
  .transform(
    (typed): ActivityDraft => ({
      kind: typed.kind,
      name: { ja: typed.name_ja, en: typed.name_en, easy: typed.name_easy },
      plain: { ja: typed.plain_ja, en: typed.plain_en, easy: typed.plain_easy },
      minutes: typed.minutes,
      listenersMax: typed.listeners_max,
      recording: typed.recording,
      neverAsked: typed.never_asked,
      companionRequired: ticked('companion_required')(typed.flags),
      accompaniesPerson: ticked('accompanies_person')(typed.flags),
      heavy: ticked('heavy')(typed.flags),
      publicMenu: ticked('public_menu')(typed.flags),
      sort: typed.sort,
    }),
  )

/** The same form filled with what is saved. */
export const typedActivity = (activity: Activity): Record<string, string | string[]> => ({
  kind: activity.kind,
  name_ja: activity.name.ja,
  name_en: activity.name.en,
  name_easy: activity.name.easy,
  plain_ja: activity.plain.ja,
  plain_en: activity.plain.en,
  plain_easy: activity.plain.easy,
  minutes: String(activity.minutes),
  listeners_max: activity.listenersMax === null ? '' : String(activity.listenersMax),
  recording: activity.recording,
  never_asked: activity.neverAsked,
  flags: [
    ...(activity.companionRequired ? ['companion_required'] : []),
    ...(activity.accompaniesPerson ? ['accompanies_person'] : []),
    ...(activity.heavy ? ['heavy'] : []),
    ...(activity.publicMenu ? ['public_menu'] : []),
  ],
  sort: String(activity.sort),
})
