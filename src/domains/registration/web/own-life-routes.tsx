import { Kept, peoplePaths, personsInRole } from '#domains/people/index.ts'
import { getProgramme } from '#domains/programme/index.ts'
import { credentialPaths, Verification } from '#domains/training/index.ts'
import { parseDay } from '#kernel/calendar-day.ts'
import { fiscalYearEnd, fiscalYear } from '#kernel/fiscal-year.ts'
import type { Result } from '#kernel/result.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong, formatFiscalYear } from '#platform/i18n/dates.ts'
import {
  Actions,
  blankForm,
  DateField,
  Fold,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  Notice,
  PostButton,
  refusedForm,
  Section,
  Select,
} from '#ui/index.ts'
import { withdrawApplication } from '../actions/apply.ts'
import { leave, stayAfterAll } from '../actions/leave.ts'
import { answerRenewal, type Answered } from '../actions/renew.ts'
import { type ShownLife, showLife } from '../actions/show-life.ts'
import type { RegistrationStatus } from '../core/registration-status.ts'
import { newestApplication } from '../data/applications.ts'
import { LifeFacts } from './life-view.tsx'
import { lifePaths as paths } from './life-paths.ts'
import { lifeWords } from './life-words.ts'
import { ownWords } from './own-words.ts'
import { registrationPaths } from './paths.ts'
import { printApplication } from './print-application.ts'
import { printCard } from './print-card.ts'
import { printThanks } from './print-thanks.ts'

const who = ['trainee', 'supporter'] as const
const reach = 'own'

interface Shown {
  leave?: FormState
  problem?: string
  status?: number
}

const lifePage = async (call: Call, origin: () => string, again: Shown = {}): Promise<Reply> => {
  const { locale } = call.reader
  const t = lifeWords[locale]
  const shown = await showLife(call, call.actor.personId)
  if (!shown) return notFound()
  const { status, leaving } = shown.standing
  const { recordsKeptYears } = await getProgramme(call.tx, call.actor.programmeId)
  const hasApplied = (await newestApplication(call.tx, call.actor.programmeId, call.actor.personId)) !== null
  return page(
    t.title,
    <>
      <Heading>{t.title}</Heading>
      <Lead>{status ? t.statuses[status] : t.none}</Lead>
      {again.problem && <Notice tone="attention">{again.problem}</Notice>}
      {status === 'renewal_asked' && <RenewalForm call={call} shown={shown} staff={await staffOf(call)} />}
      {leaving && <LeavingNotice call={call} lastDay={formatDayLong(leaving.lastDay, locale)} />}
      <LifeFacts locale={locale} zone={call.zone} shown={shown} />
      {status === 'talking' && <LinkButton href={registrationPaths.mine}>{ownWords[locale].title}</LinkButton>}
      <Applying call={call} status={status} />
      {hasApplied && <LinkButton href={paths.application}>{t.form}</LinkButton>}
      <OwnCard call={call} shown={shown} origin={origin} />
      {mayLeave(status) && <LeaveForm call={call} form={again.leave ?? blankForm(locale, {}, 'leave')} />}
      <Kept locale={locale} years={recordsKeptYears} />
      <LinkButton href={peoplePaths.myRecord}>{t.record}</LinkButton>
    </>,
    { status: again.status ?? 200 },
  )
}

const mayLeave = (status: RegistrationStatus | null): boolean =>
  status === 'registered' || status === 'paused' || status === 'renewal_asked'

const Applying = ({ call, status }: { call: Call; status: RegistrationStatus | null }) => {
  const t = lifeWords[call.reader.locale]
  if (status === 'applied' || status === 'talking') {
    return (
      <PostButton action={paths.withdraw} token={call.formToken()} kind="quiet">
        {t.withdraw}
      </PostButton>
    )
  }
  if (status !== null && status !== 'ended') return null
  return (
    <LinkButton href={paths.apply} kind="primary">
      {status === null ? t.applyTitle : t.again}
    </LinkButton>
  )
}

const OwnCard = ({ call, shown, origin }: { call: Call; shown: ShownLife; origin: () => string }) => {
  const { card, nextCard } = shown
  if (!card) return null
  const begins = nextCard?.opened.paper.validFrom
  const { locale } = call.reader
  const url = origin() + credentialPaths.verifyCode(card.opened.code)
  return (
    <>
      <LinkButton href={paths.card}>{lifeWords[locale].card}</LinkButton>
      {begins && (
        <LinkButton href={paths.nextCard}>{lifeWords[locale].nextCard(formatDayLong(begins, locale))}</LinkButton>
      )}
      <Verification locale={locale} code={card.opened.printedCode} url={url} />
    </>
  )
}

const staffOf = ({ tx, actor }: Call) => personsInRole(tx, actor.programmeId, ['coordinator', 'companion'])

