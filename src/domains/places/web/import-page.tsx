import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, FileField, Form, type FormState, Heading, Lead, Small } from '#ui/index.ts'
import { importWords } from './import-words.ts'
import { placePaths } from './paths.ts'
import { placeWords } from './words.ts'

export const UploadPage = ({ locale, form, token }: { locale: Locale; form: FormState; token: string }) => {
  const t = importWords[locale]
  return (
    <>
      <BackLink href={placePaths.list}>{t.back}</BackLink>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <p>{t.where}</p>
      <Form action={placePaths.import} token={token} form={form} submit={t.upload} multipart>
        <FileField form={form} name="file" label={t.file} accept=".csv,text/csv" required />
      </Form>
      <Small>{placeWords[locale].source}</Small>
    </>
  )
}
