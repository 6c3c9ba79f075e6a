import type { VNode } from 'preact'
import type { ProgrammeFace } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BackLink,
  CrisisCard,
  EmptyState,
  ErrorSummary,
  Fold,
  Form,
  type FormState,
  Heading,
  LinkButton,
  List,
  Notice,
  OwnWords,
  PostButton,
  Section,
  StatusTag,
  TextArea,
  Time,
  type Tone,
} from '#ui/index.ts'
import type { ProposalView } from '../actions/read-proposal.ts'
import type { Turn } from '../actions/question-words.ts'
import type { ProposalStatus } from '../core/proposal-status.ts'
import type { OwnProposalLine } from '../data/proposal-list.ts'
import { formatSpan } from '#platform/i18n/dates.ts'
import { proposalPaths } from './paths.ts'
import { ProposalFactsView, ProposalMoreFacts } from './proposal-facts-view.tsx'
import { proposalWords } from './words-proposal.ts'
import { visitPaths } from './visit-paths.ts'

export const proposalTones: Record<ProposalStatus, Tone> = {
  sent: 'waiting',
  asking: 'attention',
  yes: 'good',
  declined: 'ended',
  seat_filled: 'ended',
  changed: 'attention',
  withdrawn: 'ended',
  closed: 'ended',
}

export interface OwnProposalProps {
  locale: Locale
  zone: string
  now: Date
  programme: ProgrammeFace
  view: ProposalView
  /** Said where the day lies after the registration's last one. */
  beyond: VNode | null
  /** Which answers may be given now. */
  answers: readonly ('yes' | 'declined' | 'asking')[]
  /** A visit was made of it: one leaves that, not this. */
  planned: boolean
  token: () => string
  form: FormState
  urgent: boolean
}

/** The invitation as the person reads it: on a telephone first, three answers with one press each. */
export const OwnProposalPage = (props: OwnProposalProps): VNode => {
  const { locale, view } = props
  const t = proposalWords[locale]
  const { status } = view.proposal
  const waits = status === 'sent' || status === 'asking' || status === 'changed'
  return (
    <>
      <BackLink href={proposalPaths.list}>{t.listTitle}</BackLink>
      <Heading tag={<StatusTag tone={proposalTones[status]}>{t.status[status]}</StatusTag>}>
        {view.activity.name[locale]}
      </Heading>
      {props.form.id !== 'question' && <ErrorSummary form={props.form} />}
      {props.urgent && <Crisis page={props} urgent />}
      <p>{t.lead[status]}</p>
      <ProposalFactsView view={view} locale={locale} zone={props.zone} />
      {props.beyond}
      {waits && (
        <p>
          {t.answerBy} <Time at={view.proposal.answerBy} zone={props.zone} locale={locale} />
        </p>
      )}
      {props.planned && status === 'yes' && (
        <Notice>
          <p>{t.leaveVisit}</p>
          <LinkButton href={visitPaths.list}>{t.toVisits}</LinkButton>
        </Notice>
      )}
      {status === 'seat_filled' && <CallIfOpen page={props} />}
      <Conversation turns={view.conversation} locale={locale} zone={props.zone} />
      <Answers page={props} open={waits} />
      <Fold summary={t.more}>
        <ProposalMoreFacts view={view} locale={locale} zone={props.zone} />
      </Fold>
      {!props.urgent && <Crisis page={props} />}
    </>
  )
}

interface Part {
  page: OwnProposalProps
}

const Crisis = ({ page, urgent }: Part & { urgent?: boolean }): VNode => (
  <CrisisCard
    locale={page.locale}
    text={page.programme.crisisCard}
    phone={page.programme.contactPhone}
    hours={page.programme.contactHours}
    urgent={urgent}
  />
)

