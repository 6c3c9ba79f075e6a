import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { ToldFields } from '#domains/people/index.ts'
import {
  BackLink,
  DateField,
  type Definition,
  DefinitionList,
  EmptyState,
  FieldRow,
  Fold,
  Form,
  type FormState,
  Heading,
  Hidden,
  Name,
  Notice,
  OwnWords,
  PostButton,
  Section,
  Small,
  StatusTag,
  TextArea,
  TextField,
  TimeField,
} from '#ui/index.ts'
import { isOpen } from '../core/practicum-status.ts'
import { DayCard } from './practicum-day-card.tsx'
import { formOf, type PracticumPageProps, practicumTone } from './practicum-model.ts'
import { practicumPaths as paths } from './practicum-paths.ts'
import { practicumStaffWords } from './practicum-staff-words.ts'
import { practicumWords } from './practicum-words.ts'

/** A practicum: goals, who agreed, the days. */
export const PracticumPage = ({ page }: { page: PracticumPageProps }): VNode => {
  const { locale, practicum, as } = page
  const t = practicumWords[locale]
  const problem = page.refused?.id === 'step' ? page.refused.form.errors[0]?.message : undefined
  return (
    <>
      <BackLink href={paths.list}>{t.back}</BackLink>
      <Heading
        above={t.kinds[practicum.kind]}
        tag={<StatusTag tone={practicumTone[practicum.status]}>{t.status[practicum.status]}</StatusTag>}
      >
        {practicum.placeName}
      </Heading>
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      <DefinitionList items={factsOf(page)} />
      <Goals page={page} />
      {practicum.status === 'cancelled' ? null : <Agreement page={page} />}
      <Days page={page} />
      {isOpen(practicum.status) && as !== 'staff' ? <CallOff page={page} /> : null}
      {as === 'coordinator' ? <Ending page={page} /> : null}
    </>
  )
}

const factsOf = ({ locale, practicum, as }: PracticumPageProps): (Definition | null)[] => {
  const t = practicumWords[locale]
  const { called, companionName, companionKana } = practicum
  return [
    as === 'trainee' || !called.name
      ? null
      : { term: t.trainee, value: <Name name={called.name} kana={called.kana} /> },
    { term: t.companion, value: companionName ? <Name name={companionName} kana={companionKana} /> : t.nobody },
  ]
}

const Goals = ({ page }: { page: PracticumPageProps }): VNode => {
  const { locale, practicum, as, token } = page
  const t = practicumWords[locale]
  const form = formOf(page, 'goals', { goals: practicum.goals })
  return (
    <Section title={t.goals}>
      {practicum.goals ? <OwnWords text={practicum.goals} /> : <EmptyState>{t.goalsNone}</EmptyState>}
      {isOpen(practicum.status) && (as === 'trainee' || as === 'coordinator') ? (
        <Fold summary={t.goalsEdit} open={practicum.goals === '' || form.errors.length > 0}>
          <Form
            action={paths.goals(practicum.id)}
            token={token()}
            form={form}
            submit={t.goalsSave}
            submitKind="secondary"
          >
            <TextArea form={form} name="goals" label={t.goals} hint={t.goalsHint} required maxlength={2000} />
          </Form>
        </Fold>
      ) : null}
    </Section>
  )
}

const Agreement = ({ page }: { page: PracticumPageProps }): VNode => {
  const { locale, zone, practicum, as, token } = page
  const t = practicumWords[locale]
  const s = practicumStaffWords[locale]
  const said = (at: Date | null): string => (at ? t.agreedOn(formatDayLong(dayIn(at, zone), locale)) : t.notYet)
  const open = isOpen(practicum.status)
  const sides = [
    { side: 'trainee', label: t.trainee, at: practicum.traineeAgreedAt },
    { side: 'place', label: t.placeSide, at: practicum.placeAgreedAt },
  ] as const
  return (
    <Section title={t.agreement}>
      <Small>{t.agreementLead}</Small>
      <DefinitionList items={sides.map(({ label, at }) => ({ term: label, value: said(at) }))} />
      {sides.map(({ side, label, at }) => {
        if (!open || at !== null) return null
        if (as === side) {
          return (
            <PostButton action={paths.agreement(practicum.id, side)} token={token()} kind="primary">
              {t.agree}
            </PostButton>
          )
        }
        if (as !== 'coordinator') return null
        const form = formOf(page, `told-${side}`)
        return (
          <Fold summary={`${s.told}: ${label}`} open={form.errors.length > 0}>
            <Form
              action={paths.agreement(practicum.id, side)}
              token={token()}
              form={form}
              submit={s.toldSave}
              submitKind="secondary"
            >
              <ToldFields locale={locale} form={form} />
            </Form>
          </Fold>
        )
      })}
    </Section>
  )
}

const Days = ({ page }: { page: PracticumPageProps }): VNode => {
  const { locale, practicum, as, token } = page
  const t = practicumWords[locale]
  const s = practicumStaffWords[locale]
  const form = formOf(page, 'day')
  return (
    <Section title={t.days}>
      {practicum.seenDays.length === 0 ? <EmptyState>{t.daysNone}</EmptyState> : null}
      {practicum.seenDays.map((day) => (
        <DayCard page={page} day={day} />
      ))}
      {as === 'coordinator' && isOpen(practicum.status) ? (
        <Fold summary={s.addDay} open={form.errors.length > 0}>
          <Form action={paths.days(practicum.id)} token={token()} form={form} submit={s.addDay} submitKind="secondary">
            <Small>{s.addDayLead}</Small>
            <DayFields form={form} locale={locale} />
          </Form>
        </Fold>
      ) : null}
    </Section>
  )
}

export const DayFields = ({ form, locale }: { form: FormState; locale: Locale }): VNode => {
  const s = practicumStaffWords[locale]
  return (
    <FieldRow>
      <DateField form={form} name="day" label={s.day} required />
      <TimeField form={form} name="from" label={s.from} required />
      <TimeField form={form} name="until" label={s.until} required />
    </FieldRow>
  )
}

const CallOff = ({ page }: { page: PracticumPageProps }): VNode => {
  const t = practicumWords[page.locale]
  return (
    <Fold summary={t.callOff}>
      <p>{t.callOffLead}</p>
      <PostButton
        action={paths.status(page.practicum.id)}
        token={page.token()}
        kind="careful"
        fields={{ to: 'cancelled' }}
      >
        {t.callOffDo}
      </PostButton>
    </Fold>
  )
}

const Ending = ({ page }: { page: PracticumPageProps }): VNode | null => {
  const { locale, practicum, token } = page
  const s = practicumStaffWords[locale]
  const action = paths.status(practicum.id)
  if (practicum.status === 'agreed' && practicum.days.every(({ status }) => status !== 'planned')) {
    return (
      <PostButton action={action} token={token()} kind="primary" fields={{ to: 'done' }}>
        {s.done}
      </PostButton>
    )
  }
  if (practicum.status !== 'done') return null
  const form = formOf(page, 'status')
  return (
    <Fold summary={s.reopen} open={form.errors.length > 0}>
      <Form action={action} token={token()} form={form} submit={s.reopen} submitKind="secondary">
        <Hidden name="to" value="agreed" />
        <TextField form={form} name="reason" label={s.reason} required maxlength={200} />
      </Form>
    </Fold>
  )
}
