import type { ComponentChildren, VNode } from 'preact'
import { type Locale, locales } from '#platform/i18n/reader.ts'
import {
  FieldGroup,
  FieldRow,
  Form,
  type FormState,
  Radios,
  Select,
  StaleEdit,
  TextField,
  TimeField,
} from '#ui/index.ts'
import { channels } from '../core/contact.ts'
import { contactLabels, shownContact } from './contact-form.ts'
import { meWords } from './me-words.ts'

interface Props {
  locale: Locale
  form: FormState
  action: string
  token: string
  version: number
  theirs: FormState['values'] | null
  submit: string
  /** What staff add: how they heard it. */
  children?: ComponentChildren
}

/** The same fields for the person and for staff who write down what they were told. */
export const ContactForm = (props: Props): VNode => {
  const { locale, form } = props
  const t = meWords[locale]
  return (
    <>
      {props.theirs && <Both locale={locale} mine={form.values} theirs={props.theirs} />}
      <Form action={props.action} token={props.token} version={props.version} form={form} submit={props.submit}>
        <TextField form={form} name="name" label={t.name} required maxlength={60} autocomplete="name" />
        <TextField form={form} name="kana" label={t.kana} required maxlength={80} />
        <TextField form={form} name="nickname" label={t.nickname} hint={t.nicknameHint} maxlength={40} />
        <TextField form={form} name="email" label={t.email} type="email" maxlength={200} autocomplete="email" />
        <TextField form={form} name="phone" label={t.phone} type="tel" maxlength={30} autocomplete="tel" />
        <Radios
          form={form}
          name="channel"
          label={t.channel}
          required
          choices={channels.map((value) => ({ value, label: t.channels[value] }))}
        />
        <FieldGroup legend={t.quiet} hint={t.quietHint}>
          <FieldRow>
            <TimeField form={form} name="quiet_from" label={t.quietFrom} />
            <TimeField form={form} name="quiet_to" label={t.quietTo} />
          </FieldRow>
        </FieldGroup>
        <Select
          form={form}
          name="locale"
          label={t.language}
          required
          blank={false}
          options={locales.map((value) => ({ value, label: t.languages[value] }))}
        />
        {props.children}
      </Form>
    </>
  )
}

const Both = (props: { locale: Locale; mine: FormState['values']; theirs: FormState['values'] }): VNode => (
  <StaleEdit
    locale={props.locale}
    fields={Object.entries(contactLabels(props.locale)).map(([name, label]) => ({
      label,
      mine: shownContact(name, String(props.mine[name] ?? ''), props.locale),
      theirs: shownContact(name, String(props.theirs[name] ?? ''), props.locale),
    }))}
  />
)
