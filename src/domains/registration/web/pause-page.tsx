import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { blankForm, DateField, Form, type FormState, Lead, Notice, Section, Small } from '#ui/index.ts'
import type { Pause } from '../core/pause.ts'
import { ownWords } from './own-words.ts'
import { pauseText } from './pause-notice.tsx'

interface Props {
  locale: Locale
  today: CalendarDay
  pause: Pause | null
  form: FormState
  pauseAction: string
  resumeAction: string
  token: () => string
  /** For staff: how they heard it. */
  told?: (form: FormState) => VNode
}

/** One press begins a break, one press ends it. The last day may be left out. */
export const PauseForms = (props: Props): VNode => {
  const { locale, pause, form, token } = props
  const t = ownWords[locale]
  // A refused form is shown where it was sent from; the other one stays blank.
  const resumeForm = form.id === 'resume' ? form : blankForm(locale, {}, 'resume')
  const pauseForm = form.id === 'resume' ? blankForm(locale) : form
  const when = (
    <>
      <Form
        action={props.pauseAction}
        token={token()}
        form={pauseForm}
        submit={pause ? t.pauseChange : t.pause}
        submitKind={pause ? 'secondary' : 'primary'}
      >
        <DateField
          form={pauseForm}
          name="until"
          label={t.pauseUntil}
          hint={t.pauseUntilHint}
          unmarked
          min={props.today}
        />
        {props.told?.(pauseForm)}
      </Form>
      <Small>{t.pauseAfter}</Small>
    </>
  )
  return (
    <>
      {pause && (
        <>
          <Notice tone="attention">{pauseText(pause, locale)}</Notice>
          <Form action={props.resumeAction} token={token()} form={resumeForm} submit={t.resume}>
            {props.told?.(resumeForm)}
          </Form>
          <Small>{t.resumeLead}</Small>
        </>
      )}
      {pause ? (
        <Section title={t.pauseChange}>{when}</Section>
      ) : (
        <>
          <Lead>{t.pauseLead}</Lead>
          {when}
        </>
      )}
    </>
  )
}
