import type { VNode } from 'preact'
import {
  BackLink,
  CrisisCard,
  DateField,
  Day,
  type Definition,
  DefinitionList,
  EmptyState,
  Form,
  Heading,
  Name,
  Notice,
  OwnWords,
  PhoneLine,
  Radios,
  Section,
  Select,
  Small,
  TextArea,
  Time,
} from '#ui/index.ts'
import { type Way, ways } from '../core/follow-up.ts'
import type { ShownFollowUp } from '../actions/show-follow-up.ts'
import type { FollowUpPageProps } from './follow-up-page-props.ts'
import { FollowUpStale } from './follow-up-stale.tsx'
import { carePaths } from './paths.ts'
import { RestTold } from './rest-told.tsx'
import { followUpWords } from './words.ts'

export const FollowUpPage = (props: FollowUpPageProps): VNode => {
  const { locale, followUp } = props
  const t = followUpWords[locale]
  return (
    <>
      <BackLink href={carePaths.followUps}>{t.back}</BackLink>
      <Heading>
        <Name name={followUp.person.name} kana={followUp.person.kana} />
        {t.of}
      </Heading>
      {props.stale && <FollowUpStale page={props} stale={props.stale} />}
      {followUp.notes?.reason === 'words' && !followUp.closedAt ? (
        <Notice tone="attention">{t.reasons.words}</Notice>
      ) : null}
      <DefinitionList items={factsOf(props)} />
      {followUp.closedAt ? <Notice tone="good">{t.ended}</Notice> : <CloseForm page={props} />}
      {followUp.restWaits ? <RestTold form={props.forms.rest} followUpId={followUp.id} token={props.token()} /> : null}
      {props.staff.length > 0 && !followUp.closedAt ? <AssignForm page={props} /> : null}
      {followUp.notes ? <Earlier page={props} earlier={followUp.notes.earlier} /> : null}
    </>
  )
}

const factsOf = ({ locale, followUp }: FollowUpPageProps): (Definition | null)[] => {
  const t = followUpWords[locale]
  const { contact } = followUp
  return [
    { term: t.dueOn, value: <Day day={followUp.dueOn} locale={locale} long /> },
    {
      term: t.assignee,
      value: followUp.assignee ? <Name name={followUp.assignee.name} kana={followUp.assignee.kana} /> : t.nobody,
    },
    followUp.notes ? { term: t.why, value: t.reasons[followUp.notes.reason] } : null,
    contact ? { term: t.channel, value: t.channels[contact.channel] } : null,
    contact?.phone ? { term: t.contact, value: <PhoneLine line={contact.phone} /> } : null,
  ]
}

const CloseForm = ({ page }: { page: FollowUpPageProps }): VNode => {
  const { locale, followUp, crisis } = page
  const form = page.forms.close
  const t = followUpWords[locale]
  const wayChoice = (way: Way) => ({ value: way, label: t.ways[way] })
  return (
    <Section title={t.close}>
      <CrisisCard locale={locale} text={crisis.text} phone={crisis.phone} hours={crisis.hours} urgent={crisis.urgent} />
      <Form
        action={carePaths.close(followUp.id)}
        token={page.token()}
        form={form}
        submit={t.closeSubmit}
        version={followUp.version}
      >
        <Radios form={form} name="how" label={t.how} required inline choices={ways.map(wayChoice)} />
        <TextArea form={form} name="done" label={t.done} hint={t.doneHint} required maxlength={2000} />
        <DateField form={form} name="next_on" label={t.nextOn} hint={t.nextHint} min={page.today} />
      </Form>
    </Section>
  )
}

const AssignForm = ({ page }: { page: FollowUpPageProps }): VNode => {
  const t = followUpWords[page.locale]
  const form = page.forms.assign
  return (
    <Section title={t.assign}>
      <Form
        action={carePaths.assign(page.followUp.id)}
        token={page.token()}
        form={form}
        submit={t.assignSubmit}
        submitKind="secondary"
        version={page.followUp.version}
      >
        <Select
          form={form}
          name="staff_id"
          label={t.assignee}
          required
          options={page.staff.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form>
    </Section>
  )
}

interface EarlierProps {
  page: FollowUpPageProps
  earlier: NonNullable<ShownFollowUp['notes']>['earlier']
}

const Earlier = ({ page, earlier }: EarlierProps): VNode => {
  const { locale, zone } = page
  const t = followUpWords[locale]
  return (
    <Section title={t.earlier}>
      {earlier.length === 0 ? <EmptyState>{t.earlierEmpty}</EmptyState> : null}
      {earlier.map((each) => (
        <article class="card quiet">
          <Small>
            <Time at={each.closedAt} zone={zone} locale={locale} /> {t.ways[each.how]}
          </Small>
          <OwnWords text={each.done} />
        </article>
      ))}
    </Section>
  )
}
