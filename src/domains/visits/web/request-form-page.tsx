import type { VNode } from 'preact'
import { type Activity, fields, fieldWords } from '#domains/programme/index.ts'
import type { ProgrammeFace } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Button,
  CrisisCard,
  DateField,
  errorOf,
  FieldGroup,
  FieldRow,
  Form,
  type FormState,
  Heading,
  Hidden,
  Lead,
  Notice,
  NumberField,
  Radios,
  Section,
  Select,
  StaleEdit,
  type StaleField,
  TextArea,
  TextField,
  TimeField,
} from '#ui/index.ts'
import { ifFewChoices, preparations, vias } from '../data/requests.ts'
import { languages, slotRows } from './request-form.ts'
import { ActivityLimits } from './request-facts-view.tsx'
import { requestWords } from './words-request.ts'
import { requestFormWords } from './words-request-form.ts'
import { requestListWords } from './words-request-list.ts'

export interface RequestFormProps {
  locale: Locale
  programme: ProgrammeFace
  activity: Activity
  placeName: string | null
  form: FormState
  action: string
  token: string
  version?: number | undefined
  stale: readonly StaleField[]
  isIdea: boolean
  /** Typed by staff: how it came in and the field are asked, too. */
  byStaff: boolean
  firstVisit: boolean
  /** Still a draft or being talked over: it can be sent. */
  maySubmit: boolean
  isNew: boolean
}

export const RequestFormPage = (props: RequestFormProps): VNode => {
  const { locale, form, activity } = props
  const t = requestFormWords[locale]
  const title = props.isNew ? (props.isIdea ? t.newIdeaTitle : t.newTitle) : t.editTitle
  return (
    <>
      <Heading>{title}</Heading>
      {props.placeName && <Lead>{requestListWords[locale].forPlace(props.placeName)}</Lead>}
      <Section title={activity.name[locale]}>
        <ActivityLimits activity={activity} locale={locale} />
      </Section>
      {props.stale.length > 0 && <StaleEdit locale={locale} fields={props.stale} />}
      <Form
        action={props.action}
        token={props.token}
        version={props.version}
        form={form}
        submit={props.maySubmit ? t.submit : t.saveContent}
        more={
          props.maySubmit ? (
            <Button kind="secondary" name="do" value="save" skipChecks>
              {t.save}
            </Button>
          ) : null
        }
      >
        <Purpose form={form} locale={locale} isIdea={props.isIdea} />
        <SlotFields form={form} locale={locale} isIdea={props.isIdea} />
        <Company form={form} locale={locale} activity={activity} />
        <Beforehand form={form} locale={locale} firstVisit={props.firstVisit} isIdea={props.isIdea} />
        <Details form={form} locale={locale} activity={activity} />
        {props.byStaff && <ByStaff form={form} locale={locale} isNew={props.isNew} />}
      </Form>
      <CrisisCard
        locale={locale}
        text={props.programme.crisisCard}
        phone={props.programme.contactPhone}
        hours={props.programme.contactHours}
      />
    </>
  )
}

interface Part {
  form: FormState
  locale: Locale
}

const Purpose = ({ form, locale, isIdea }: Part & { isIdea: boolean }): VNode => {
  const t = requestFormWords[locale]
  return (
    <>
      <TextArea
        form={form}
        name="purpose"
        label={isIdea ? t.ideaPurpose : t.purpose}
        hint={isIdea ? t.ideaPurposeHint : t.purposeHint}
        maxlength={600}
        required
      />
      <TextField form={form} name="title" label={t.title} hint={t.titleHint} maxlength={60} />
    </>
  )
}

