import type { VNode } from 'preact'
import { ToldFields } from '#domains/people/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BackLink,
  DefinitionList,
  EmptyState,
  Fold,
  Form,
  type FormState,
  Heading,
  LinkButton,
  List,
  Name,
  Notice,
  OwnWords,
  Radios,
  Section,
  Select,
  Small,
  SubHeading,
  TextArea,
  Time,
} from '#ui/index.ts'
import type { OpenedApplication } from '../actions/read-application.ts'
import type { ApplicationStatus } from '../core/application-status.ts'
import type { Prerequisite } from '../core/prerequisites.ts'
import { accommodationAnswers } from '../data/accommodations.ts'
import type { ApplicationStep } from '../data/application-events.ts'
import type { Consideration } from '../data/considerations.ts'
import type { Criterion } from '../data/criteria.ts'
import { letterOf } from './application-paper.tsx'
import { applicationWords } from './application-words.ts'
import { namedWords } from './named-words.ts'
import { ApplicationTag, WrittenWords } from './own-application-page.tsx'
import { applicationPaths, runPaths } from './paths.ts'
import { neededText } from './run-facts.tsx'
import { selectionWords } from './selection-words.ts'

export interface StaffApplicationProps {
  locale: Locale
  zone: string
  opened: OpenedApplication
  partner: { id: string; name: string; kana: string } | null
  missing: readonly Prerequisite[]
  criteria: readonly Criterion[]
  considerations: readonly Consideration[]
  steps: readonly ApplicationStep[]
  next: readonly ApplicationStatus[]
  thoughtForm: FormState
  needsForm: FormState
  decideForm: FormState
  consentForm: FormState
  vias: readonly { value: string; label: string }[]
  token: () => string
}

/** An application as those who choose read it. */
export const StaffApplicationPage = (props: StaffApplicationProps): VNode => {
  const { locale, opened, partner, missing } = props
  const t = selectionWords[locale]
  const { application, run } = opened
  return (
    <>
      <BackLink href={runPaths.selection(run.id)}>{run.name}</BackLink>
      <Heading above={run.name} tag={<ApplicationTag status={application.status} locale={locale} />}>
        <Name name={application.name} kana={application.kana} />
      </Heading>
      <DefinitionList
        items={[
          { term: t.place, value: application.placeName },
          partner
            ? {
                term: t.colleague,
                value: (
                  <a href={applicationPaths.application(partner.id)}>
                    <Name name={partner.name} kana={partner.kana} />
                  </a>
                ),
              }
            : null,
          { term: t.consent, value: consentLine(application, locale) },
        ]}
      />
      {consentPart(props)}
      {missing.length > 0 && (
        <Notice tone="attention" title={t.missing}>
          {missing.map((one) => neededText(one, locale)).join(t.join)}
        </Notice>
      )}
      <Actions>
        {application.status === 'draft' && (
          <LinkButton kind="primary" href={applicationPaths.edit(application.id)}>
            {t.write}
          </LinkButton>
        )}
        <LinkButton href={applicationPaths.print(application.id)}>{t.print}</LinkButton>
        <LinkButton href={applicationPaths.pdf(application.id)}>{t.pdf}</LinkButton>
        {letterOf(application.status) && (
          <LinkButton href={applicationPaths.letter(application.id)}>{t.letter}</LinkButton>
        )}
      </Actions>
      <WrittenWords locale={locale} opened={opened} />
      {needsPart(props)}
      {thoughtsPart(props)}
      {decidePart(props)}
      {stepsPart(props)}
    </>
  )
}

const consentLine = ({ consentVia }: OpenedApplication['application'], locale: Locale): string => {
  const { via } = applicationWords[locale]
  const { consentBy } = namedWords[locale]
  if (consentVia === null) return selectionWords[locale].noConsent
  return consentVia === 'self' || consentVia === 'office' ? consentBy[consentVia] : consentBy.told(via[consentVia])
}

const consentPart = ({ locale, opened, consentForm, token }: StaffApplicationProps): VNode | null => {
  const t = selectionWords[locale]
  const { id, consentVia } = opened.application
  if (consentVia !== 'office') return null
  return (
    <Fold summary={t.confirmConsent} open={consentForm.errors.length > 0}>
      <Form
        action={applicationPaths.consent(id)}
        token={token()}
        form={consentForm}
        submit={t.confirmConsent}
        submitKind="secondary"
      >
        <ToldFields locale={locale} form={consentForm} withDay />
      </Form>
    </Fold>
  )
}

