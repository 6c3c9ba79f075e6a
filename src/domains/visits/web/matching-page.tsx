import type { VNode } from 'preact'
import { formatSpan } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { adviceText, asSentences, noteText, type Suggestion, whyNotText, whySentence } from '#domains/matching/index.ts'
import {
  BackLink,
  Bullets,
  Checkbox,
  Checkboxes,
  DateField,
  EmptyState,
  ErrorSummary,
  Fold,
  Form,
  type FormState,
  Heading,
  Hidden,
  Lead,
  LinkButton,
  List,
  Name,
  Notice,
  Section,
  StatusTag,
  Tabs,
} from '#ui/index.ts'
import type { Called, MatchingView } from '../actions/read-matching.ts'
import { namingIn } from './naming.ts'
import { proposalPaths, requestPaths } from './paths.ts'
import { proposalTones } from './proposal-page.tsx'
import { requestWords } from './words-request.ts'
import { matchingWords } from './words-matching.ts'
import { proposalWords } from './words-proposal.ts'

export interface MatchingProps {
  locale: Locale
  zone: string
  view: MatchingView
  from: number
  token: () => string
  form: FormState
}

/** Who could come, who could not, what would help; and from a yes to a visit. */
export const MatchingPage = (props: MatchingProps): VNode => {
  const { locale, view, zone } = props
  const t = matchingWords[locale]
  const { request } = view
  const plans = view.slot !== null && view.asked.some((one) => one.status === 'yes')
  const shown = (plans && props.form.id === 'plan') || (view.could.length > 0 && props.form.id === 'send')
  return (
    <>
      <BackLink href={requestPaths.request(request.id)}>{t.backToRequest}</BackLink>
      <Heading above={[view.activity.name[locale], view.placeName].filter(Boolean).join(' ')}>{t.title}</Heading>
      {!shown && <ErrorSummary form={props.form} />}
      <Lead>{t.lead}</Lead>
      <Tabs
        label={t.slots}
        tabs={request.slots.map((slot) => ({
          href: requestPaths.matchingAt(request.id, slot.id, 0),
          label: formatSpan(slot.startsAt, slot.endsAt, zone, locale),
          current: slot.id === view.slot?.id,
        }))}
      />
      <p>
        {requestWords[locale].people(request.supportersWanted)} {t.coming(view.seatsLeft)}
      </p>
      <Asked page={props} />
      {plans && <PlanForm page={props} />}
      <Could page={props} />
      <WouldHelp page={props} />
      <CouldNotView page={props} />
    </>
  )
}

interface Part {
  page: MatchingProps
}

const formFor = ({ form, locale }: MatchingProps, id: string, values: FormState['values'] = {}): FormState =>
  form.id === id ? form : { locale, values, errors: [], id }

const Asked = ({ page }: Part): VNode => {
  const { locale, view } = page
  const t = matchingWords[locale]
  const wishes = (call: boolean | null): string | null => (call === null ? null : call ? t.callWished : t.callNotWished)
  return (
    <Section title={t.asked}>
      {view.asked.length === 0 ? (
        <EmptyState>{t.noneAsked}</EmptyState>
      ) : (
        <List
          items={view.asked.map((one) => ({
            title: <Name name={one.name} kana={one.kana} />,
            href: proposalPaths.proposal(one.id),
            tag: <StatusTag tone={proposalTones[one.status]}>{proposalWords[locale].status[one.status]}</StatusTag>,
            lines: [
              one.waitsForReply ? t.waitsForReply : null,
              one.status === 'seat_filled' ? wishes(one.callIfSeatOpens) : null,
            ],
          }))}
        />
      )}
    </Section>
  )
}

