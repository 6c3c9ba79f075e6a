import type { VNode } from 'preact'
import type { ProgrammeFace } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  Bullets,
  Button,
  Checkbox,
  CrisisCard,
  FieldGroup,
  Form,
  type FormState,
  Heading,
  Lead,
  Name,
  Select,
  StaleEdit,
  TextArea,
} from '#ui/index.ts'
import type { Application } from '../data/applications.ts'
import type { Run } from '../data/runs.ts'
import { applicationLabels } from './application-form.ts'
import { applicationWords } from './application-words.ts'
import { namedWords } from './named-words.ts'
import { staleFields } from './stale-fields.ts'

interface Props {
  locale: Locale
  programme: Pick<ProgrammeFace, 'crisisCard' | 'contactPhone' | 'contactHours'>
  application: Application
  run: Run
  form: FormState
  action: string
  back: string
  token: string
  theirs: FormState['values'] | null
  /** Staff write it down, and say how the consent was confirmed; null: the person writes. */
  confirming: readonly { value: string; label: string }[] | null
}

/** In the person's own words; no question asks for an illness. */
export const ApplicationFormPage = (props: Props): VNode => {
  const { locale, application, run, form, programme } = props
  const t = applicationWords[locale]
  return (
    <>
      <BackLink href={props.back}>{run.name}</BackLink>
      <Heading above={run.name}>{t.edit}</Heading>
      <p>
        <Name name={application.name} kana={application.kana} />
      </p>
      <Lead>{t.beginLead}</Lead>
      {props.theirs && (
        <StaleEdit locale={locale} fields={staleFields(form.values, props.theirs, applicationLabels(locale))} />
      )}
      <Form
        action={props.action}
        token={props.token}
        version={application.version}
        form={form}
        submit={t.send}
        more={
          <Button kind="secondary" name="do" value="save" skipChecks>
            {t.save}
          </Button>
        }
      >
        <TextArea form={form} name="why" label={t.labels.why} hint={t.hints.why} required rows={5} maxlength={1500} />
        <TextArea form={form} name="hopes" label={t.labels.hopes} rows={4} maxlength={1000} />
        <TextArea form={form} name="needs" label={t.labels.needs} hint={t.hints.needs} rows={4} maxlength={1500} />
        {run.tracks.length > 0 && (
          <Select
            form={form}
            name="track"
            label={t.labels.track}
            hint={t.hints.track}
            options={run.tracks.map((value) => ({ value, label: value }))}
          />
        )}
        <TextArea form={form} name="other" label={t.labels.other} rows={3} maxlength={1000} />
        {consentPart(props)}
      </Form>
      <CrisisCard
        locale={locale}
        text={programme.crisisCard}
        phone={programme.contactPhone}
        hours={programme.contactHours}
      />
    </>
  )
}

const consentPart = ({ locale, form, confirming }: Props): VNode => {
  const t = applicationWords[locale]
  const named = namedWords[locale]
  return (
    <FieldGroup legend={t.consentTitle}>
      <Bullets items={t.consentText} />
      <Checkbox form={form} name="consent" label={t.labels.consent} />
      {confirming && (
        <Select
          form={form}
          name="consent_via"
          label={named.confirmed}
          hint={named.confirmedHint}
          options={confirming}
        />
      )}
    </FieldGroup>
  )
}
