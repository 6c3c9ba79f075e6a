import { Checkboxes, Form, OwnWords, Section, TextArea } from '#ui/index.ts'
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
  const seat = model.visit.participants.find((one) => one.personId === call.actor.personId && one.part === 'companion')
  const form = model.form('record', { text: own?.text ?? '', tasks: seat?.tasksDone ?? [] })
  const others = model.records.filter((one) => one.personId !== call.actor.personId)
  if (!model.goesAlong && others.length === 0) return null
  return (
    <Section title={s.record} id="record">
      {others.map((one) => (
        <OwnWords text={one.text} />
      ))}
      {model.goesAlong && (
        <Form
          action={visitPaths.record(model.visit.id)}
          token={call.formToken()}
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
export const ReflectionParts = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const t = visitWords[locale]
  const s = visitStaffWords[locale]
  const { visit } = model
  const people = visit.participants.filter(
    (one) => one.part === 'supporter' && one.leftAt === null && mayWrite(call, model, one.personId),
  )
  return (
    <>
      {model.reflections.length === 0 && <p>{t.noReflection}</p>}
      {visit.status === 'held' &&
        people.map((one) => {
          const text = model.reflections.find((each) => each.personId === one.personId)?.text ?? ''
          const form = { ...model.form('reflect', { text }), id: `reflect-${one.personId}` }
          return (
            <Form
              action={visitPaths.reflection(visit.id, one.personId)}
              token={call.formToken()}
              form={form}
              submit={s.reflectSubmit}
              submitKind="secondary"
            >
              <TextArea
                form={form}
                name="text"
                label={
                  call.actor.personId === one.personId
                    ? t.reflection
                    : `${t.reflection}（${model.seen.names.get(one.personId) ?? ''}）`
                }
                hint={call.actor.personId === one.personId ? undefined : s.reflectHint}
                unmarked
                maxlength={4000}
              />
            </Form>
          )
        })}
      {model.reflections
        .filter((one) => visit.status !== 'held' || !people.some((each) => each.personId === one.personId))
        .map((one) => (
          <OwnWords text={one.text} />
        ))}
    </>
  )
}

const mayWrite = (call: PartProps['call'], model: PartProps['model'], personId: string): boolean =>
  call.actor.personId === personId ||
  ((call.actor.role === 'coordinator' || model.goesAlong) && model.seen.classes.get(personId)?.has('care') === true)
