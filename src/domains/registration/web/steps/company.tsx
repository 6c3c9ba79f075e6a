import { no, ok } from '#kernel/result.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Checkboxes, Radios, TextArea } from '#ui/index.ts'
import { experiences, genders } from '../../core/sheet.ts'
import { stepWords } from '../step-words.ts'
import type { SheetStep } from './step.ts'

type Language = keyof (typeof stepWords)['ja']['languageNames']

const languagesIn = (locale: Locale): Language[] => Object.keys(stepWords[locale].languageNames) as Language[]

/** With whom, in which languages; gender only where it is offered. */
export const companyStep: SheetStep = {
  freeText: false,
  values: (sheet) => ({
    company: sheet.company,
    languages: sheet.languages,
    gender: sheet.gender ?? 'unsaid',
    experience: sheet.experience,
  }),
  fields: ({ form, facts }) => {
    const t = stepWords[facts.locale]
    return (
      <>
        <TextArea form={form} name="company" label={t.company} hint={t.companyHint} unmarked maxlength={400} rows={3} />
        <Checkboxes
          form={form}
          name="languages"
          label={t.languages}
          unmarked
          inline
          choices={languagesIn(facts.locale).map((value) => ({ value, label: t.languageNames[value] }))}
        />
        <Radios
          form={form}
          name="experience"
          label={t.experience}
          unmarked
          choices={experiences.map((value) => ({ value, label: t.experiences[value] }))}
        />
        <Radios
          form={form}
          name="gender"
          label={t.gender}
          hint={t.genderHint}
          unmarked
          inline
          choices={[...genders, 'unsaid' as const].map((value) => ({ value, label: t.genders[value] }))}
        />
      </>
    )
  },
  read: (form, { locale }) => {
    const languages = languagesIn(locale).filter((one) => form.list('languages').includes(one))
    if (languages.length === 0) return no([{ field: 'languages', message: stepWords[locale].languagesNeeded }])
    return ok((sheet) => ({
      ...sheet,
      company: form.text('company').slice(0, 400),
      languages,
      gender: genders.find((one) => one === form.text('gender')) ?? null,
      experience: experiences.find((one) => one === form.text('experience')) ?? sheet.experience,
    }))
  },
  lines: (sheet, { locale }) => {
    const t = stepWords[locale]
    const names = languagesIn(locale).filter((one) => sheet.languages.includes(one))
    return [
      { label: t.company, text: sheet.company },
      { label: t.languages, text: names.map((one) => t.languageNames[one]).join('\n') },
      { label: t.experience, text: t.experiences[sheet.experience] },
      { label: t.gender, text: sheet.gender ? t.genders[sheet.gender] : '' },
    ].filter((line) => line.text !== '')
  },
}
