import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BackLink,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  Lead,
  Name,
  PostButton,
  Section,
  Small,
  TextField,
} from '#ui/index.ts'
import type { SeenApplication } from '../actions/read-application.ts'
import { applicationTransitions } from '../core/application-status.ts'
import { applicationWords } from './application-words.ts'
import { namedWords } from './named-words.ts'
import { ApplicationTag, saysOf } from './own-application-page.tsx'
import { ownPaths } from './paths.ts'
import { nextFor } from '#kernel/transition.ts'

interface Props {
  locale: Locale
  seen: SeenApplication
  form: FormState
  token: () => string
}

/** Whom an office has named: where it stands, and nothing of what they write. */
export const NamedApplicationPage = ({ locale, seen, form, token }: Props): VNode => {
  const t = applicationWords[locale]
  const named = namedWords[locale]
  const { application, run } = seen
  const { id, status, pairId } = application
  return (
    <>
      <BackLink href={ownPaths.list}>{t.back}</BackLink>
      <Heading above={run.name} tag={<ApplicationTag status={status} locale={locale} />}>
        <Name name={application.name} kana={application.kana} />
      </Heading>
      <ErrorSummary form={form} />
      <Lead>{status === 'draft' ? named.draft : saysOf(seen, locale)}</Lead>
      <p>{named.closed}</p>
      {status === 'draft' && (
        <Section title={named.invite}>
          <Form action={ownPaths.invite(id)} token={token()} form={form} submit={named.invite} submitKind="secondary">
            <TextField
              form={form}
              name="email"
              type="email"
              label={named.email}
              hint={named.mailHint}
              maxlength={200}
            />
          </Form>
        </Section>
      )}
      {nextFor(applicationTransitions, status, 'office').includes('withdrawn') && (
        <>
          <Actions>
            <PostButton action={ownPaths.status(id)} token={token()} fields={{ to: 'withdrawn' }} kind="secondary">
              {named.withdraw}
            </PostButton>
          </Actions>
          {pairId && <Small>{named.alsoBoth}</Small>}
        </>
      )}
    </>
  )
}
