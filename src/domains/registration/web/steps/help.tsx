import { ok } from '#kernel/result.ts'
import { TextArea } from '#ui/index.ts'
import type { CarePlan } from '../../core/sheet.ts'
import { stepWords } from '../step-words.ts'
import type { SheetStep } from './step.ts'

const parts = ['whatHelps', 'warningSigns', 'whomToCall', 'considerations'] as const satisfies (keyof CarePlan)[]

/** What helps, how one notices, whom to call. */
export const helpStep: SheetStep = {
  freeText: true,
  values: ({ carePlan }) => ({ ...carePlan }),
  fields: ({ form, facts }) => {
    const t = stepWords[facts.locale]
    return (
      <>
        {parts.map((part) => (
          <TextArea
            form={form}
            name={part}
            label={t[part]}
            hint={part === 'considerations' ? t.considerationsHint : undefined}
            unmarked
            maxlength={1000}
          />
        ))}
      </>
    )
  },
  read: (form) => {
    const text = (part: keyof CarePlan) => form.text(part).slice(0, 1000)
    const carePlan: CarePlan = {
      whatHelps: text('whatHelps'),
      warningSigns: text('warningSigns'),
      whomToCall: text('whomToCall'),
      considerations: text('considerations'),
    }
    return ok((sheet) => ({ ...sheet, carePlan }))
  },
  lines: ({ carePlan }, { locale }) =>
    parts.map((part) => ({ label: stepWords[locale][part], text: carePlan[part] })).filter((line) => line.text !== ''),
}
