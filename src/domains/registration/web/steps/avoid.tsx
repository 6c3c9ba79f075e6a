import { ok } from '#kernel/result.ts'
import { TextArea } from '#ui/index.ts'
import { linesOf } from '../../core/lines.ts'
import { type Avoidance, avoidanceKinds, type Sheet } from '../../core/sheet.ts'
import { stepWords } from '../step-words.ts'
import type { SheetStep } from './step.ts'

type Kind = Avoidance['kind']

const labelOf = { place: 'avoidPlaces', person: 'avoidPeople', free: 'avoidFree' } as const

const texts = (sheet: Sheet, kind: Kind): string =>
  sheet.avoidances
    .filter((one) => one.kind === kind)
    .map((one) => one.text)
    .join('\n')

/** Places and people that somebody would rather not meet. Lines that stay keep the record they were found to mean. */
export const avoidStep: SheetStep = {
  freeText: true,
  values: (sheet) => Object.fromEntries(avoidanceKinds.map((kind) => [kind, texts(sheet, kind)])),
  fields: ({ form, facts }) => {
    const t = stepWords[facts.locale]
    return (
      <>
        {avoidanceKinds.map((kind) => (
          <TextArea
            form={form}
            name={kind}
            label={t[labelOf[kind]]}
            hint={t.avoidHint}
            unmarked
            maxlength={800}
            rows={3}
          />
        ))}
      </>
    )
  },
  read: (form) => {
    const lines = avoidanceKinds.flatMap((kind) =>
      linesOf(form.text(kind).slice(0, 800)).map((text) => ({ kind, text })),
    )
    return ok((sheet) => ({
      ...sheet,
      avoidances: lines.map(
        (line) =>
          sheet.avoidances.find((one) => one.kind === line.kind && one.text === line.text) ?? {
            id: null,
            targetId: null,
            ...line,
          },
      ),
    }))
  },
  lines: (sheet, { locale }) =>
    avoidanceKinds
      .map((kind) => ({ label: stepWords[locale][labelOf[kind]], text: texts(sheet, kind) }))
      .filter((line) => line.text !== ''),
}
