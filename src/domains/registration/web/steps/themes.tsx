import { ok } from '#kernel/result.ts'
import { TextArea } from '#ui/index.ts'
import { linesOf } from '../../core/lines.ts'
import type { Sheet, Stance } from '../../core/sheet.ts'
import { stepWords } from '../step-words.ts'
import type { SheetStep } from './step.ts'

const withStance = (sheet: Sheet, stance: Stance): string[] =>
  Object.entries(sheet.themes).flatMap(([theme, one]) => (one === stance ? [theme] : []))

/** Themes one will speak about, and those one will not. */
export const themesStep: SheetStep = {
  freeText: false,
  values: (sheet) => ({
    speak: withStance(sheet, 'speak').join('\n'),
    not_speak: withStance(sheet, 'not').join('\n'),
  }),
  fields: ({ form, facts }) => {
    const t = stepWords[facts.locale]
    return (
      <>
        <TextArea form={form} name="speak" label={t.speak} hint={t.themesHint} unmarked maxlength={600} />
        <TextArea form={form} name="not_speak" label={t.notSpeak} unmarked maxlength={600} />
      </>
    )
  },
  read: (form) => {
    const lines = (name: string) => linesOf(form.text(name).slice(0, 600)).map((line) => line.slice(0, 60))
    // Who writes a theme on both sides would rather not speak about it.
    const themes = new Map<string, Stance>([
      ...lines('speak').map((line) => [line, 'speak'] as const),
      ...lines('not_speak').map((line) => [line, 'not'] as const),
    ])
    return ok((sheet) => ({
      ...sheet,
      themes: Object.fromEntries([...themes].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    }))
  },
  lines: (sheet, { locale }) => {
    const t = stepWords[locale]
    return [
      { label: t.speak, text: withStance(sheet, 'speak').join('\n') },
      { label: t.notSpeak, text: withStance(sheet, 'not').join('\n') },
    ].filter((line) => line.text !== '')
  },
}
