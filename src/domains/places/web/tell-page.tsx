import type { Locale } from '#platform/i18n/reader.ts'
import {
  CrisisCard,
  EmptyState,
  FieldGroup,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Select,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { placeKinds } from '../core/kinds.ts'
import { placeFormWords, tellWords } from './form-words.ts'
import { placeKindWords } from './kind-words.ts'
import { placePaths } from './paths.ts'
import { contactLabels, placeLabels } from './place-form.ts'
import type { OpenProgramme } from './public-door.ts'

export const ChooseProgramme = ({ locale, programmes }: { locale: Locale; programmes: readonly OpenProgramme[] }) => {
  const t = tellWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <p>{t.what}</p>
      {programmes.length === 0 ? <EmptyState>{t.none}</EmptyState> : <h2>{t.choose}</h2>}
      <List
        items={programmes.map((programme) => ({
          title: programme.name,
          href: placePaths.tellProgramme(String(programme.id)),
          lines: [programme.municipality],
        }))}
      />
    </>
  )
}

interface Props {
  locale: Locale
  programme: OpenProgramme
  form: FormState
  token: string
}

/** A small threshold: a name, a kind and how to be reached is enough. */
export const TellPage = ({ locale, programme, form, token }: Props) => {
  const t = tellWords[locale]
  return (
    <>
      <Heading above={programme.name}>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <p>{t.what}</p>
      <p>{t.after}</p>
      <Form action={placePaths.tellProgramme(String(programme.id))} token={token} form={form} submit={t.send}>
        <PlaceFields locale={locale} form={form} />
        <ContactFields locale={locale} form={form} />
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

const PlaceFields = ({ locale, form }: { locale: Locale; form: FormState }) => {
  const t = placeFormWords[locale]
  const label = placeLabels(locale)
  return (
    <FieldGroup legend={tellWords[locale].place}>
      <TextField form={form} name="name" label={label.name} required maxlength={80} />
      <TextField form={form} name="organisation" label={label.organisation} required maxlength={80} />
      <Select
        form={form}
        name="kind"
        label={label.kind}
        required
        options={placeKinds.map((kind) => ({ value: kind, label: placeKindWords[locale][kind] }))}
      />
      <TextField form={form} name="municipality" label={label.municipality} maxlength={60} />
      <TextField form={form} name="address" label={label.address} maxlength={120} />
      <TextArea form={form} name="what_we_do" label={label.what_we_do} maxlength={1000} />
      <TextArea form={form} name="who_comes" label={label.who_comes} hint={t.whoComesHint} maxlength={500} />
    </FieldGroup>
  )
}

const ContactFields = ({ locale, form }: { locale: Locale; form: FormState }) => {
  const label = contactLabels(locale)
  return (
    <FieldGroup legend={tellWords[locale].contact}>
      <TextField form={form} name="contact_name" label={label.name} required maxlength={60} autocomplete="name" />
      <TextField form={form} name="contact_position" label={label.position} maxlength={60} />
      <TextField
        form={form}
        name="contact_phone"
        label={label.phone}
        type="tel"
        hint={tellWords[locale].reachable}
        maxlength={30}
        autocomplete="tel"
      />
      <TextField form={form} name="email" label={label.email} type="email" maxlength={200} autocomplete="email" />
    </FieldGroup>
  )
}
