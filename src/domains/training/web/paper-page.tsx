import type { VNode } from 'preact'
import { peoplePaths } from '#domains/people/index.ts'
import { QrCode } from '#platform/auth/web/qr-code.tsx'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  DefinitionList,
  Fold,
  Form,
  type FormState,
  Heading,
  LinkButton,
  Name,
  Radios,
  Section,
  Small,
  StatusTag,
  TextArea,
} from '#ui/index.ts'
import type { OpenedPaper } from '../actions/find-paper.ts'
import { credentialNumber, credentialState, reissueReasons } from '../core/credential.ts'
import { credentialPaths as paths } from './credential-paths.ts'
import { paperWords } from './paper-words.ts'

export interface PaperPageProps {
  locale: Locale
  opened: OpenedPaper
  prefix: string
  /** The address that is printed beside the code. */
  verifyUrl: string
  /** Forms of the coordinator; null for the person themselves. */
  keeps: { reissue: FormState; withdraw: FormState; token: () => string } | null
}

/** One certificate: what stands on it, the file to print, and how somebody else can verify it. */
export const PaperPage = (props: PaperPageProps): VNode => {
  const { locale, opened, keeps } = props
  const { paper } = opened
  const t = paperWords[locale]
  const state = credentialState(paper)
  return (
    <>
      {keeps ? (
        <BackLink href={peoplePaths.person(paper.personId)}>{t.backToPerson}</BackLink>
      ) : (
        <BackLink href={paths.mine}>{t.back}</BackLink>
      )}
      <Heading
        above={paper.runName}
        tag={<StatusTag tone={state === 'valid' ? 'good' : 'ended'}>{t.states[state]}</StatusTag>}
      >
        {t.title}
      </Heading>
      <DefinitionList
        items={[
          { term: t.name, value: <Name name={opened.name} /> },
          { term: t.number, value: credentialNumber({ ...paper, prefix: props.prefix }) },
          { term: t.issuedOn, value: formatDayLong(paper.issuedOn, locale) },
          paper.reissuedOn && {
            term: t.reissue,
            value: t.reissued(formatDayLong(paper.reissuedOn, locale), paper.reissueNo),
          },
        ]}
      />
      {state === 'valid' && (
        <>
          <LinkButton href={paths.pdf(paper.id)} kind="primary">
            {t.pdf}
          </LinkButton>
          <Verification locale={locale} code={opened.printedCode} url={props.verifyUrl} />
          {keeps && <Keeping page={props} keeps={keeps} />}
        </>
      )}
    </>
  )
}

/** How whoever is shown a paper can have it verified. */
export const Verification = (props: { locale: Locale; code: string; url: string }): VNode => {
  const t = paperWords[props.locale]
  return (
    <Section title={t.verify}>
      <p>{t.verifyLead}</p>
      <DefinitionList
        items={[
          { term: t.verifyPage, value: <a href={paths.verify}>{new URL(paths.verify, props.url).href}</a> },
          { term: t.code, value: <code>{props.code}</code> },
        ]}
      />
      <QrCode text={props.url} label={t.qr} />
    </Section>
  )
}

const Keeping = ({ page, keeps }: { page: PaperPageProps; keeps: NonNullable<PaperPageProps['keeps']> }): VNode => {
  const { locale, opened } = page
  const { id } = opened.paper
  const t = paperWords[locale]
  return (
    <>
      <Fold summary={t.reissue} open={keeps.reissue.errors.length > 0}>
        <Form action={paths.reissue(id)} token={keeps.token()} form={keeps.reissue} submit={t.reissue}>
          <p>{t.reissueLead}</p>
          <Radios
            form={keeps.reissue}
            name="reason"
            label={t.reason}
            required
            choices={reissueReasons.map((value) => ({ value, label: t.reasons[value] }))}
          />
        </Form>
      </Fold>
      <Fold summary={t.withdraw} open={keeps.withdraw.errors.length > 0}>
        <Form
          action={paths.withdrawal(id)}
          token={keeps.token()}
          form={keeps.withdraw}
          submit={t.withdraw}
          submitKind="careful"
        >
          <Small>{t.withdrawLead}</Small>
          <TextArea form={keeps.withdraw} name="reason" label={t.withdrawReason} required maxlength={400} rows={2} />
        </Form>
      </Fold>
    </>
  )
}
