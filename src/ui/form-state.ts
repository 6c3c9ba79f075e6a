import type { Locale } from '#platform/i18n/reader.ts'

/** One thing that is wrong with what was typed. `field` '' speaks of the whole form. */
export interface FieldError {
  field: string
  message: string
}

/** What a form shows: what was typed, and what is wrong with it. `id` tells two forms on one page apart. */
export interface FormState {
  locale: Locale
  values: Record<string, string | readonly string[]>
  errors: readonly FieldError[]
  id?: string
}

/** A form nobody has sent yet. */
export const blankForm = (locale: Locale, values: FormState['values'] = {}, id = ''): FormState => ({
  locale,
  values,
  errors: [],
  id,
})

/** The same form again with what was typed and what stands in the way. */
export const refusedForm = (
  locale: Locale,
  values: FormState['values'],
  errors: readonly FieldError[],
  id = '',
): FormState => ({ locale, values, errors, id })

export const fieldId = (form: FormState, name: string): string => `${form.id ? `${form.id}-` : ''}${name || 'form'}`

export const valueOf = (form: FormState, name: string): string => {
  const value = form.values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

export const listOf = (form: FormState, name: string): readonly string[] => {
  const value = form.values[name]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

export const errorOf = (form: FormState, name: string): string | null =>
  form.errors.find((error) => error.field === name)?.message ?? null
