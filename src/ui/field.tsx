import type { ComponentChildren, VNode } from 'preact'
import { type FormState, errorOf, fieldId } from './form-state.ts'
import { uiWords } from './words.ts'

/** What every field takes. */
export interface FieldProps {
  form: FormState
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  required?: boolean | undefined
  /** Shows neither 'required' nor 'optional': for pages where everything may be left out. */
  unmarked?: boolean | undefined
}

export interface FieldFacts {
  id: string
  describedBy: string | undefined
  invalid: boolean | undefined
}

export const fieldFacts = (props: FieldProps): FieldFacts => {
  const id = fieldId(props.form, props.name)
  const invalid = errorOf(props.form, props.name) !== null
  const described = [props.hint ? `${id}-hint` : '', invalid ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, describedBy: described || undefined, invalid: invalid || undefined }
}

/** 'required' or 'optional', in words. */
export const Mark = (props: FieldProps): VNode | null => {
  if (props.unmarked) return null
  const t = uiWords[props.form.locale]
  return props.required ? <span class="need required">{t.required}</span> : <span class="need">{t.optional}</span>
}

export const FieldNotes = (props: FieldProps): VNode => {
  const { id } = fieldFacts(props)
  const error = errorOf(props.form, props.name)
  return (
    <>
      {props.hint ? (
        <p class="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      ) : null}
      {error ? (
        <p class="error" id={`${id}-error`}>
          <span class="sr">{uiWords[props.form.locale].errorAria}</span>
          {error}
        </p>
      ) : null}
    </>
  )
}

/** Label, hint and error around one input. */
export const Field = (props: FieldProps & { children: VNode; narrow?: boolean | undefined }): VNode => {
  const { id, invalid } = fieldFacts(props)
  return (
    <div class={`field${invalid ? ' wrong' : ''}${props.narrow ? ' narrow' : ''}`}>
      <label for={id}>
        <span>{props.label}</span> <Mark {...markOf(props)} />
      </label>
      <FieldNotes {...markOf(props)} />
      {props.children}
    </div>
  )
}

/** Several choices under one legend. The first choice carries the id that the error summary leads to. */
export const ChoiceField = (props: FieldProps & { children: ComponentChildren; kind?: string | undefined }): VNode => {
  const { describedBy, invalid } = fieldFacts(props)
  return (
    <fieldset class={`field choices ${props.kind ?? ''}${invalid ? ' wrong' : ''}`} aria-describedby={describedBy}>
      <legend>
        <span>{props.label}</span> <Mark {...markOf(props)} />
      </legend>
      <FieldNotes {...markOf(props)} />
      {props.children}
    </fieldset>
  )
}

const markOf = (props: FieldProps): FieldProps => ({
  form: props.form,
  name: props.name,
  label: props.label,
  hint: props.hint,
  required: props.required ?? false,
  unmarked: props.unmarked ?? false,
})
