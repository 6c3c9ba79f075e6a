import { remarked } from '#platform/i18n/joined.ts'
import { Bullets, Checkboxes, Form, listOf, OwnWords, Section, StaleEdit, TextArea, valueOf } from '#ui/index.ts'
import { companionTasks } from '../core/companion-tasks.ts'
import type { PartProps } from './visit-part.ts'
import { visitPaths } from './visit-paths.ts'
import { visitWords } from './words-visit.ts'
import { visitStaffWords } from './words-visit-staff.ts'

/** The companion's own short record; the coordinator reads it. */
export const RecordForm = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const s = visitStaffWords[locale]
  const own = model.records.find((one) => one.personId === call.actor.personId)
  const done = (personId: string) => {
    const seat = model.visit.participants.find((one) => one.personId === personId && one.part === 'companion')
    return companionTasks.filter((task) => seat?.tasksDone.includes(task))
  }
  const ownTasks = done(call.actor.personId)
  const form = model.form('record', { text: own?.text ?? '', tasks: ownTasks })
  const named = (tasks: readonly string[]) =>
    companionTasks
      .filter((task) => tasks.includes(task))
      .map((task) => s.taskNames[task])
      .join('\n')
  const others = model.records.filter((one) => one.personId !== call.actor.personId)
  if (!model.goesAlong && others.length === 0) return null
  return (
    <Section title={s.record} id="record">
      {others.map((one) => (
        <>
          <Bullets items={done(one.personId).map((task) => s.taskNames[task])} />
          {one.text ? <OwnWords text={one.text} /> : null}
        </>
      ))}
      {model.isStale('record') && (
        <StaleEdit
          locale={locale}
          fields={[
            { label: s.tasks, mine: named(listOf(form, 'tasks')), theirs: named(ownTasks) },
            { label: s.record, mine: valueOf(form, 'text'), theirs: own?.text ?? '' },
          ]}
        />
      )}
      {model.goesAlong && (
        <Form
          action={visitPaths.record(model.visit.id)}
          token={call.formToken()}
          version={own?.version ?? 0}
          form={form}
          submit={s.recordSubmit}
          submitKind="secondary"
        >
          <Checkboxes
            form={form}
            name="tasks"
            label={s.tasks}
            unmarked
            choices={companionTasks.map((task) => ({ value: task, label: s.taskNames[task] }))}
          />
          <TextArea form={form} name="text" label={s.record} hint={s.recordHint} unmarked maxlength={4000} />
        </Form>
      )}
    </Section>
  )
}

/** What was written looking back, and a form for whoever may write it: the person, or who went along, together. */
export const ReflectionSection = ({ call, model }: PartProps) => {
  const t = visitWords[call.reader.locale]
  const people = model.visit.participants.filter(
    (one) => one.part === 'supporter' && one.leftAt === null && mayWrite(call, model, one.personId),
  )
  const others = model.reflections.filter((one) => !people.some((each) => each.personId === one.personId))
  if (people.length === 0 && others.length === 0) return null
  return (
    <Section title={t.reflection}>
      {people.map((one) => (
        <ReflectionForm call={call} model={model} personId={one.personId} />
      ))}
      {others.map((one) => (
        <OwnWords text={one.text} />
      ))}
    </Section>
  )
}

const ReflectionForm = ({ call, model, personId }: PartProps & { personId: string }) => {
  const { locale } = call.reader
  const t = visitWords[locale]
  const s = visitStaffWords[locale]
  const own = call.actor.personId === personId
  const kept = model.reflections.find((each) => each.personId === personId)
  const which = `reflect-${personId}` as const
  const form = model.form(which, { text: kept?.text ?? '' })
  const label = own ? t.reflection : remarked(t.reflection, model.called(personId) ?? '', locale)
  return (
    <>
      {model.isStale(which) && (
        <StaleEdit locale={locale} fields={[{ label, mine: valueOf(form, 'text'), theirs: kept?.text ?? '' }]} />
      )}
      <Form
        action={visitPaths.reflection(model.visit.id, personId)}
        token={call.formToken()}
        version={kept?.version ?? 0}
        form={form}
        submit={s.reflectSubmit}
        submitKind="secondary"
      >
        <TextArea
          form={form}
          name="text"
          label={label}
          hint={own ? undefined : s.reflectHint}
          unmarked
          maxlength={4000}
        />
      </Form>
    </>
  )
}

const mayWrite = (call: PartProps['call'], model: PartProps['model'], personId: string): boolean =>
  call.actor.personId === personId ||
  ((call.actor.role === 'coordinator' || model.goesAlong) && model.seen.classes.get(personId)?.has('care') === true)
