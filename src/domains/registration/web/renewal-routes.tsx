import { isFollowing, namesOf } from '#domains/people/index.ts'
import { parseDay } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { listPage, nameColumns, onePerson } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong, formatFiscalYear } from '#platform/i18n/dates.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  BackLink,
  blankForm,
  DateField,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  Name,
  OwnWords,
  PostButton,
  Radios,
  refusedForm,
  Section,
  Table,
  TextArea,
} from '#ui/index.ts'
import { askAboutNextYear, endTheSilent, noteAttempt } from '../actions/renew.ts'
import { askedYear, reachChannels } from '../core/renewal.ts'
import {
  attemptsFor,
  attemptWordsField,
  findRenewal,
  type ListedRenewal,
  newestYear,
  type Renewal,
  renewalsOf,
} from '../data/renewals.ts'
import { listRoll, type RollLine } from '../data/roll.ts'
import { lifePaths as paths } from './life-paths.ts'
import { lifeStaffWords } from './life-staff-words.ts'
import { printRegister } from './print-register.ts'
import { registrationWords } from './staff-words.ts'

const coordinator = ['coordinator'] as const
const followers = ['coordinator', 'companion'] as const
const programme = 'the programme'
const followed = 'the programme (coordinator), those whom they follow'

type Group = 'silent' | 'hesitate' | 'leave' | 'stay'
const groups: readonly Group[] = ['silent', 'hesitate', 'leave', 'stay']

const groupOf = (one: Renewal): Group => one.answer ?? 'silent'

const renewalsPage = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const year = await newestYear(call.tx, call.actor.programmeId)
  const all = year === null ? [] : await renewalsOf(call.tx, call.actor.programmeId, year)
  const body = (
    <>
      <BackLink href={paths.applications}>{t.applications}</BackLink>
      <Heading>{year === null ? t.renewals : t.renewalsOf(formatFiscalYear(year, locale))}</Heading>
      <Lead>{t.renewalsLead}</Lead>
      {askedYear(call.today) !== null && (
        <PostButton action={paths.ask} token={call.formToken()}>
          {t.askNow}
        </PostButton>
      )}
      {year === null ? (
        <EmptyState>{t.noRenewals}</EmptyState>
      ) : (
        groups.map((group) => (
          <GroupList title={t.groups[group]} none={t.nobody} all={all.filter((one) => groupOf(one) === group)} />
        ))
      )}
    </>
  )
  return listPage(
    call,
    { title: t.renewals, body },
    {
      kind: 'registration.renewal',
      names: onePerson,
      columns: () => [...nameColumns(locale), { head: t.answer, text: (one: ListedRenewal) => t.groups[groupOf(one)] }],
      rows: () => all,
    },
  )
}

const GroupList = ({ title, none, all }: { title: string; none: string; all: readonly ListedRenewal[] }) => (
  <Section title={title}>
    {all.length === 0 && <p>{none}</p>}
    <List
      items={all.map((one) => ({
        title: <Name name={one.name} kana={one.kana} />,
        href: one.answer === null || one.answer === 'hesitate' ? paths.renewal(one.id) : paths.of(one.personId),
      }))}
    />
  </Section>
)

const ask = async (call: Call): Promise<Reply> => {
  const t = lifeStaffWords[call.reader.locale]
  if (askedYear(call.today) === null) return redirect(paths.renewals, t.notInCampaign)
  return redirect(paths.renewals, t.askedNow(await askAboutNextYear(call)))
}

const reachable = async (call: Call): Promise<Renewal | null> => {
  const { tx, actor } = call
  const renewal = await findRenewal(tx, actor.programmeId, call.param('id'))
  if (!renewal || renewal.personId === actor.personId) return null
  if (actor.role === 'coordinator') return renewal
  return (await isFollowing(tx, actor.programmeId, actor.personId, renewal.personId)) ? renewal : null
}

