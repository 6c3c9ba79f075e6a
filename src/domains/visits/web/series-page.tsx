import type { Called } from '#domains/people/index.ts'
import { dayIn } from '#kernel/time.ts'
import type { Call } from '#platform/http/call.ts'
import { formatDay, formatTimes } from '#platform/i18n/dates.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Button,
  Checkboxes,
  EmptyState,
  Fold,
  Form,
  type FormState,
  Heading,
  Hidden,
  Lead,
  LinkButton,
  Name,
  PostButton,
  Section,
  Select,
  StaleEdit,
  type StaleField,
  StatusTag,
  Table,
} from '#ui/index.ts'
import { stands } from '../core/visit-status.ts'
import type { Series, SeriesDay } from '../data/series.ts'
import { requestPaths } from './paths.ts'
import { RuleForm } from './series-rule-form.tsx'
import { ViaField } from './thanks-part.tsx'
import { toneOf } from './visit-list-page.tsx'
import { seriesPaths } from './series-paths.ts'
import { visitPaths } from './visit-paths.ts'
import { seriesStaffWords, seriesWords } from './words-series.ts'
import { visitWords } from './words-visit.ts'

export interface SeriesProps {
  call: Call
  series: Series
  days: readonly SeriesDay[]
  supporters: readonly Called[]
  staff: readonly Called[]
  forms: { invite: FormState; companion: FormState; change: FormState; answer: (personId: string) => FormState }
  /** Somebody else changed the rule first: both versions, above the form that still holds one's own. */
  stale: readonly StaleField[] | null
}

export const SeriesPage = (props: SeriesProps) => {
  const { call, series, days } = props
  const { locale } = call.reader
  const t = seriesWords[locale]
  const ahead = days.filter((one) => stands(one.status) && one.startsAt > call.now)
  const coordinator = call.actor.role === 'coordinator'
  return (
    <>
      <Heading>{t.title}</Heading>
      {call.actor.role === 'supporter' && (
        <OwnAnswer
          call={call}
          series={series}
          days={ahead}
          form={props.forms.answer(call.actor.personId)}
          personId={call.actor.personId}
        />
      )}
      <DaysTable call={call} days={days} />
      {(call.actor.role === 'host' || coordinator) && ahead.some((one) => !one.placeAgreed) && (
        <PostButton
          action={seriesPaths.placeAgreement(series.id)}
          token={call.formToken()}
          kind={coordinator ? 'secondary' : 'primary'}
          fields={{ shown: shownOf(ahead) }}
        >
          {t.agreeAll}
        </PostButton>
      )}
      {coordinator && <StaffParts page={props} days={ahead} />}
      {(call.actor.role === 'host' || coordinator) && (
        <LinkButton href={requestPaths.request(series.requestId)}>{t.request}</LinkButton>
      )}
    </>
  )
}

const dayLabel = (call: Call, one: SeriesDay): string =>
  `${formatDay(dayIn(one.startsAt, call.zone), call.reader.locale)} ${formatTimes(one.startsAt, one.endsAt, call.zone, call.reader.locale)}`

interface AnswerProps extends Pick<SeriesProps, 'call' | 'series' | 'days'> {
  form: FormState
  personId: string
}

/** An answer speaks of the days that stood on the page, and of no other. */
const shownOf = (days: readonly SeriesDay[]): string => days.map((one) => one.visitId).join(' ')

