import type { ComponentChildren, VNode } from 'preact'
import type { Activity } from '#domains/programme/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  BackLink,
  DateField,
  ErrorSummary,
  Fold,
  Form,
  type FormState,
  Heading,
  Hidden,
  LinkButton,
  List,
  Notice,
  OwnWords,
  PostButton,
  Section,
  StatusTag,
  TextArea,
  Time,
} from '#ui/index.ts'
import type { MaterialChange } from '../core/request-change.ts'
import type { RequestActor, RequestStatus } from '../core/request-status.ts'
import type { RequestEventLine } from '../data/request-list.ts'
import type { Request } from '../data/requests.ts'
import { requestPaths } from './paths.ts'
import { RequestFactsView } from './request-facts-view.tsx'
import { requestTones } from './request-list-page.tsx'
import { seriesPaths } from './series-paths.ts'
import { requestWords } from './words-request.ts'
import { requestListWords } from './words-request-list.ts'
import { requestPageWords } from './words-request-page.ts'
import { requestStaffWords } from './words-request-staff.ts'
import { seriesStaffWords, seriesWords } from './words-series.ts'

export interface RequestPageProps {
  locale: Locale
  zone: string
  today: CalendarDay
  who: RequestActor
  request: Request
  activity: Activity
  placeName: string | null
  events: readonly RequestEventLine[]
  /** Where the reader may lead it from here. */
  next: readonly RequestStatus[]
  mayEdit: boolean
  token: () => string
  /** A refused step: what was typed and what stands in the way. */
  form: FormState
  needsPersonConsent: boolean
  offer: VNode | null
  /** Where it repeats: the page of its days. */
  seriesId: string | null
  /** Words were in it that call for a telephone number at once. */
  urgent: VNode | null
}

export const RequestPage = (props: RequestPageProps): VNode => {
  const { locale, request, who } = props
  const t = requestPageWords[locale]
  const s = requestWords[locale]
  return (
    <>
      <BackLink href={requestPaths.list}>{requestListWords[locale].listTitle}</BackLink>
      <Heading
        above={request.title || null}
        tag={<StatusTag tone={requestTones[request.status]}>{s.status[request.status]}</StatusTag>}
      >
        {props.activity.name[locale]}
      </Heading>
      {request.ideaOf && who === 'host' && <Notice>{t.ideaFrom}</Notice>}
      {props.urgent}
      {!hasOwnForm(props) && <ErrorSummary form={props.form} />}
      {who !== 'coordinator' && <p>{t.next[request.status]}</p>}
      <RequestFactsView
        request={request}
        activity={props.activity}
        placeName={props.placeName}
        locale={locale}
        zone={props.zone}
        staff={who === 'coordinator'}
      />
      <Actions>
        {props.mayEdit && <LinkButton href={requestPaths.edit(request.id)}>{t.edit}</LinkButton>}
        <LinkButton href={requestPaths.print(request.id)} kind="quiet">
          {t.print}
        </LinkButton>
        {props.seriesId && (
          <LinkButton href={seriesPaths.series(props.seriesId)} kind="quiet">
            {seriesWords[locale].ofRequest}
          </LinkButton>
        )}
      </Actions>
      {who === 'coordinator' ? <StaffSteps page={props} /> : <AskerSteps page={props} />}
      <History events={props.events} locale={locale} zone={props.zone} who={who} />
    </>
  )
}

/** Steps of one press have no form of their own: what stands in their way is said at the top. */
const hasOwnForm = ({ form, who }: RequestPageProps): boolean =>
  (who === 'coordinator' ? ['agreed', 'adjusting', 'not_possible', 'withdrawn', 'consent'] : ['adjusting']).includes(
    form.id ?? '',
  )

interface Part {
  page: RequestPageProps
}

const AskerSteps = ({ page }: Part): VNode | null => {
  const { locale, request, next } = page
  const t = requestPageWords[locale]
  const may = (to: RequestStatus): boolean => next.includes(to)
  if (next.length === 0) return null
  return (
    <Section title={t.nextSteps}>
      {may('submitted') && <Step page={page} to="submitted" label={t.send} kind="primary" />}
      {may('agreed') && request.ideaOf && <Step page={page} to="agreed" label={t.agreeToIdea} kind="primary" />}
      {may('adjusting') && <ReasonStep page={page} to="adjusting" label={t.askAgain} reason={t.reason} />}
      {may('withdrawn') && (
        <Fold summary={request.ideaOf ? t.withdrawIdea : t.withdraw}>
          <p>{t.withdrawHint}</p>
          <Step page={page} to="withdrawn" label={request.ideaOf ? t.withdrawIdea : t.withdraw} kind="careful" />
        </Fold>
      )}
    </Section>
  )
}

