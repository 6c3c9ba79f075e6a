import type { VNode } from 'preact'
import { type Called, ConsentFields, ToldFields } from '#domains/people/index.ts'
import type { Call } from '#platform/http/call.ts'
import {
  blankForm,
  Checkbox,
  DateField,
  FieldGroup,
  Fold,
  Form,
  type FormState,
  PostButton,
  Radios,
  Section,
  Select,
  Small,
  TextArea,
  TextField,
  TimeField,
} from '#ui/index.ts'
import type { ShownLife } from '../actions/show-life.ts'
import { renewalAnswers } from '../data/renewals.ts'
import { lifePaths as paths } from './life-paths.ts'
import { lifeStaffWords } from './life-staff-words.ts'
import { lifeWords } from './life-words.ts'

/** What the forms of somebody's registration need. */
export interface Forms {
  call: Call
  id: string
  shown: ShownLife
  refused: FormState | null
  /** What the person agreed to until now. */
  consents: Record<string, string[]>
}

const formOf = ({ call, refused }: Forms, name: string, values: FormState['values'] = {}): FormState =>
  refused?.id === name ? refused : blankForm(call.reader.locale, values, name)

/** The talk, registering, an application as told. */
export const Beginning = (props: { forms: Forms; staff: readonly Called[] }): VNode => {
  const { forms, staff } = props
  const { call, id, shown } = forms
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const { status, application } = shown.standing
  return (
    <>
      {status === 'talking' && (
        <Section title={t.register}>
          <p>{t.registerLead}</p>
          <PostButton action={paths.register(id)} token={call.formToken()} kind="primary">
            {t.register}
          </PostButton>
        </Section>
      )}
      {application && <Talk forms={forms} staff={staff} />}
      {(status === null || status === 'ended') && <ApplyFor forms={forms} />}
    </>
  )
}

const Talk = ({ forms, staff }: { forms: Forms; staff: readonly Called[] }): VNode => {
  const { call, id } = forms
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const talk = formOf(forms, 'talk')
  const withdraw = formOf(forms, 'withdraw')
  return (
    <Section title={t.talk}>
      <Form action={paths.talk(id)} token={call.formToken()} form={talk} submit={t.talk} submitKind="secondary">
        <DateField form={talk} name="day" label={t.day} required min={call.today} />
        <TimeField form={talk} name="time" label={t.time} required />
        <TextField form={talk} name="place" label={t.place} required maxlength={120} />
        <Select
          form={talk}
          name="with"
          label={t.with}
          required
          options={staff.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form>
      <Fold summary={t.withdrawFor} open={withdraw.errors.length > 0}>
        <Form
          action={paths.withdrawFor(id)}
          token={call.formToken()}
          form={withdraw}
          submit={t.withdrawFor}
          submitKind="secondary"
        >
          <ToldFields locale={locale} form={withdraw} />
        </Form>
      </Fold>
    </Section>
  )
}

const ApplyFor = ({ forms }: { forms: Forms }): VNode => {
  const { call, id, consents } = forms
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const told = formOf(forms, 'apply', { ...consents, told_on: call.today })
  return (
    <Section title={t.applyFor}>
      <Form action={paths.applyFor(id)} token={call.formToken()} form={told} submit={t.applyFor}>
        <TextArea form={told} name="words" label={t.words} maxlength={2000} rows={4} />
        <FieldGroup legend={lifeWords[locale].consents}>
          <ConsentFields locale={locale} form={told} />
        </FieldGroup>
        <Small>{lifeWords[locale].consentText}</Small>
        <Checkbox form={told} name="consent" label={t.consent} />
        <ToldFields locale={locale} form={told} withDay />
      </Form>
    </Section>
  )
}

/** Answers about the next year, and leaving, as told. */
export const Staying = ({ forms }: { forms: Forms }): VNode => {
  const { call, id, shown } = forms
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const { status } = shown.standing
  const answer = formOf(forms, 'answer')
  const last = formOf(forms, 'leave')
  const stay = formOf(forms, 'stay')
  return (
    <>
      {status === 'renewal_asked' && (
        <Section title={t.answerFor}>
          <Form action={paths.answerFor(id)} token={call.formToken()} form={answer} submit={t.answerFor}>
            <Radios
              form={answer}
              name="answer"
              label={t.answer}
              required
              choices={renewalAnswers.map((value) => ({ value, label: t.answers[value] }))}
            />
            <ToldFields locale={locale} form={answer} />
          </Form>
        </Section>
      )}
      {(status === 'registered' || status === 'paused' || status === 'renewal_asked') && (
        <Fold summary={t.leaveFor} open={last.errors.length > 0}>
          <Form
            action={paths.leaveFor(id)}
            token={call.formToken()}
            form={last}
            submit={t.leaveFor}
            submitKind="careful"
          >
            <DateField form={last} name="last_day" label={t.lastDay} required min={call.today} />
            <ToldFields locale={locale} form={last} />
          </Form>
        </Fold>
      )}
      {status === 'leaving' && (
        <Section title={t.stayFor}>
          <Form action={paths.stayFor(id)} token={call.formToken()} form={stay} submit={t.stayFor}>
            <ToldFields locale={locale} form={stay} />
          </Form>
        </Section>
      )}
    </>
  )
}
