import type { VNode } from 'preact'
import { ToldFields } from '#domains/people/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  DefinitionList,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  Name,
  Section,
} from '#ui/index.ts'
import type { SeenApplication } from '../actions/read-application.ts'
import { ApplicationTag } from './own-application-page.tsx'
import { applicationPaths, runPaths } from './paths.ts'
import { selectionWords } from './selection-words.ts'

interface Props {
  locale: Locale
  seen: SeenApplication
  form: FormState
  token: string
}

/** Whom an office has named and who has not sent anything: staff may ask them. */
export const NamedStaffPage = ({ locale, seen, form, token }: Props): VNode => {
  const t = selectionWords[locale]
  const { application, run } = seen
  return (
    <>
      <BackLink href={runPaths.selection(run.id)}>{run.name}</BackLink>
      <Heading above={run.name} tag={<ApplicationTag status={application.status} locale={locale} />}>
        <Name name={application.name} kana={application.kana} />
      </Heading>
      <ErrorSummary form={form} />
      <Lead>{t.namedLead}</Lead>
      <DefinitionList items={[{ term: t.place, value: application.placeName }]} />
      <Section title={t.askNamed}>
        <Form action={applicationPaths.told(application.id)} token={token} form={form} submit={t.begin}>
          <ToldFields locale={locale} form={form} withDay />
        </Form>
      </Section>
    </>
  )
}