const StaffSteps = ({ page }: Part): VNode => {
  const { locale, request, next } = page
  const t = requestStaffWords[locale]
  const may = (to: RequestStatus): boolean => next.includes(to)
  return (
    <>
      {page.needsPersonConsent && <PersonConsent page={page} />}
      {page.offer && (
        <Section title={t.offerTitle}>
          <p>{t.offerLead}</p>
          {page.offer}
        </Section>
      )}
      {next.length > 0 && (
        <Section title={t.decide}>
          {may('submitted') && <Step page={page} to="submitted" label={requestPageWords[locale].send} kind="primary" />}
          {may('matching') && request.status === 'agreed' && (
            <Step page={page} to="matching" label={t.startMatching} kind="primary" />
          )}
          {request.status === 'matching' && (
            <Actions>
              <LinkButton href={requestPaths.matching(request.id)} kind="primary">
                {t.openMatching}
              </LinkButton>
              <LinkButton href={seriesPaths.make(request.id)}>{seriesStaffWords[locale].make}</LinkButton>
            </Actions>
          )}
          {may('agreed') && <AgreeStep page={page} />}
          {may('adjusting') && <ReasonStep page={page} to="adjusting" label={t.adjust} reason={t.adjustReason} />}
          {may('not_possible') && (
            <ReasonStep page={page} to="not_possible" label={t.notPossible} reason={t.notPossibleReason} />
          )}
          {may('withdrawn') && (
            <ReasonStep
              page={page}
              to="withdrawn"
              label={t.withdrawTold}
              reason={requestPageWords[locale].reason}
              optional
            />
          )}
        </Section>
      )}
    </>
  )
}

const Step = (props: {
  page: RequestPageProps
  to: RequestStatus
  label: ComponentChildren
  kind: 'primary' | 'careful'
}): VNode => (
  <PostButton
    action={requestPaths.status(props.page.request.id)}
    token={props.page.token()}
    kind={props.kind}
    fields={{ to: props.to }}
  >
    {props.label}
  </PostButton>
)

// A refused form keeps what was typed; the others on the page stay empty.
const formFor = (page: RequestPageProps, to: RequestStatus): FormState =>
  page.form.id === to ? page.form : { locale: page.locale, values: {}, errors: [], id: to }

const ReasonStep = (props: {
  page: RequestPageProps
  to: RequestStatus
  label: string
  reason: string
  optional?: boolean
}): VNode => {
  const form = formFor(props.page, props.to)
  return (
    <Fold summary={props.label} open={form.errors.length > 0}>
      <Form
        action={requestPaths.status(props.page.request.id)}
        token={props.page.token()}
        form={form}
        submit={props.label}
        submitKind="secondary"
      >
        <Hidden name="to" value={props.to} />
        <TextArea form={form} name="reason" label={props.reason} maxlength={600} required={!props.optional} rows={3} />
      </Form>
    </Fold>
  )
}

const AgreeStep = ({ page }: Part): VNode => {
  const t = requestStaffWords[page.locale]
  const form = formFor(page, 'agreed')
  return (
    <Form action={requestPaths.status(page.request.id)} token={page.token()} form={form} submit={t.agree}>
      <Hidden name="to" value="agreed" />
      <DateField form={form} name="agreed_on" label={t.agreedOn} hint={t.agreedOnHint} max={page.today} />
    </Form>
  )
}

const PersonConsent = ({ page }: Part): VNode => {
  const t = requestStaffWords[page.locale]
  const form: FormState =
    page.form.id === 'consent' ? page.form : { locale: page.locale, values: {}, errors: [], id: 'consent' }
  return (
    <Section title={t.personConsentTitle}>
      <p>{t.personConsentLead}</p>
      <Form
        action={requestPaths.personConsent(page.request.id)}
        token={page.token()}
        form={form}
        submit={t.record}
        submitKind="secondary"
      >
        <DateField form={form} name="on" label={t.personConsentOn} required max={page.today} />
      </Form>
    </Section>
  )
}

const History = (props: {
  events: readonly RequestEventLine[]
  locale: Locale
  zone: string
  who: RequestActor
}): VNode => {
  const { locale } = props
  const t = requestPageWords[locale]
  return (
    <Section title={t.history}>
      <List
        items={props.events.map((event) => ({
          title: requestWords[locale].status[event.to],
          lines: [
            <>
              <Time at={event.at} zone={props.zone} locale={locale} /> {byWhom(event, props.who, locale)}
            </>,
            event.reason ? <Reason reason={event.reason} locale={locale} /> : null,
          ],
        }))}
      />
    </Section>
  )
}

/** Staff read names among themselves; others read which side it was. */
const byWhom = (event: RequestEventLine, who: RequestActor, locale: Locale): string => {
  const t = requestPageWords[locale]
  if (event.byRole === null) return t.bySystem
  if (who === 'coordinator' && event.by) return spoken(event.by)
  if (event.byRole === 'host') return t.byHost
  return event.byRole === 'supporter' ? t.bySupporter : t.byUs
}

const Reason = ({ reason, locale }: { reason: string; locale: Locale }): VNode => {
  const t = requestPageWords[locale]
  if (reason.startsWith('changed:')) {
    const parts = reason.slice('changed:'.length).split(',') as MaterialChange[]
    return <>{t.contentChanged(parts.map((part) => t.change[part] ?? '').join(locale === 'en' ? ', ' : '、'))}</>
  }
  if (reason.startsWith('offered:')) return <>{t.offeredTo(reason.slice('offered:'.length))}</>
  return <OwnWords text={reason} />
}
