import { ok } from '#kernel/result.ts'
import { Radios } from '#ui/index.ts'
import { type WishLevel, wishLevels } from '../../core/sheet.ts'
import { stepWords } from '../step-words.ts'
import type { SheetStep } from './step.ts'

const fieldOf = (activityId: string): string => `wish_${activityId}`

/** Want, can, perhaps some day, do not want: for each activity of the menu. */
export const wishesStep: SheetStep = {
  freeText: false,
  values: (sheet, { activities }) =>
    Object.fromEntries(activities.map(({ id }) => [fieldOf(id), sheet.wishes[id] ?? 'unsaid'])),
  fields: ({ form, facts }) => {
    const t = stepWords[facts.locale]
    return (
      <>
        {facts.activities.map((activity) => (
          <Radios
            form={form}
            name={fieldOf(activity.id)}
            label={activity.name[facts.locale]}
            hint={activity.plain[facts.locale]}
            unmarked
            inline
            choices={[...wishLevels, 'unsaid' as const].map((value) => ({ value, label: t.levels[value] }))}
          />
        ))}
      </>
    )
  },
  read: (form, { activities }) => {
    const said = activities.map(({ id }) => [id, levelOf(form.text(fieldOf(id)))] as const)
    return ok((sheet) => ({ ...sheet, wishes: withSaid(sheet.wishes, said) }))
  },
  lines: (sheet, { activities, locale }) => {
    const t = stepWords[locale]
    return wishLevels.flatMap((level) => {
      const names = activities.filter(({ id }) => sheet.wishes[id] === level).map(({ name }) => name[locale])
      return names.length > 0 ? [{ label: t.levels[level], text: names.join('\n') }] : []
    })
  },
}

const levelOf = (text: string): WishLevel | null => wishLevels.find((level) => level === text) ?? null

// What was said about activities that have left the menu stays as it is.
const withSaid = (
  before: Readonly<Record<string, WishLevel>>,
  said: readonly (readonly [string, WishLevel | null])[],
): Record<string, WishLevel> => {
  const asked = new Set(said.map(([id]) => id))
  const all = [
    ...Object.entries(before).filter(([id]) => !asked.has(id)),
    ...said.flatMap(([id, level]) => (level ? [[id, level] as const] : [])),
  ]
  return Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
