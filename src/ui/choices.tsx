import type { ComponentChildren, VNode } from 'preact'
import { ChoiceField, type FieldProps, fieldFacts } from './field.tsx'
import { errorOf, listOf } from './form-state.ts'
import { Face, type FaceKind } from './face.tsx'
import { uiWords } from './words.ts'

export interface Choice {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
}

interface ChoicesProps extends FieldProps {
  choices: readonly Choice[]
  /** Short choices side by side. */
  inline?: boolean | undefined
}

const Choices = (props: { field: ChoicesProps; type: 'radio' | 'checkbox' }): VNode => {
  const { field, type } = props
  const { id } = fieldFacts(field)
  const chosen = listOf(field.form, field.name)
  const error = errorOf(field.form, field.name)
  return (
    <ChoiceField
      form={field.form}
      name={field.name}
      label={field.label}
      hint={field.hint}
      required={field.required ?? false}
      unmarked={field.unmarked ?? false}
      kind={field.inline ? 'inline' : ''}
    >
      {field.choices.map((choice, index) => (
        <label class="choice">
          <input
            type={type}
            name={field.name}
            value={choice.value}
            id={index === 0 ? id : undefined}
            checked={chosen.includes(choice.value)}
            required={type === 'radio' ? field.required : undefined}
            aria-invalid={error ? true : undefined}
          />
          <span>
            {choice.label}
            {choice.hint ? <span class="choice-hint">{choice.hint}</span> : null}
          </span>
        </label>
      ))}
    </ChoiceField>
  )
}

export const Radios = (props: ChoicesProps): VNode => <Choices field={props} type="radio" />

export const Checkboxes = (props: ChoicesProps): VNode => <Choices field={props} type="checkbox" />

/** A single yes that stands alone, with value 'yes'. */
export const Checkbox = (props: {
  form: FieldProps['form']
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
}): VNode => {
  const error = errorOf(props.form, props.name)
  const { id, describedBy } = fieldFacts(props)
  return (
    <div class={error ? 'field single wrong' : 'field single'}>
      {error ? (
        <p class="error" id={`${id}-error`}>
          <span class="sr">{uiWords[props.form.locale].errorAria}</span>
          {error}
        </p>
      ) : null}
      <label class="choice">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          value="yes"
          checked={listOf(props.form, props.name).includes('yes')}
          aria-describedby={error ? describedBy : undefined}
        />
        <span>
          {props.label}
          {props.hint ? <span class="choice-hint">{props.hint}</span> : null}
        </span>
      </label>
    </div>
  )
}

export interface FaceChoice {
  value: string
  face: FaceKind
  label: ComponentChildren
}

/** How somebody feels: faces with words, which may be left unanswered. */
export const Faces = (props: FieldProps & { faces: readonly FaceChoice[] }): VNode => {
  const { id } = fieldFacts(props)
  const chosen = listOf(props.form, props.name)[0] ?? ''
  const choices = [...props.faces, { value: '', face: null, label: uiWords[props.form.locale].facesSkip }]
  return (
    <ChoiceField form={props.form} name={props.name} label={props.label} hint={props.hint} unmarked kind="faces">
      {choices.map((choice, index) => (
        <label class={choice.face ? 'face' : 'face no-answer'}>
          <input
            type="radio"
            name={props.name}
            value={choice.value}
            id={index === 0 ? id : undefined}
            checked={chosen === choice.value}
          />
          {choice.face ? <Face kind={choice.face} /> : null}
          <span>{choice.label}</span>
        </label>
      ))}
    </ChoiceField>
  )
}
