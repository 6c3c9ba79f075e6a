import type { Called } from '#domains/people/index.ts'
import { dayIn } from '#kernel/time.ts'
import type { Call } from '#platform/http/call.ts'
import { formatDay, formatTimes, weekdayLabel } from '#platform/i18n/dates.ts'
import {
  Button,
  Checkbox,
  Checkboxes,
  DateField,
  EmptyState,
  FieldRow,
  Fold,
  Form,
  type FormState,
  Heading,
  Lead,
  Notice,
  NumberField,
  PostButton,
  Radios,
  Section,
  Select,
  StatusTag,
  Table,
  TimeField,
} from '#ui/index.ts'
import { stands } from '../core/visit-status.ts'
import type { Series, SeriesDay } from '../data/series.ts'
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
      {series.supersededBy && (
        <Notice>
          {t.moved} <a href={seriesPaths.series(series.supersededBy)}>{t.seeNew}</a>
        </Notice>
      )}
      {call.actor.role === 'supporter' ? (
        <OwnAnswer
          call={call}
          series={series}
          days={ahead}
          form={props.forms.answer(call.actor.personId)}
          personId={call.actor.personId}
        />
      ) : (
        <DaysTable call={call} days={days} />
      )}
      {(call.actor.role === 'host' || coordinator) && ahead.some((one) => !one.placeAgreed) && (
        <PostButton
          action={seriesPaths.placeAgreement(series.id)}
          token={call.formToken()}
          kind={coordinator ? 'secondary' : 'primary'}
        >
          {t.agreeAll}
        </PostButton>
      )}
      {coordinator && series.supersededBy === null && (
        <StaffParts
          call={call}
          series={series}
          days={ahead}
          supporters={props.supporters}
          staff={props.staff}
          forms={props.forms}
        />
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

/** All days with one press, chosen days, or not this time. */
const OwnAnswer = ({ call, series, days, form, personId }: AnswerProps) => {
  const { locale } = call.reader
  const t = seriesWords[locale]
  const asked = days.filter((one) => one.supporters.some((each) => each.personId === personId))
  if (asked.length === 0) return <EmptyState>{t.noDays}</EmptyState>
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
                cell: (one: SeriesDay) => (
                  <span data-no-ruby>{one.supporters.map((each) => nameOf(each, s)).join('、')}</span>
                ),
              },
            ]
          : []),
        ...(withNames
          ? [
              {
                head: visitWords[locale].companion,
                cell: (one: SeriesDay) => <span data-no-ruby>{one.companion ?? ''}</span>,
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
  one.left ? s.left(one.name) : one.agreed ? one.name : s.asked(one.name)

const StaffParts = ({ call, series, days, supporters, staff, forms }: SeriesProps) => {
  const s = seriesStaffWords[call.reader.locale]
  const invited = [
    ...new Map(days.flatMap((one) => one.supporters).map((each) => [each.personId, each.name])).entries(),
  ]
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
      {invited.map(([personId, name]) => (
        <Fold summary={<span data-no-ruby>{s.told(name)}</span>}>
          <OwnAnswer call={call} series={series} days={days} form={forms.answer(personId)} personId={personId} />
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
            label={visitWords[call.reader.locale].companion}
            required
            options={staff.map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form>
      </Section>
      <Fold summary={s.change} open={forms.change.errors.length > 0}>
        <p>{s.changeLead}</p>
        <RuleForm call={call} form={forms.change} action={seriesPaths.change(series.id)} />
      </Fold>
    </>
  )
}

export const RuleForm = ({ call, form, action }: { call: Call; form: FormState; action: string }) => {
  const { locale } = call.reader
  const s = seriesStaffWords[locale]
  return (
    <Form action={action} token={call.formToken()} form={form} submit={s.save}>
      <Radios
        form={form}
        name="pattern"
        label={s.pattern}
        required
        choices={(['weeks', 'nth', 'last', 'shifts'] as const).map((one) => ({ value: one, label: s.patterns[one] }))}
      />
      <Checkboxes
        form={form}
        name="weekdays"
        label={s.weekdays}
        required
        inline
        choices={[1, 2, 3, 4, 5, 6, 7].map((one) => ({ value: String(one), label: weekdayLabel(one, locale) }))}
      />
      <NumberField form={form} name="every" label={s.every} min={1} max={12} />
      <NumberField form={form} name="nth" label={s.nth} min={1} max={5} />
      <FieldRow>
        <DateField form={form} name="from_day" label={s.fromDay} required />
        <DateField form={form} name="until_day" label={s.untilDay} required />
      </FieldRow>
      <FieldRow>
        <TimeField form={form} name="from" label={s.from} required />
        <TimeField form={form} name="to" label={s.to} required />
      </FieldRow>
      <Checkbox form={form} name="without_holidays" label={s.withoutHolidays} />
    </Form>
  )
}
