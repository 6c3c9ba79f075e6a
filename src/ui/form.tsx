import type { ComponentChildren, VNode } from 'preact'
import { Button, type ButtonKind } from './actions.tsx'
import { formNames } from './form-names.ts'
import { type FormState, fieldId } from './form-state.ts'
import { uiWords } from './words.ts'

/** A form with its token, its error summary and its button. */
export const Form = (props: {
  action: string
  token: string
  form: FormState
  children: ComponentChildren
  submit: ComponentChildren
  submitKind?: ButtonKind | undefined
  /** Version of the record that is being edited: a stale edit is refused with both shown. */
  version?: number | undefined
  /** Where the script asks what a choice would do, for the page's part that is marked `data-answer`. */
  ask?: string | undefined
  /** More buttons beside the first. */
  more?: ComponentChildren
  multipart?: boolean | undefined
}): VNode => (
  <form
    class="form"
    method="post"
    action={props.action}
    id={props.form.id || undefined}
    enctype={props.multipart ? 'multipart/form-data' : undefined}
    data-ask={props.ask}
    novalidate
  >
    <ErrorSummary form={props.form} />
    <input type="hidden" name={formNames.token} value={props.token} />
    {props.version === undefined ? null : <input type="hidden" name={formNames.version} value={props.version} />}
    {props.children}
    <div class="actions">
      <Button kind={props.submitKind ?? 'primary'}>{props.submit}</Button>
      {props.more ?? null}
    </div>
  </form>
)

/** A form that only looks something up: GET, no token. */
export const FilterForm = (props: {
  action: string
  children: ComponentChildren
  submit: ComponentChildren
}): VNode => (
  <form class="filter" method="get" action={props.action}>
    {props.children}
    <Button kind="secondary">{props.submit}</Button>
  </form>
)

/** What to look at again, with a way to each field. Takes the focus when the page opens. */
export const ErrorSummary = (props: { form: FormState }): VNode | null => {
  const { errors, locale } = props.form
  if (errors.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus>
      <h2>{uiWords[locale].errorTitle(errors.length)}</h2>
      <ul>
        {errors.map((error) => (
          <li>{error.field ? <a href={`#${fieldId(props.form, error.field)}`}>{error.message}</a> : error.message}</li>
        ))}
      </ul>
    </div>
  )
}

export const Hidden = (props: { name: string; value: string | number }): VNode => (
  <input type="hidden" name={props.name} value={props.value} />
)

/** Fields that belong together under one heading. */
export const FieldGroup = (props: {
  legend: ComponentChildren
  children: ComponentChildren
  hint?: ComponentChildren
}): VNode => (
  <fieldset class="group">
    <legend>{props.legend}</legend>
    {props.hint ? <p class="hint">{props.hint}</p> : null}
    {props.children}
  </fieldset>
)

/** Fields side by side where there is room. */
export const FieldRow = (props: { children: ComponentChildren }): VNode => <div class="field-row">{props.children}</div>
