import { dayIn } from '#kernel/time.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { Form, OwnWords, PostButton, Section, Select, TextArea } from '#ui/index.ts'
import type { PartProps } from './visit-part.ts'
import { visitPaths } from './visit-paths.ts'
import { visitWords } from './words-visit.ts'
import { visitStaffWords } from './words-visit-staff.ts'

/** Words of the place. Staff see whether they were passed on, and pass them on. */
export const ThanksList = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const s = visitStaffWords[locale]
  const staff = call.actor.role === 'coordinator'
  if (model.thanks.length === 0) return <p>{visitWords[locale].noThanks}</p>
  return (
    <>
      {model.thanks.map((one) => (
        <div>
          <OwnWords text={one.text} />
          {one.toStaff ? (
            <>
              <p class="small">{s.toStaffOnly}</p>
              <OwnWords text={one.toStaff} />
            </>
          ) : null}
          {staff && (
            <p class="small">
              {one.passedOnAt ? s.passedOnDay(formatDayLong(dayIn(one.passedOnAt, call.zone), locale)) : s.notPassedOn}
            </p>
          )}
          {staff && one.passedOnAt === null && (
            <PostButton
              action={visitPaths.thanksPassedOn(model.visit.id, one.id)}
              token={call.formToken()}
              kind="primary"
            >
              {s.passOn}
            </PostButton>
          )}
        </div>
      ))}
    </>
  )
}

export const ThanksForm = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const s = visitStaffWords[locale]
  const form = model.form('thanks')
  return (
    <Section title={s.thanksTitle} id="thanks">
      <p>{s.thanksLead}</p>
      <Form action={visitPaths.thanks(model.visit.id)} token={call.formToken()} form={form} submit={s.thanksSubmit}>
        <TextArea form={form} name="text" label={s.thanksText} required maxlength={2000} />
        <TextArea form={form} name="to_staff" label={s.thanksToStaff} maxlength={2000} />
        {call.actor.role === 'coordinator' && <ViaField form={form} locale={locale} />}
      </Form>
    </Section>
  )
}

/** How something was told, where staff write it down for somebody. */
export const ViaField = ({
  form,
  locale,
}: {
  form: Parameters<typeof Select>[0]['form']
  locale: keyof typeof visitWords
}) => {
  const t = visitWords[locale]
  return (
    <Select
      form={form}
      name="via"
      label={t.via}
      required
      blank={false}
      options={(['phone', 'in_person', 'paper', 'fax', 'mail'] as const).map((value) => ({
        value,
        label: t.viaNames[value],
      }))}
    />
  )
}