const needsPart = ({ locale, opened, needsForm, token }: StaffApplicationProps): VNode => {
  const t = selectionWords[locale]
  const { words, accommodation, application } = opened
  if (words.needs === '')
    return (
      <Section title={t.needs}>
        <EmptyState>{t.noNeeds}</EmptyState>
      </Section>
    )
  const choices = accommodationAnswers.map((value) => ({ value, label: applicationWords[locale].answers[value] }))
  return (
    <Section title={t.needs}>
      {accommodation && (
        <DefinitionList
          items={[
            {
              term: applicationWords[locale].answers[accommodation.answer],
              value: <OwnWords text={accommodation.words} />,
            },
            accommodation.reason ? { term: t.answerReason, value: <OwnWords text={accommodation.reason} /> } : null,
          ]}
        />
      )}
      <Form
        action={applicationPaths.needs(application.id)}
        token={token()}
        form={needsForm}
        submit={t.answerSave}
        submitKind="secondary"
      >
        <Radios form={needsForm} name="answer" label={t.answer} required choices={choices} />
        <TextArea form={needsForm} name="words" label={t.answerWords} required rows={3} maxlength={1000} />
        <TextArea form={needsForm} name="reason" label={t.answerReason} hint={t.reasonHint} rows={2} maxlength={600} />
      </Form>
    </Section>
  )
}

const thoughtsPart = (props: StaffApplicationProps): VNode => {
  const { locale, zone, opened, criteria, considerations, thoughtForm, token } = props
  const t = selectionWords[locale]
  if (criteria.length === 0)
    return (
      <Section title={t.considerations}>
        <EmptyState>{t.noCriteria}</EmptyState>
      </Section>
    )
  return (
    <Section title={t.considerations}>
      {criteria.map(({ id, question }) => {
        const thoughts = considerations.filter(({ criterionId }) => criterionId === id)
        return (
          <>
            <SubHeading>{question}</SubHeading>
            {thoughts.length === 0 && <Small>{t.noThoughts}</Small>}
            <List
              items={thoughts.map((one) => ({
                title: <Name name={one.by.name} kana={one.by.kana} />,
                lines: [<Time at={one.at} zone={zone} locale={locale} />, <OwnWords text={one.words} />],
              }))}
            />
          </>
        )
      })}
      <Form
        action={applicationPaths.considerations(opened.application.id)}
        token={token()}
        form={thoughtForm}
        submit={t.addThought}
        submitKind="secondary"
      >
        <Select
          form={thoughtForm}
          name="criterion"
          label={t.considerations}
          required
          options={criteria.map(({ id, question }) => ({ value: id, label: question }))}
        />
        <TextArea form={thoughtForm} name="words" label={t.thought} required rows={3} maxlength={1000} />
      </Form>
    </Section>
  )
}

const decidePart = ({ locale, opened, next, decideForm, vias, token }: StaffApplicationProps): VNode | null => {
  const t = selectionWords[locale]
  const outcomes: Partial<Record<ApplicationStatus, string>> = t.outcomes
  const choices = next.flatMap((value) => {
    const label = value === 'submitted' ? undefined : outcomes[value]
    return label ? [{ value, label }] : []
  })
  if (choices.length === 0) return null
  return (
    <Section title={t.decide}>
      <Small>{t.decisionHint}</Small>
      <Form action={applicationPaths.status(opened.application.id)} token={token()} form={decideForm} submit={t.decide}>
        <Radios form={decideForm} name="to" label={t.outcome} required choices={choices} />
        <TextArea form={decideForm} name="reason" label={t.reason} rows={3} maxlength={1000} />
        <Select form={decideForm} name="via" label={t.heard} hint={t.heardHint} options={vias} />
      </Form>
    </Section>
  )
}

const stepsPart = ({ locale, zone, steps }: StaffApplicationProps): VNode => {
  const t = selectionWords[locale]
  const status: Record<string, string> = applicationWords[locale].status
  return (
    <Section title={t.steps}>
      <List
        items={steps.map((step) => ({
          title: status[step.to] ?? step.to,
          lines: [
            <Time at={step.at} zone={zone} locale={locale} />,
            step.by ? <Name name={step.by.name} kana={step.by.kana} /> : t.bySelf,
            step.reason ? <OwnWords text={step.reason} /> : null,
          ],
        }))}
      />
    </Section>
  )
}
