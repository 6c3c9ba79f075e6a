import type { VNode } from 'preact'
import type { Activity } from '#domains/programme/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Result } from '#kernel/result.ts'
import type { FormInput } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { FieldError, FormState } from '#ui/index.ts'
import type { Sheet } from '../../core/sheet.ts'

/** What the pages need besides the sheet. */
export interface StepFacts {
  locale: Locale
  today: CalendarDay
  activities: readonly Activity[]
  towns: readonly string[]
}

/** A line of the sheet in words: for the overview, and for two versions side by side. */
export interface SheetLine {
  label: string
  text: string
}

/** One page of the sheet: how it is filled, read and told again. */
export interface SheetStep {
  values(sheet: Sheet, facts: StepFacts): FormState['values']
  fields(props: { form: FormState; facts: StepFacts; sheet: Sheet }): VNode
  read(form: Pick<FormInput, 'text' | 'list'>, facts: StepFacts): Result<(sheet: Sheet) => Sheet, FieldError[]>
  lines(sheet: Sheet, facts: StepFacts): SheetLine[]
  /** Free text is asked for: the card with numbers to call stands beside it. */
  freeText: boolean
}
