import type { Reader } from '#platform/i18n/reader.ts'
import { Actions, BackLink, Form, type FormState, Heading, Lead, PostButton, Select } from '#ui/index.ts'
import type { IntakeKind } from './kinds.ts'
import { intakePaths } from './paths.ts'
import type { Intake } from './store.ts'
import { intakeWords } from './words.ts'

interface Props {
  reader: Reader
  intake: Intake
  kind: IntakeKind
  form: FormState
  token: string
  forgetToken: string
}

/** Which column holds what. */
export const MappingPage = ({ reader: { locale }, intake, kind, form, token, forgetToken }: Props) => {
  const t = intakeWords[locale]
  const sheets = intake.sheets ?? []
  const [headings = [], first = []] = sheets[intake.sheet]?.rows ?? []
  const columns = headings.map((heading, index) => ({
    value: String(index),
    label: first[index] ? `${heading}　${t.example(first[index].slice(0, 20))}` : heading,
  }))
  return (
    <>
      <BackLink href={intakePaths.list}>{t.back}</BackLink>
      <Heading above={intake.name}>{t.mappingTitle}</Heading>
      <Lead>{t.mappingLead}</Lead>
      <Form action={intakePaths.mapping(intake.id)} token={token} form={form} submit={t.toPreview}>
        {sheets.length > 1 ? (
          <Select
            form={form}
            name="sheet"
            label={t.sheet}
            options={sheets.map((sheet, index) => ({ value: String(index), label: sheet.name }))}
          />
        ) : null}
        {kind.fields.map((field) => (
          <Select
            form={form}
            name={field.key}
            label={field.label[locale]}
            required={field.required}
            blank={t.none}
            options={columns}
          />
        ))}
      </Form>
      <Actions>
        <PostButton action={intakePaths.forget(intake.id)} token={forgetToken} kind="careful">
          {t.forget}
        </PostButton>
      </Actions>
    </>
  )
}
