import { z } from 'zod'
import { no, ok } from '#kernel/result.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Select } from '#ui/index.ts'
import { stepWords } from '../step-words.ts'
import type { SheetStep } from './step.ts'

const upTo = (most: number, from = 0): number[] => Array.from({ length: most - from + 1 }, (_, i) => i + from)

const schema = z.object({
  wished: z.coerce.number().int().min(0).max(31),
  per_week: z.coerce.number().int().min(0).max(7),
  per_month: z.coerce.number().int().min(0).max(31),
  rest: z.coerce.number().int().min(0).max(60),
})

const labels = (locale: Locale): Record<keyof z.infer<typeof schema>, string> => {
  const t = stepWords[locale]
  return { wished: t.wished, per_week: t.perWeek, per_month: t.perMonth, rest: t.rest }
}

/** How many chances one would like, how much is enough, and rest. */
export const limitsStep: SheetStep = {
  freeText: false,
  values: ({ wishedPerMonth, limits }) => ({
    wished: String(wishedPerMonth),
    per_week: String(limits.perWeek),
    per_month: String(limits.perMonth),
    rest: String(limits.restDays),
  }),
  fields: ({ form, facts, sheet }) => {
    const t = stepWords[facts.locale]
    const choices = (numbers: readonly number[], now: number, text: (n: number) => string) =>
      [...new Set([...numbers, now])].toSorted((a, b) => a - b).map((n) => ({ value: String(n), label: text(n) }))
    const field = (name: keyof z.infer<typeof schema>, options: ReturnType<typeof choices>) => (
      <Select form={form} name={name} label={labels(facts.locale)[name]} unmarked blank={false} options={options} />
    )
    return (
      <>
        {field('wished', choices(upTo(12), sheet.wishedPerMonth, t.times))}
        {field('per_week', choices(upTo(7), sheet.limits.perWeek, t.times))}
        {field('per_month', choices(upTo(20), sheet.limits.perMonth, t.times))}
        {field('rest', choices([...upTo(7), 10, 14, 21, 28], sheet.limits.restDays, t.restDays))}
      </>
    )
  },
  read: (form, { locale }) => {
    const typed = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, form.text(name) || undefined]))
    const parsed = schema.safeParse(typed)
    if (!parsed.success) return no(formErrors(parsed.error, labels(locale), locale))
    const { wished, per_week: perWeek, per_month: perMonth, rest: restDays } = parsed.data
    return ok((sheet) => ({ ...sheet, wishedPerMonth: wished, limits: { perWeek, perMonth, restDays } }))
  },
  lines: ({ wishedPerMonth, limits }, { locale }) => {
    const t = stepWords[locale]
    return [
      { label: t.wished, text: t.times(wishedPerMonth) },
      { label: t.perWeek, text: t.times(limits.perWeek) },
      { label: t.perMonth, text: t.times(limits.perMonth) },
      { label: t.rest, text: t.restDays(limits.restDays) },
    ]
  },
}
