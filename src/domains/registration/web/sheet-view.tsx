import type { VNode } from 'preact'
import { DefinitionList, LinkButton, OwnWords, Section } from '#ui/index.ts'
import type { Sheet } from '../core/sheet.ts'
import type { StepName } from '../core/sheet-steps.ts'
import { stepWords } from './step-words.ts'
import { sheetSteps } from './steps/all.ts'
import type { StepFacts } from './steps/step.ts'

interface Props {
  sheet: Sheet
  steps: readonly StepName[]
  facts: StepFacts
  /** Where a page of the sheet is changed; null: it is only read. */
  edit: ((step: StepName) => { href: string; text: string }) | null
}

/** A sheet, page by page, in words. */
export const SheetView = (props: Props): VNode => (
  <>
    {props.steps.map((step) => (
      <SheetPart step={step} view={props} />
    ))}
  </>
)

const SheetPart = ({ step, view }: { step: StepName; view: Props }): VNode => {
  const t = stepWords[view.facts.locale]
  const lines = sheetSteps[step].lines(view.sheet, view.facts)
  const edit = view.edit?.(step)
  return (
    <Section title={t.steps[step]}>
      {lines.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <DefinitionList items={lines.map(({ label, text }) => ({ term: label, value: <OwnWords text={text} /> }))} />
      )}
      {edit && <LinkButton href={edit.href}>{edit.text}</LinkButton>}
    </Section>
  )
}