const SlotFields = ({ form, locale, isIdea }: Part & { isIdea: boolean }): VNode => {
  const t = requestFormWords[locale]
  const rows = Array.from({ length: slotRows(form.values) }, (_, i) => i + 1)
  const error = errorOf(form, 'slots')
  return (
    <FieldGroup legend={t.slots} hint={isIdea ? t.ideaSlotsHint : t.slotsHint}>
      {error && <Notice tone="attention">{error}</Notice>}
      <Hidden name="rows" value={rows.length} />
      {rows.map((row) => (
        <FieldRow>
          <DateField form={form} name={`day${row}`} label={`${t.slot(row)} ${t.day}`} unmarked />
          <TimeField form={form} name={`from${row}`} label={`${t.slot(row)} ${t.from}`} unmarked />
          <TimeField form={form} name={`to${row}`} label={`${t.slot(row)} ${t.to}`} unmarked />
        </FieldRow>
      ))}
      <Button kind="quiet" name="do" value="add_slot" skipChecks>
        {t.addSlot}
      </Button>
    </FieldGroup>
  )
}

const Company = ({ form, locale, activity }: Part & { activity: Activity }): VNode => {
  const t = requestFormWords[locale]
  const r = requestWords[locale]
  return (
    <>
      <Radios
        form={form}
        name="supporters"
        label={t.supporters}
        hint={t.supportersHint}
        required
        inline
        choices={[1, 2, 3].map((n) => ({ value: String(n), label: r.people(n) }))}
      />
      <Radios
        form={form}
        name="online"
        label={t.how}
        required
        inline
        choices={[
          { value: 'no', label: r.inPerson },
          { value: 'yes', label: r.online },
        ]}
      />
      <TextField form={form} name="audience" label={t.audience} hint={t.audienceHint} maxlength={200} />
      <NumberField
        form={form}
        name="audience_count"
        label={t.audienceCount}
        hint={activity.listenersMax === null ? null : t.listenersMax(activity.listenersMax)}
        min={0}
        max={10_000}
      />
    </>
  )
}

const Beforehand = ({ form, locale, firstVisit, isIdea }: Part & { firstVisit: boolean; isIdea: boolean }): VNode => {
  const t = requestFormWords[locale]
  const r = requestWords[locale]
  return (
    <>
      <Radios
        form={form}
        name="if_few"
        label={t.ifFew}
        required
        choices={ifFewChoices.map((one) => ({ value: one, label: r.ifFew[one] }))}
      />
      {firstVisit && !isIdea && <Notice tone="good">{t.firstVisit}</Notice>}
      <Radios
        form={form}
        name="preparation"
        label={t.preparation}
        required
        choices={preparations.map((one) => ({ value: one, label: r.preparation[one] }))}
      />
    </>
  )
}

const Details = ({ form, locale, activity }: Part & { activity: Activity }): VNode => {
  const t = requestFormWords[locale]
  const r = requestWords[locale]
  return (
    <>
      <TextField form={form} name="themes" label={t.themes} hint={t.themesHint} maxlength={200} />
      <Radios
        form={form}
        name="for_gender"
        label={t.forGender}
        unmarked
        inline
        choices={[
          { value: 'any', label: r.forGender.none },
          { value: 'woman', label: r.forGender.woman },
          { value: 'man', label: r.forGender.man },
        ]}
      />
      <Select
        form={form}
        name="language"
        label={t.language}
        unmarked
        blank={false}
        options={languages.map((one) => ({ value: one, label: r.languages[one] }))}
      />
      {activity.recording === 'ask' && (
        <Radios
          form={form}
          name="recording"
          label={t.recording}
          unmarked
          choices={[
            { value: 'no', label: r.recordingNo },
            { value: 'yes', label: r.recordingYes },
          ]}
        />
      )}
    </>
  )
}

const ByStaff = ({ form, locale, isNew }: Part & { isNew: boolean }): VNode => {
  const t = requestFormWords[locale]
  const r = requestWords[locale]
  return (
    <FieldGroup legend={t.onBehalf} hint={isNew ? t.onBehalfHint : null}>
      <Radios
        form={form}
        name="entered_via"
        label={t.via}
        inline
        choices={vias.map((one) => ({ value: one, label: r.via[one] }))}
      />
      <TextField form={form} name="confirmed_how" label={t.confirmedHow} hint={t.confirmedHowHint} maxlength={200} />
      <Select
        form={form}
        name="field"
        label={t.field}
        blank={false}
        unmarked
        options={fields.map((one) => ({ value: one, label: fieldWords[locale][one] }))}
      />
    </FieldGroup>
  )
}
