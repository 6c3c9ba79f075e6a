import { ok } from '#kernel/result.ts'
import { Checkboxes, Select, TextField } from '#ui/index.ts'
import { stepWords } from '../step-words.ts'
import type { SheetStep } from './step.ts'

const choices = [15, 30, 45, 60, 90, 120, 180]

/** Where somebody starts from, how far they go, and how they take part. */
export const travelStep: SheetStep = {
  freeText: false,
  values: ({ town, maxTravelMinutes, inPerson, online }) => ({
    town,
    travel: String(maxTravelMinutes),
    how: [...(inPerson ? ['in_person'] : []), ...(online ? ['online'] : [])],
  }),
  fields: ({ form, facts, sheet }) => {
    const t = stepWords[facts.locale]
    const minutes = [...new Set([...choices, sheet.maxTravelMinutes])].toSorted((a, b) => a - b)
    return (
      <>
        <TextField
          form={form}
          name="town"
          label={t.town}
          hint={t.townHint}
          unmarked
          maxlength={40}
          suggestions={facts.towns}
        />
        <Select
          form={form}
          name="travel"
          label={t.travel}
          unmarked
          blank={false}
          options={minutes.map((n) => ({ value: String(n), label: t.minutes(n) }))}
        />
        <Checkboxes
          form={form}
          name="how"
          label={t.how}
          unmarked
          choices={[
            { value: 'in_person', label: t.inPerson },
            { value: 'online', label: t.online },
          ]}
        />
      </>
    )
  },
  read: (form) => {
    const how = form.list('how')
    const typed = Math.trunc(Number(form.text('travel')))
    return ok((sheet) => ({
      ...sheet,
      town: form.text('town').slice(0, 40),
      maxTravelMinutes: typed >= 0 && typed <= 300 ? typed : sheet.maxTravelMinutes,
      inPerson: how.includes('in_person'),
      online: how.includes('online'),
    }))
  },
  lines: (sheet, { locale }) => {
    const t = stepWords[locale]
    const how = [...(sheet.inPerson ? [t.inPerson] : []), ...(sheet.online ? [t.online] : [])]
    return [
      { label: t.town, text: sheet.town || t.unsaid },
      { label: t.travel, text: t.minutes(sheet.maxTravelMinutes) },
      { label: t.how, text: how.join('\n') || t.unsaid },
    ]
  },
}
