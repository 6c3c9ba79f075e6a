import { z } from 'zod'
import { type Condition, type MakeUpRule, makeUpWays } from '../core/completion.ts'
import type { Prerequisite } from '../core/prerequisites.ts'

const numbers = z.array(z.int().min(1)).min(1)

/** What completing asks for, as it lies in the database; core/completion.ts judges by it. */
export const completionSchema: z.ZodType<Condition[]> = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all') }),
    z.object({ kind: z.literal('at_least'), k: z.int().min(1) }),
    z.object({ kind: z.literal('named'), nos: numbers }),
    z.object({ kind: z.literal('homework'), nos: numbers }),
    z.object({ kind: z.literal('practicum'), days: z.int().min(1) }),
  ]),
)

/** How many missed sessions can be made up, within how many days (null: until the run ends), in which ways. */
export const makeUpSchema: z.ZodType<MakeUpRule> = z.object({
  most: z.int().min(0),
  within_days: z.int().min(1).nullable(),
  ways: z.array(z.enum(makeUpWays)),
})

export const courseKinds = ['basic', 'advanced', 'follow_up', 'host'] as const
export type CourseKind = (typeof courseKinds)[number]

/** What has to be true before somebody applies; core/prerequisites.ts says what is missing. */
export const prerequisitesSchema: z.ZodType<Prerequisite[]> = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('taster') }),
    z.object({ kind: z.literal('registered') }),
    z.object({ kind: z.literal('completed'), course: z.enum(courseKinds) }),
  ]),
)
