import type { Locale } from '#platform/i18n/reader.ts'
import { blankForm, type FormState, refusedForm, type Tone } from '#ui/index.ts'
import type { SeenPracticum } from '../actions/see-practicum.ts'
import type { PracticumStatus } from '../core/practicum-status.ts'

export const practicumTone: Record<PracticumStatus, Tone> = {
  proposed: 'waiting',
  agreed: 'good',
  done: 'ended',
  cancelled: 'ended',
}

/** Whose eyes look: it decides which forms stand there. */
export type Looking = 'trainee' | 'place' | 'coordinator' | 'staff'

export interface PracticumPageProps {
  locale: Locale
  zone: string
  now: Date
  practicum: SeenPracticum
  as: Looking
  /** What was refused, by the form it belongs to. */
  refused: { id: string; form: FormState } | null
  token: () => string
  crisis: { text: string; phone: string; hours: string }
}

/** What was typed into this form before it was refused, or `values`. */
export const formOf = (page: PracticumPageProps, id: string, values: FormState['values'] = {}): FormState =>
  page.refused?.id === id
    ? refusedForm(page.locale, page.refused.form.values, page.refused.form.errors, id)
    : blankForm(page.locale, values, id)
