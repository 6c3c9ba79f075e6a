import { dayIn, localOf, minuteText } from '#kernel/time.ts'
import {
  Checkboxes,
  Checkbox,
  DateField,
  FieldRow,
  Fold,
  Form,
  Hidden,
  NumberField,
  PostButton,
  Radios,
  Section,
  Select,
  StaleEdit,
  TextField,
  TimeField,
  valueOf,
} from '#ui/index.ts'
import { sides, stands, visitBlockers } from '../core/visit-status.ts'
import { visitFacts } from '../actions/visit-step.ts'
import type { VisitForm, VisitModel } from './visit-model.ts'
import type { PartProps } from './visit-part.ts'
import { visitPaths } from './visit-paths.ts'
import { visitWords } from './words-visit.ts'
import { visitStaffWords } from './words-visit-staff.ts'

/** What may be done with the visit now: only what the table and the role allow is offered. */
export const StaffForms = ({ call, model }: PartProps) => {
  const s = visitStaffWords[call.reader.locale]
  const { visit } = model
  const begun = visit.startsAt <= call.now
  const staff = call.actor.role === 'coordinator' || model.goesAlong
  const coordinator = call.actor.role === 'coordinator'
  if (!stands(visit.status)) return null
  return (
    <Section title={s.deal}>
      <ConfirmPart call={call} model={model} />
      {coordinator && visit.companionNeeded && <CompanionForm call={call} model={model} />}
      {coordinator && !begun && <MeetingForm call={call} model={model} />}
      {coordinator && (!begun || visit.status === 'planned') && <MoveForm call={call} model={model} />}
      {(staff || !begun) && <CallOffForm call={call} model={model} begun={begun} />}
    </Section>
  )
}

// Where everything holds and nobody's answer is waited for, staff may go ahead with a seat left open.
const ConfirmPart = ({ call, model: { visit } }: PartProps) => {
  const s = visitStaffWords[call.reader.locale]
  const blockers = visitBlockers({ from: visit.status, to: 'confirmed', who: 'coordinator' }, visitFacts(call, visit))
  return call.actor.role !== 'coordinator' || blockers.length > 0 ? null : (
    <>
      <p>{s.confirmLead}</p>
      <PostButton action={visitPaths.confirmation(visit.id)} token={call.formToken()} kind="secondary">
        {s.confirm}
      </PostButton>
    </>
  )
}

// A form that was refused is shown open, so that what is wrong is seen.
const isOpen = (model: VisitModel, which: VisitForm): boolean =>
  model.form(which).errors.length > 0 || model.isStale(which)

/** Its time has come: who came, and that it took place. */
export const HoldForm = ({ call, model }: PartProps) => {
  const s = visitStaffWords[call.reader.locale]
  const there = model.visit.participants.filter((one) => one.part === 'supporter' && one.leftAt === null)
  const form = model.form('hold', { came: there.map((one) => one.personId) })
  return (
    <Section title={s.hold}>
      <p>{s.holdLead}</p>
      <Form action={visitPaths.holding(model.visit.id)} token={call.formToken()} form={form} submit={s.holdSubmit}>
        <Checkboxes
          form={form}
          name="came"
          label={s.came}
          required
          choices={there.map((one) => ({
            value: one.personId,
            label: model.called(one.personId) ?? '',
          }))}
        />
        <NumberField form={form} name="met" label={s.met} min={0} max={1000} />
      </Form>
    </Section>
  )
}

const CompanionForm = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const s = visitStaffWords[locale]
  const now = model.visit.participants.find((one) => one.part === 'companion' && one.leftAt === null)
  const form = model.form('companion', { person: now?.personId ?? '' })
  const label = visitWords[locale].companion
  const nameOf = (id: string): string => model.staff.find((one) => one.id === id)?.name ?? ''
  return (
    <Fold summary={s.changeCompanion} open={now === undefined || isOpen(model, 'companion')}>
      {model.isStale('companion') && (
        <StaleEdit
          locale={locale}
          fields={[{ label, mine: nameOf(valueOf(form, 'person')), theirs: nameOf(now?.personId ?? '') }]}
        />
      )}
      <Form
        action={visitPaths.companion(model.visit.id)}
        token={call.formToken()}
        form={form}
        submit={s.companionSubmit}
        submitKind="secondary"
      >
        <Hidden name="was" value={now?.personId ?? ''} />
        <Select
          form={form}
          name="person"
          label={label}
          required
          options={model.staff.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form>
    </Fold>
  )
}

const MeetingForm = ({ call, model }: PartProps) => {
  const s = visitStaffWords[call.reader.locale]
  const form = model.form('meeting', { day: '', from: '13:00', to: '13:30' })
  return (
    <Fold summary={s.addMeeting} open={isOpen(model, 'meeting')}>
      <Form
        action={visitPaths.meetings(model.visit.id)}
        token={call.formToken()}
        form={form}
        submit={s.meetingSubmit}
        submitKind="secondary"
      >
        <DateField form={form} name="day" label={s.day} required />
        <FieldRow>
          <TimeField form={form} name="from" label={s.from} required />
          <TimeField form={form} name="to" label={s.to} required />
        </FieldRow>
        <TextField form={form} name="where" label={s.whereText} maxlength={120} />
        <Checkbox form={form} name="online" label={s.meetingOnline} />
      </Form>
    </Fold>
  )
}

const clockAt = (at: Date, zone: string): string => minuteText(localOf(at, zone).minute)

const MoveForm = ({ call, model }: PartProps) => {
  const s = visitStaffWords[call.reader.locale]
  const { startsAt, endsAt } = model.visit
  const form = model.form('move', { day: dayIn(startsAt, call.zone) })
  const now = { day: dayIn(startsAt, call.zone), from: clockAt(startsAt, call.zone), to: clockAt(endsAt, call.zone) }
  return (
    <Fold summary={s.move} open={isOpen(model, 'move')}>
      {model.isStale('move') && (
        <StaleEdit
          locale={call.reader.locale}
          fields={(['day', 'from', 'to'] as const).map((name) => ({
            label: s[name],
            mine: valueOf(form, name),
            theirs: now[name],
          }))}
        />
      )}
      <p>{s.moveLead}</p>
      <Form
        action={visitPaths.newTime(model.visit.id)}
        token={call.formToken()}
        form={form}
        submit={s.moveSubmit}
        submitKind="secondary"
      >
        <DateField form={form} name="day" label={s.day} required />
        <FieldRow>
          <TimeField form={form} name="from" label={s.from} required />
          <TimeField form={form} name="to" label={s.to} required />
        </FieldRow>
        <TextField form={form} name="note" label={s.note} maxlength={200} />
      </Form>
    </Fold>
  )
}

const CallOffForm = ({ call, model, begun }: PartProps & { begun: boolean }) => {
  const s = visitStaffWords[call.reader.locale]
  const t = visitWords[call.reader.locale]
  const form = model.form('off')
  return (
    <Fold summary={s.callOff} open={isOpen(model, 'off')}>
      <p>{s.callOffLead}</p>
      <Form
        action={visitPaths.callingOff(model.visit.id)}
        token={call.formToken()}
        form={form}
        submit={s.offSubmit}
        submitKind="careful"
      >
        <Radios
          form={form}
          name="side"
          label={s.side}
          required
          choices={sides
            .filter((side) => begun || side !== 'nobody_came')
            .map((side) => ({ value: side, label: t.sides[side] }))}
        />
        <TextField form={form} name="note" label={s.note} maxlength={200} />
      </Form>
    </Fold>
  )
}
