import type { VNode } from 'preact'
import { Field, type FieldProps, fieldFacts } from './field.tsx'
import { listOf, valueOf } from './form-state.ts'
import { uiWords } from './words.ts'

interface InputProps extends FieldProps {
  autocomplete?: string | undefined
  maxlength?: number | undefined
}

interface Kind {
  type: TextFieldKind | 'number' | 'date' | 'time'
  inputmode?: 'numeric' | 'tel' | 'email' | 'url'
  min?: string | number
  max?: string | number
  step?: number | undefined
  list?: string | undefined
  narrow?: boolean | undefined
}

const Input = (props: { field: InputProps; kind: Kind }): VNode => {
  const { field, kind } = props
  const { id, describedBy, invalid } = fieldFacts(field)
  // Preact types an input for each type apart and does not take a union of them.
  const type = kind.type as 'text'
  return (
    <Field
      form={field.form}
      name={field.name}
      label={field.label}
      hint={field.hint}
      required={field.required ?? false}
      unmarked={field.unmarked ?? false}
      narrow={kind.narrow ?? false}
    >
      <input
        id={id}
        name={field.name}
        type={type}
        value={kind.type === 'password' ? undefined : valueOf(field.form, field.name)}
        inputmode={kind.inputmode}
        autocomplete={field.autocomplete ?? (kind.type === 'text' ? 'off' : undefined)}
        maxlength={field.maxlength}
        min={kind.min}
        max={kind.max}
        step={kind.step}
        list={kind.list}
        required={field.required}
        aria-describedby={describedBy}
        aria-invalid={invalid}
      />
    </Field>
  )
}

export type TextFieldKind = 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'

export const TextField = (
  props: InputProps & { type?: TextFieldKind | undefined; suggestions?: readonly string[] | undefined },
): VNode => {
  const type = props.type ?? 'text'
  const list = props.suggestions ? `${fieldFacts(props).id}-list` : undefined
  const mode = type === 'email' || type === 'tel' || type === 'url' ? { inputmode: type } : {}
  const input = <Input field={props} kind={{ type, ...mode, ...(list ? { list } : {}) }} />
  if (!props.suggestions) return input
  return (
    <>
      {input}
      <datalist id={list}>
        {props.suggestions.map((text) => (
          <option value={text} />
        ))}
      </datalist>
    </>
  )
}

export const NumberField = (props: InputProps & { min?: number | undefined; max?: number | undefined }): VNode => (
  <Input
    field={props}
    kind={{
      type: 'number',
      inputmode: 'numeric',
      narrow: true,
      ...(props.min === undefined ? {} : { min: props.min }),
      ...(props.max === undefined ? {} : { max: props.max }),
    }}
  />
)

export const DateField = (props: InputProps & { min?: string | undefined; max?: string | undefined }): VNode => (
  <Input
    field={props}
    kind={{
      type: 'date',
      narrow: true,
      ...(props.min ? { min: props.min } : {}),
      ...(props.max ? { max: props.max } : {}),
    }}
  />
)

export const TimeField = (props: InputProps): VNode => (
  <Input field={props} kind={{ type: 'time', narrow: true, step: 300 }} />
)

export const TextArea = (props: InputProps & { rows?: number | undefined }): VNode => {
  const { id, describedBy, invalid } = fieldFacts(props)
  return (
    <Field
      form={props.form}
      name={props.name}
      label={props.label}
      hint={props.hint}
      required={props.required ?? false}
      unmarked={props.unmarked ?? false}
    >
      <textarea
        id={id}
        name={props.name}
        rows={props.rows ?? 4}
        maxlength={props.maxlength}
        required={props.required}
        aria-describedby={describedBy}
        aria-invalid={invalid}
      >
        {valueOf(props.form, props.name)}
      </textarea>
    </Field>
  )
}

export interface Option {
  value: string
  label: string
}

export const Select = (
  props: FieldProps & { options: readonly Option[]; blank?: string | false | undefined },
): VNode => {
  const { id, describedBy, invalid } = fieldFacts(props)
  const chosen = listOf(props.form, props.name)[0] ?? ''
  return (
    <Field
      form={props.form}
      name={props.name}
      label={props.label}
      hint={props.hint}
      required={props.required ?? false}
      unmarked={props.unmarked ?? false}
    >
      <select id={id} name={props.name} required={props.required} aria-describedby={describedBy} aria-invalid={invalid}>
        {props.blank === false ? null : <option value="">{props.blank ?? uiWords[props.form.locale].choose}</option>}
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** `accept` as HTML has it: '.csv,text/csv'. The form around it must be `multipart`. */
export const FileField = (props: FieldProps & { accept: string }): VNode => {
  const { id, describedBy, invalid } = fieldFacts(props)
  return (
    <Field
      form={props.form}
      name={props.name}
      label={props.label}
      hint={props.hint}
      required={props.required ?? false}
      unmarked={props.unmarked ?? false}
    >
      <input
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        required={props.required}
        aria-describedby={describedBy}
        aria-invalid={invalid}
      />
    </Field>
  )
}