/** All days with one press, chosen days, or not this time. */
const OwnAnswer = ({ call, series, days, form, personId }: AnswerProps) => {
  const { locale } = call.reader
  const t = seriesWords[locale]
  const asked = days.filter((one) => one.supporters.some((each) => each.personId === personId))
  if (asked.length === 0) return null
  const own = personId === call.actor.personId
  return (
    <>
      {own && <Lead>{t.lead}</Lead>}
      <Form
        action={seriesPaths.answers(series.id, personId)}
        token={call.formToken()}
        form={form}
        submit={t.yesSome}
        submitKind="secondary"
        more={
          <>
            <Button name="all" value="yes">
              {t.yesAll}
            </Button>
            <Button name="all" value="no" kind="quiet">
              {t.none}
            </Button>
          </>
        }
      >
        <Hidden name="shown" value={shownOf(asked)} />
        <Checkboxes
          form={form}
          name="days"
          label={t.days}
          unmarked
          choices={asked.map((one) => ({ value: one.visitId, label: dayLabel(call, one) }))}
        />
        {!own && <ViaField form={form} locale={locale} />}
      </Form>
    </>
  )
}

const DaysTable = ({ call, days }: Pick<SeriesProps, 'call' | 'days'>) => {
  const { locale } = call.reader
  const t = seriesWords[locale]
  const s = seriesStaffWords[locale]
  const withNames = call.actor.role === 'coordinator'
  if (days.length === 0) return <EmptyState>{t.noDays}</EmptyState>
  return (
    <Table
      caption={t.days}
      captionHidden
      rows={days}
      columns={[
        {
          head: t.days,
          cell: (one) => <a href={visitPaths.visit(one.visitId)}>{dayLabel(call, one)}</a>,
          rowHead: true,
        },
        { head: t.place, cell: (one) => (one.placeAgreed ? t.yes : t.notYet) },
        ...(withNames
          ? [
              {
                head: s.who,
                cell: (one: SeriesDay) => <span>{one.supporters.map((each) => nameOf(each, s)).join('、')}</span>,
              },
            ]
          : []),
        ...(withNames
          ? [
              {
                head: visitWords[locale].companion,
                cell: (one: SeriesDay) =>
                  one.companion ? <Name name={one.companion.name} kana={one.companion.kana} /> : '',
              },
            ]
          : []),
        {
          head: t.state,
          cell: (one) => <StatusTag tone={toneOf[one.status]}>{visitWords[locale].status[one.status]}</StatusTag>,
        },
      ]}
    />
  )
}

const nameOf = (one: SeriesDay['supporters'][number], s: (typeof seriesStaffWords)['ja']): string =>
  one.left ? s.left(spoken(one)) : one.agreed ? spoken(one) : s.asked(spoken(one))

const StaffParts = ({ page, days }: { page: SeriesProps; days: readonly SeriesDay[] }) => {
  const { call, series, supporters, staff, forms, stale } = page
  const { locale } = call.reader
  const s = seriesStaffWords[locale]
  const invited = [...new Map(days.flatMap((one) => one.supporters).map((each) => [each.personId, each])).values()]
  return (
    <>
      <Section title={s.invite}>
        <Form
          action={seriesPaths.invitations(series.id)}
          token={call.formToken()}
          form={forms.invite}
          submit={s.invite}
        >
          <Select
            form={forms.invite}
            name="person"
            label={s.person}
            required
            options={supporters.map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form>
      </Section>
      {invited.map((one) => (
        <Fold summary={s.told(spoken(one))} open={forms.answer(one.personId).errors.length > 0}>
          <OwnAnswer
            call={call}
            series={series}
            days={days}
            form={forms.answer(one.personId)}
            personId={one.personId}
          />
        </Fold>
      ))}
      <Section title={s.companion}>
        <Form
          action={seriesPaths.companion(series.id)}
          token={call.formToken()}
          form={forms.companion}
          submit={s.companionSubmit}
          submitKind="secondary"
        >
          <Select
            form={forms.companion}
            name="person"
            label={visitWords[locale].companion}
            required
            options={staff.map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form>
      </Section>
      <Fold summary={s.change} open={forms.change.errors.length > 0 || stale !== null}>
        {stale && <StaleEdit locale={locale} fields={stale} />}
        <p>{s.changeLead}</p>
        <RuleForm call={call} form={forms.change} action={seriesPaths.change(series.id)} />
      </Fold>
    </>
  )
}