const onePage = async (call: Call, refused: FormState | null = null, status = 200): Promise<Reply> => {
  const { tx, actor, vault, audit } = call
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const renewal = await reachable(call)
  if (!renewal) return notFound()
  const { id, personId } = renewal
  const called = (await namesOf(tx, actor.programmeId, [personId])).get(personId)
  const tried = await attemptsFor(tx, actor.programmeId, id)
  if (tried.length > 0) audit.read({ kind: 'registration.renewal', id, subject: personId, classes: ['staff'] })
  const lines = await Promise.all(
    tried.map(async (one) => ({
      title: `${formatDayLong(one.on, locale)} ${t.channels[one.channel]}`,
      lines: [<OwnWords text={await vault.open(personId, attemptWordsField, one.id, one.wordsSealed)} />],
    })),
  )
  const form = (name: string, values: FormState['values'] = {}): FormState =>
    refused?.id === name ? refused : blankForm(locale, values, name)
  const attempt = form('attempt', { on: call.today })
  const end = form('end')
  return page(
    t.renewals,
    <>
      {actor.role === 'coordinator' && <BackLink href={paths.renewals}>{t.renewals}</BackLink>}
      <Heading above={called && spoken(called)}>{t.groups[groupOf(renewal)]}</Heading>
      <LinkButton href={paths.of(personId)}>{t.answerFor}</LinkButton>
      <Section title={t.tried}>
        {lines.length === 0 && <p>{t.notTried}</p>}
        <List items={lines} />
        <Form action={paths.attempt(id)} token={call.formToken()} form={attempt} submit={t.try}>
          <Radios
            form={attempt}
            name="channel"
            label={t.channel}
            required
            inline
            choices={reachChannels.map((value) => ({ value, label: t.channels[value] }))}
          />
          <DateField form={attempt} name="on" label={t.triedOn} required max={call.today} />
          <TextArea form={attempt} name="words" label={t.triedWords} required maxlength={600} rows={3} />
        </Form>
      </Section>
      {actor.role === 'coordinator' && renewal.answer === null && !renewal.closedAt && (
        <Section title={t.end}>
          <p>{t.endLead}</p>
          <Form action={paths.endSilent(id)} token={call.formToken()} form={end} submit={t.end} submitKind="careful">
            <TextArea form={end} name="reason" label={t.endReason} required maxlength={600} rows={3} />
          </Form>
        </Section>
      )}
    </>,
    { status },
  )
}

const attempt = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  if (!(await reachable(call))) return notFound()
  const channel = reachChannels.find((one) => one === call.form.text('channel'))
  const on = parseDay(call.form.text('on'))
  const words = call.form.text('words').slice(0, 600)
  if (!channel || !on || on > call.today || words === '') {
    const errors = [
      ...(channel ? [] : [{ field: 'channel', message: t.channel }]),
      ...(on && on <= call.today ? [] : [{ field: 'on', message: t.triedOn }]),
      ...(words === '' ? [{ field: 'words', message: t.triedWords }] : []),
    ]
    return onePage(call, refusedForm(locale, call.form.values, errors, 'attempt'), 422)
  }
  await noteAttempt(call, call.param('id'), { channel, on, words })
  return redirect(paths.renewal(call.param('id')), t.trySaved)
}

const end = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const ended = await endTheSilent(call, call.param('id'), call.form.text('reason').slice(0, 600))
  if (!ended) return notFound()
  if (ended.ok) return redirect(paths.renewals, t.ended)
  const errors = ended.error.map(({ kind }) => ({ field: 'reason', message: t.blockers[kind] }))
  return onePage(call, refusedForm(locale, call.form.values, errors, 'end'), 409)
}

const columnsOf = (call: Call) => {
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const states = registrationWords[locale].states
  return [
    { head: t.name, text: (one: RollLine) => one.name },
    { head: t.kana, text: (one: RollLine) => one.kana },
    { head: t.since, text: (one: RollLine) => one.registeredOn },
    { head: t.until, text: (one: RollLine) => one.until ?? '' },
    { head: t.status, text: (one: RollLine) => states[one.state] },
  ]
}

const rollPage = async (call: Call): Promise<Reply> => {
  const t = lifeStaffWords[call.reader.locale]
  const all = await listRoll(call.tx, call.actor.programmeId, call)
  const columns = columnsOf(call)
  const body = (
    <>
      <BackLink href={paths.applications}>{t.applications}</BackLink>
      <Heading>{t.roll}</Heading>
      <Lead>{t.rollLead}</Lead>
      <LinkButton href={paths.rollPdf}>{t.rollPdf}</LinkButton>
      <Table
        caption={t.roll}
        captionHidden
        columns={columns.map(({ head, text }, at) => ({
          head,
          cell: at === 0 ? (one: RollLine) => <Name name={one.name} kana={one.kana} /> : text,
          rowHead: at === 0,
        }))}
        rows={all}
      />
    </>
  )
  return listPage(
    call,
    { title: t.roll, body, wide: true },
    { kind: 'registration.register', names: onePerson, columns: () => columns, rows: () => all },
  )
}

/** The yearly renewal, those who were not heard from, and the register (様式2). */
export const renewalRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.renewals, who: coordinator, reach: programme, handle: renewalsPage }),
  memberRoute({ method: 'POST', path: paths.ask, who: coordinator, reach: programme, handle: ask }),
  memberRoute({
    method: 'GET',
    path: paths.renewal(':id'),
    who: followers,
    reach: followed,
    handle: (call) => onePage(call),
  }),
  memberRoute({ method: 'POST', path: paths.attempt(':id'), who: followers, reach: followed, handle: attempt }),
  memberRoute({ method: 'POST', path: paths.endSilent(':id'), who: coordinator, reach: programme, handle: end }),
  memberRoute({ method: 'GET', path: paths.roll, who: coordinator, reach: programme, handle: rollPage }),
  memberRoute({ method: 'GET', path: paths.rollPdf, who: coordinator, reach: programme, handle: printRegister }),
]
