import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  ErrorSummary,
  Fold,
  Form,
  type FormState,
  Heading,
  Name,
  PostButton,
  Radios,
  Section,
  StatusTag,
  TextArea,
} from '#ui/index.ts'
import type { ProposalView } from '../actions/read-proposal.ts'
import { vias } from '../data/requests.ts'
import { proposalPaths, requestPaths } from './paths.ts'
import { ProposalFactsView, ProposalMoreFacts } from './proposal-facts-view.tsx'
import { Conversation, proposalTones } from './proposal-page.tsx'
import { proposalWords } from './words-proposal.ts'
import { proposalStaffWords } from './words-proposal-staff.ts'
import { requestWords } from './words-request.ts'

export interface StaffProposalProps {
  locale: Locale
  zone: string
  view: ProposalView
  person: { name: string; kana: string }
  /** Said where the day lies after the registration's last one. */
  beyond: VNode | null
  answers: readonly ('yes' | 'declined')[]
  mayAskAgain: boolean
  mayWithdraw: boolean
  token: () => string
  form: FormState
}

/** One proposal for the coordinator: record what was told, reply, ask again, take back. */
export const StaffProposalPage = (props: StaffProposalProps): VNode => {
  const { locale, view, person } = props
  const t = proposalStaffWords[locale]
  const { status, id } = view.proposal
  return (
    <>
      <BackLink href={requestPaths.matching(view.request.id)}>{t.backToMatching}</BackLink>
      <Heading
        above={t.title}
        tag={<StatusTag tone={proposalTones[status]}>{proposalWords[locale].status[status]}</StatusTag>}
      >
        <Name name={person.name} kana={person.kana} />
      </Heading>
      {(!props.form.id || (props.form.id === 'told' && props.answers.length === 0)) && (
        <ErrorSummary form={props.form} />
      )}
      <ProposalFactsView view={view} locale={locale} zone={props.zone} />
      {props.beyond}
      <Fold summary={proposalWords[locale].more}>
        <ProposalMoreFacts view={view} locale={locale} zone={props.zone} />
      </Fold>
      <Conversation turns={view.conversation} locale={locale} zone={props.zone} supporter={person.name} />
      {view.conversation.length > 0 && <Reply page={props} />}
      {props.answers.length > 0 && <RecordAnswer page={props} />}
      {status === 'seat_filled' && <CallTold page={props} />}
      {props.mayAskAgain && (
        <PostButton action={proposalPaths.again(id)} token={props.token()} kind="primary">
          {t.again}
        </PostButton>
      )}
      {props.mayWithdraw && (
        <Fold summary={t.withdraw}>
          <p>{t.withdrawHint}</p>
          <PostButton action={proposalPaths.withdraw(id)} token={props.token()} kind="careful">
            {t.withdraw}
          </PostButton>
        </Fold>
      )}
    </>
  )
}

interface Part {
  page: StaffProposalProps
}

const formFor = (page: StaffProposalProps, id: string): FormState =>
  page.form.id === id ? page.form : { locale: page.locale, values: {}, errors: [], id }

const Reply = ({ page }: Part): VNode => {
  const t = proposalStaffWords[page.locale]
  const form = formFor(page, 'reply')
  return (
    <Section title={t.replyTitle}>
      <Form action={proposalPaths.reply(page.view.proposal.id)} token={page.token()} form={form} submit={t.sendReply}>
        <TextArea form={form} name="reply" label={t.reply} hint={t.replyHint} maxlength={1000} required />
      </Form>
    </Section>
  )
}

const RecordAnswer = ({ page }: Part): VNode => {
  const t = proposalStaffWords[page.locale]
  const form = formFor(page, 'told')
  return (
    <Section title={t.recordTitle}>
      <p>{t.recordLead}</p>
      <Form
        action={proposalPaths.answer(page.view.proposal.id)}
        token={page.token()}
        form={form}
        submit={t.record}
        submitKind="secondary"
      >
        <Radios
          form={form}
          name="answer"
          label={t.answer}
          required
          inline
          choices={page.answers.map((answer) => ({ value: answer, label: proposalWords[page.locale][answer] }))}
        />
        <Radios
          form={form}
          name="via"
          label={t.via}
          required
          inline
          choices={vias.map((via) => ({ value: via, label: requestWords[page.locale].via[via] }))}
        />
      </Form>
    </Section>
  )
}

const CallTold = ({ page }: Part): VNode => {
  const t = proposalStaffWords[page.locale]
  const action = proposalPaths.call(page.view.proposal.id)
  return (
    <>
      <PostButton action={action} token={page.token()} fields={{ call: 'yes' }}>
        {t.callTold}
      </PostButton>
      <PostButton action={action} token={page.token()} fields={{ call: 'no' }} kind="quiet">
        {t.callToldNo}
      </PostButton>
    </>
  )
}
