import type { ComponentChildren, VNode } from 'preact'
import { type Call, page, type Reply } from '#platform/http/call.ts'
import {
  BackLink,
  Button,
  CrisisCard,
  Form,
  type FormState,
  Heading,
  Lead,
  StaleEdit,
  type StaleField,
} from '#ui/index.ts'
import type { Sheet } from '../core/sheet.ts'
import type { StepName } from '../core/sheet-steps.ts'
import { stepAfter } from '../core/sheet-steps.ts'
import { ownWords } from './own-words.ts'
import { stepWords } from './step-words.ts'
import { sheetSteps } from './steps/all.ts'
import type { StepFacts } from './steps/step.ts'

export interface StepShown {
  step: StepName
  facts: StepFacts
  sheet: Sheet
  version: number
  form: FormState
  action: string
  back: { href: string; text: string }
  above?: string
  /** For staff: how they heard it. */
  told?: ComponentChildren
  stale?: readonly StaleField[]
  status?: number
}

/** One page of a sheet as a form, the same for the person and for staff who write down what they were told. */
export const stepPage = (call: Call, shown: StepShown): Reply => {
  const title = stepWords[call.reader.locale].steps[shown.step]
  return page(title, <StepPage call={call} shown={shown} title={title} />, { status: shown.status ?? 200 })
}

const StepPage = ({ call, shown, title }: { call: Call; shown: StepShown; title: string }): VNode => {
  const { locale } = call.reader
  const t = ownWords[locale]
  const step = sheetSteps[shown.step]
  return (
    <>
      <BackLink href={shown.back.href}>{shown.back.text}</BackLink>
      <Heading above={shown.above}>{title}</Heading>
      <Lead>{stepWords[locale].leads[shown.step]}</Lead>
      {step.freeText && (
        <CrisisCard
          locale={locale}
          text={call.programme.crisisCard}
          phone={call.programme.contactPhone}
          hours={call.programme.contactHours}
        />
      )}
      {shown.stale && <StaleEdit locale={locale} fields={shown.stale} />}
      <Form
        action={shown.action}
        token={call.formToken()}
        version={shown.version}
        form={shown.form}
        submit={t.save}
        more={
          !shown.told &&
          stepAfter(shown.step) && (
            <Button kind="secondary" name="go" value="next">
              {t.saveAndNext}
            </Button>
          )
        }
      >
        {step.fields({ form: shown.form, facts: shown.facts, sheet: shown.sheet })}
        {shown.told}
      </Form>
    </>
  )
}

/** What was typed beside what stands there now, line by line. */
export const sideBySide = (step: StepName, mine: Sheet, theirs: Sheet, facts: StepFacts): StaleField[] => {
  const lines = (sheet: Sheet) =>
    new Map(sheetSteps[step].lines(sheet, facts).map(({ label, text }) => [label, text] as const))
  const [own, other] = [lines(mine), lines(theirs)]
  return [...new Set([...own.keys(), ...other.keys()])].map((label) => ({
    label,
    mine: own.get(label) ?? '',
    theirs: other.get(label) ?? '',
  }))
}