const Could = ({ page }: Part): VNode => {
  const { locale, view } = page
  const t = matchingWords[locale]
  const form = formFor(page, 'send')
  const { request, slot } = view
  if (slot === null || view.could.length === 0)
    return (
      <Section title={t.could}>
        <EmptyState>{t.noneCould}</EmptyState>
      </Section>
    )
  return (
    <Section title={t.could}>
      <Notice>{view.fillable ? t.fillable : t.notFillable}</Notice>
      {view.standIn && <p>{t.standIn(spoken(view.standIn))}</p>}
      {view.could.some((one) => one.ifTheyStay) && <Notice>{t.ifTheyStayLead}</Notice>}
      <Form
        action={requestPaths.proposals(request.id)}
        token={page.token()}
        form={form}
        submit={t.send}
        more={
          <>
            {page.from > 0 && (
              <LinkButton href={requestPaths.matchingAt(request.id, slot.id, 0)}>{t.fromStart}</LinkButton>
            )}
            {view.couldMore && (
              <LinkButton href={requestPaths.matchingAt(request.id, slot.id, page.from + view.could.length)}>
                {t.showMore}
              </LinkButton>
            )}
          </>
        }
      >
        <Hidden name="slot" value={slot.id} />
        <Checkboxes
          form={form}
          name="people"
          label={t.choose}
          hint={t.chooseHint}
          unmarked
          choices={view.could.map((one) => choiceOf(one, view, locale))}
        />
        <DateField form={form} name="answer_by" label={t.answerBy} hint={t.answerByHint} />
      </Form>
    </Section>
  )
}

const choiceOf = (
  { called, suggestion, ifTheyStay }: MatchingView['could'][number],
  view: MatchingView,
  locale: Locale,
) => ({
  value: called.id,
  label: <Name name={called.name} kana={called.kana} />,
  hint: (
    <>
      <Why suggestion={suggestion} names={view.names} locale={locale} ownIdea={called.id === view.request.ideaOf} />
      {ifTheyStay && ` ${matchingWords[locale].ifTheyStay}`}
    </>
  ),
})

/** Reasons and what to think of, in words. */
const Why = (props: {
  suggestion: Suggestion
  names: ReadonlyMap<string, Called>
  locale: Locale
  ownIdea: boolean
}): VNode => {
  const { suggestion, locale } = props
  const notes = suggestion.notes.map((note) => noteText(note, locale))
  return <>{asSentences([whySentence(suggestion.reasons, namingIn(locale, props.names)), ...notes], locale)}</>
}

const WouldHelp = ({ page }: Part): VNode => {
  const { locale, view } = page
  const t = matchingWords[locale]
  return (
    <Section title={t.wouldHelp}>
      {view.wouldHelp.length === 0 ? (
        <p>{t.noHelp}</p>
      ) : (
        <Bullets items={view.wouldHelp.map((advice) => adviceText(advice, namingIn(locale)))} />
      )}
    </Section>
  )
}

const CouldNotView = ({ page }: Part): VNode | null => {
  const { locale, view } = page
  const t = matchingWords[locale]
  if (view.couldNot.length === 0) return null
  return (
    <Section title={t.couldNot}>
      {view.couldNot.map((group) => (
        <Fold summary={whyNotText(group.reason, locale)}>
          <Bullets
            items={[
              ...group.people.map((one) => <Name name={one.name} kana={one.kana} />),
              ...(group.more > 0 ? [t.andMore(group.more)] : []),
            ]}
          />
        </Fold>
      ))}
    </Section>
  )
}

const PlanForm = ({ page }: Part): VNode => {
  const { locale, view } = page
  const t = matchingWords[locale]
  const { plannedCompanionId: planned } = view
  const form = formFor(page, 'plan', { companions: planned === null ? [] : [planned] })
  return (
    <Section title={t.plan}>
      <p>{t.planLead}</p>
      <Form action={requestPaths.visits(view.request.id)} token={page.token()} form={form} submit={t.make}>
        <Hidden name="slot" value={view.slot?.id ?? ''} />
        {view.companions.length > 0 && (
          <Checkboxes
            form={form}
            name="companions"
            label={t.companions}
            required={view.activity.companionRequired}
            choices={view.companions.map(({ called, free }) => ({
              value: called.id,
              label: <Name name={called.name} kana={called.kana} />,
              hint: view.activity.companionRequired ? (free ? t.companionFree : t.companionTaken) : undefined,
            }))}
          />
        )}
        {view.seatsLeft > 0 && <Checkbox form={form} name="with_fewer" label={t.withFewer} />}
      </Form>
    </Section>
  )
}
