import { dayIn } from '#kernel/time.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { Fold, Form, OwnWords, PostButton, Section, Select, TextArea } from '#ui/index.ts'
import type { PartProps } from './visit-part.ts'
import { visitPaths } from './visit-paths.ts'
import { visitWords } from './words-visit.ts'
import { visitStaffWords } from './words-visit-staff.ts'

/** Words of the place. Staff see whether they were passed on, and pass them on. */
export const ThanksSection = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const t = visitWords[locale]
  const s = visitStaffWords[locale]
  const staff = call.actor.role === 'coordinator'
  return (
    <Section title={t.thanks}>
      {model.thanks.length === 0 ? <p>{t.noThanks}</p> : null}
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
    </Section>
  )
}

/** The place writes; staff write down what they were told. Folded away where there are words already, or it is not one's own to do. */
export const ThanksForm = ({ call, model }: PartProps) => {
  const { locale } = call.reader
  const s = visitStaffWords[locale]
  const form = model.form('thanks')
  const host = call.actor.role === 'host'
  const body = (
    <>
      <p>{s.thanksLead}</p>
      <Form action={visitPaths.thanks(model.visit.id)} token={call.formToken()} form={form} submit={s.thanksSubmit}>
        <TextArea form={form} name="text" label={s.thanksText} required maxlength={2000} />
        <TextArea form={form} name="to_staff" label={s.thanksToStaff} maxlength={2000} />
        {!host && <ViaField form={form} locale={locale} />}
      </Form>
    </>
  )
  return host && model.thanks.length === 0 ? (
    <Section title={s.thanksTitle} id="thanks">
      {body}
    </Section>
  ) : (
    <Fold summary={host ? s.thanksMore : s.thanksTold} open={form.errors.length > 0}>
      {body}
    </Fold>
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