/** Open at once while an answer is awaited; folded away once something was said. */
const Answers = ({ page, open }: Part & { open: boolean }): VNode | null => {
  const t = proposalWords[page.locale]
  if (page.answers.length === 0) return null
  const buttons = (
    <>
      <Actions>
        {(['yes', 'declined'] as const)
          .filter((answer) => page.answers.includes(answer))
          .map((answer) => (
            <PostButton
              action={proposalPaths.answer(page.view.proposal.id)}
              token={page.token()}
              kind={answer === 'yes' ? 'primary' : 'secondary'}
              fields={{ answer }}
            >
              {t[answer]}
            </PostButton>
          ))}
      </Actions>
      {page.answers.includes('declined') && <p class="small">{t.declineHint}</p>}
      {page.answers.includes('asking') && <AskSomething page={page} />}
    </>
  )
  return open ? <section class="answers">{buttons}</section> : <Fold summary={t.changeMind}>{buttons}</Fold>
}

const AskSomething = ({ page }: Part): VNode => {
  const t = proposalWords[page.locale]
  const form: FormState =
    page.form.id === 'question' ? page.form : { locale: page.locale, values: {}, errors: [], id: 'question' }
  return (
    <Fold summary={t.asking} open={form.errors.length > 0}>
      <Form
        action={proposalPaths.question(page.view.proposal.id)}
        token={page.token()}
        form={form}
        submit={t.sendQuestion}
        submitKind="secondary"
      >
        <TextArea form={form} name="question" label={t.question} hint={t.questionHint} maxlength={1000} required />
      </Form>
    </Fold>
  )
}

const CallIfOpen = ({ page }: Part): VNode => {
  const t = proposalWords[page.locale]
  const { proposal } = page.view
  if (proposal.callIfSeatOpens !== null)
    return <Notice tone="good">{proposal.callIfSeatOpens ? t.callSaidYes : t.callSaidNo}</Notice>
  return (
    <Section title={t.callLead}>
      <Actions>
        <PostButton
          action={proposalPaths.call(proposal.id)}
          token={page.token()}
          kind="primary"
          fields={{ call: 'yes' }}
        >
          {t.callYes}
        </PostButton>
        <PostButton action={proposalPaths.call(proposal.id)} token={page.token()} fields={{ call: 'no' }}>
          {t.callNo}
        </PostButton>
      </Actions>
    </Section>
  )
}

/** What was asked and what was replied, in order. */
export const Conversation = (props: {
  turns: readonly (Turn & { by: 'supporter' | 'staff' })[]
  locale: Locale
  zone: string
  supporter?: string
}): VNode | null => {
  const t = proposalWords[props.locale]
  if (props.turns.length === 0) return null
  return (
    <Section title={t.conversation}>
      <List
        items={props.turns.map((turn) => ({
          title: turn.by === 'staff' ? t.staff : (props.supporter ?? t.you),
          lines: [
            <OwnWords text={turn.text} />,
            <Time at={new Date(turn.at)} zone={props.zone} locale={props.locale} />,
          ],
        }))}
      />
    </Section>
  )
}

interface ListProps {
  locale: Locale
  zone: string
  lines: readonly OwnProposalLine[]
}

export const OwnProposalsPage = ({ locale, zone, lines }: ListProps): VNode => {
  const t = proposalWords[locale]
  const waits = (line: OwnProposalLine): boolean =>
    line.status === 'sent' || line.status === 'changed' || line.status === 'asking'
  const item = (line: OwnProposalLine) => ({
    title: line.activity[locale],
    href: proposalPaths.proposal(line.id),
    tag: <StatusTag tone={proposalTones[line.status]}>{t.status[line.status]}</StatusTag>,
    lines: [formatSpan(line.startsAt, line.endsAt, zone, locale), line.placeName],
  })
  const others = lines.filter((line) => !waits(line))
  return (
    <>
      <Heading>{t.listTitle}</Heading>
      <p>{t.listLead}</p>
      <Section title={t.waiting}>
        {lines.some(waits) ? <List items={lines.filter(waits).map(item)} /> : <EmptyState>{t.empty}</EmptyState>}
      </Section>
      {others.length > 0 && (
        <Section title={t.others}>
          <List items={others.map(item)} />
        </Section>
      )}
    </>
  )
}