const RenewalForm = (props: { call: Call; shown: ShownLife; staff: Awaited<ReturnType<typeof staffOf>> }) => {
  const { call, shown, staff } = props
  const { locale } = call.reader
  const t = lifeWords[locale]
  const { renewal } = shown.standing
  const form = blankForm(locale, {}, 'hesitate')
  if (!renewal) return null
  const press = (answer: string, label: string, kind: 'primary' | 'quiet') => (
    <PostButton action={paths.answer} token={call.formToken()} kind={kind} fields={{ answer }}>
      {label}
    </PostButton>
  )
  return (
    <Section title={t.renewalTitle}>
      <p>{t.renewalLead(formatFiscalYear(renewal.year, locale))}</p>
      {renewal.answer === 'hesitate' && <Notice>{t.hesitated}</Notice>}
      <Actions>{press('stay', t.stay, 'primary')}</Actions>
      <Form action={paths.answer} token={call.formToken()} form={form} submit={t.hesitate} submitKind="secondary">
        <input type="hidden" name="answer" value="hesitate" />
        <Select
          form={form}
          name="with"
          label={t.talkWho}
          unmarked
          blank={t.anybody}
          options={staff.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form>
      <Actions>{press('leave', t.leaveAnswer, 'quiet')}</Actions>
    </Section>
  )
}

const LeavingNotice = ({ call, lastDay }: { call: Call; lastDay: string }) => {
  const t = lifeWords[call.reader.locale]
  return (
    <>
      <Notice>{t.leavingOn(lastDay)}</Notice>
      <Actions>
        <LinkButton href={paths.thanks}>{t.thanks}</LinkButton>
        <LinkButton href={peoplePaths.myRecord}>{t.record}</LinkButton>
      </Actions>
      <PostButton action={paths.stay} token={call.formToken()}>
        {t.stayAfterAll}
      </PostButton>
    </>
  )
}

const LeaveForm = ({ call, form }: { call: Call; form: FormState }) => {
  const t = lifeWords[call.reader.locale]
  return (
    <Fold summary={t.leaveTitle} open={form.errors.length > 0}>
      <p>{t.leaveLead}</p>
      <p>{t.recordFirst}</p>
      <LinkButton href={registrationPaths.pause}>{t.pauseLink}</LinkButton>
      <Form action={paths.leave} token={call.formToken()} form={form} submit={t.leave} submitKind="careful">
        <DateField form={form} name="last_day" label={t.lastDay} required min={call.today} />
      </Form>
    </Fold>
  )
}

/** What was pressed: stay, hesitate (with whom), or leave with the year that ends. */
export const answeredOf = (call: Call, year: number): Answered | null => {
  const answer = call.form.text('answer')
  const talkWith = call.form.text('with')
  if (answer === 'stay') return { answer }
  if (answer === 'hesitate') return { answer, talkWith: isUuid(talkWith) ? talkWith : null }
  const end = fiscalYearEnd(fiscalYear(year - 1))
  return answer === 'leave' ? { answer, lastDay: end < call.today ? call.today : end } : null
}

const answer = async (call: Call, origin: () => string): Promise<Reply> => {
  const t = lifeWords[call.reader.locale]
  const { personId } = call.actor
  const shown = await showLife(call, personId)
  const { renewal } = shown?.standing ?? {}
  const said = renewal && answeredOf(call, renewal.year)
  const done = said && (await answerRenewal(call, personId, said, null))
  if (done?.ok) return redirect(paths.mine, t.answered)
  return lifePage(call, origin, { problem: t.refusals.not_now, status: 409 })
}

const sayLeave = async (call: Call, origin: () => string): Promise<Reply> => {
  const { locale } = call.reader
  const t = lifeWords[locale]
  const refused = (message: string, status: number): Promise<Reply> =>
    lifePage(call, origin, {
      leave: refusedForm(locale, call.form.values, [{ field: 'last_day', message }], 'leave'),
      status,
    })
  const lastDay = parseDay(call.form.text('last_day'))
  if (!lastDay) return refused(t.refusals.day_gone, 422)
  const left = await leave(call, call.actor.personId, lastDay, null)
  if (!left) return notFound()
  if (left.ok) return redirect(paths.mine, t.left)
  const kind = left.error[0]?.kind
  return refused(kind === 'day_gone' || kind === 'beyond_term' ? t.refusals[kind] : t.refusals.not_now, 409)
}

const done =
  (origin: () => string, work: (call: Call) => Promise<Result<null, unknown> | null>, said: 'withdrawn' | 'stayed') =>
  async (call: Call): Promise<Reply> => {
    const t = lifeWords[call.reader.locale]
    const step = await work(call)
    if (!step) return notFound()
    return step.ok
      ? redirect(paths.mine, t[said])
      : lifePage(call, origin, { problem: t.refusals.not_now, status: 409 })
  }

/** One's own registration: applying, staying, leaving. `origin`: for the address on the card. */
export const ownLifeRoutes = (origin: () => string): RouteSpec[] => [
  memberRoute({ method: 'GET', path: paths.mine, who, reach, handle: (call) => lifePage(call, origin) }),
  memberRoute({
    method: 'POST',
    path: paths.withdraw,
    who,
    reach,
    handle: done(origin, (call) => withdrawApplication(call, call.actor.personId, null), 'withdrawn'),
  }),
  memberRoute({ method: 'POST', path: paths.answer, who, reach, handle: (call) => answer(call, origin) }),
  memberRoute({ method: 'POST', path: paths.leave, who, reach, handle: (call) => sayLeave(call, origin) }),
  memberRoute({
    method: 'POST',
    path: paths.stay,
    who,
    reach,
    handle: done(origin, (call) => stayAfterAll(call, call.actor.personId, null), 'stayed'),
  }),
  memberRoute({
    method: 'GET',
    path: paths.card,
    who,
    reach,
    handle: (call) => printCard(call, call.actor.personId, origin),
  }),
  memberRoute({
    method: 'GET',
    path: paths.application,
    who,
    reach,
    handle: (call) => printApplication(call, call.actor.personId),
  }),
  memberRoute({
    method: 'GET',
    path: paths.thanks,
    who,
    reach,
    handle: (call) => printThanks(call, call.actor.personId),
  }),
]
