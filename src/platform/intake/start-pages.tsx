import type { Reader } from '#platform/i18n/reader.ts'
import { formatInstant } from '#platform/i18n/dates.ts'
import {
  BackLink,
  Bullets,
  EmptyState,
  FileField,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  Section,
  Small,
} from '#ui/index.ts'
import type { IntakeKind, IntakeKinds } from './kinds.ts'
import { intakePaths } from './paths.ts'
import type { ListedIntake } from './store.ts'
import { intakeWords } from './words.ts'

interface ListProps {
  reader: Reader
  zone: string
  kinds: IntakeKinds
  recent: readonly ListedIntake[]
}

/** What can be brought in, and what was read lately. */
export const IntakeListPage = ({ reader: { locale }, zone, kinds, recent }: ListProps) => {
  const t = intakeWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Section title={t.kinds}>
        <List
          items={Object.entries(kinds).map(([name, kind]) => ({
            title: kind.title[locale],
            href: intakePaths.upload(name),
            lines: [kind.lead[locale]],
          }))}
        />
      </Section>
      <Section title={t.recent}>
        <p>{t.recentLead}</p>
        {recent.length === 0 ? <EmptyState>{t.recentEmpty}</EmptyState> : null}
        <List
          items={recent.map((intake) => ({
            title: intake.name,
            href: intakePaths.mapping(intake.id),
            lines: [kinds[intake.kind]?.title[locale] ?? intake.kind, formatInstant(intake.createdAt, zone, locale)],
          }))}
        />
      </Section>
    </>
  )
}

interface UploadProps {
  reader: Reader
  name: string
  kind: IntakeKind
  form: FormState
  token: string
}

/** Choosing a file, with the columns that can be read from it. */
export const IntakeUploadPage = ({ reader: { locale }, name, kind, form, token }: UploadProps) => {
  const t = intakeWords[locale]
  return (
    <>
      <BackLink href={intakePaths.list}>{t.back}</BackLink>
      <Heading>{kind.title[locale]}</Heading>
      <Lead>{kind.lead[locale]}</Lead>
      <Form action={intakePaths.upload(name)} token={token} form={form} submit={t.upload} multipart>
        <FileField form={form} name="file" label={t.file} hint={t.fileHint} accept=".csv,.xlsx" required />
      </Form>
      <Section title={t.fieldsTitle}>
        <Bullets
          items={kind.fields.map((field) => (field.required ? t.required(field.label[locale]) : field.label[locale]))}
        />
        <LinkButton href={intakePaths.blank(name)}>{t.blank}</LinkButton>
        <Small>{t.recentLead}</Small>
      </Section>
    </>
  )
}
