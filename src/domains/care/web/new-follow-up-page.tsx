import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, DateField, Form, type FormState, Heading, Select } from '#ui/index.ts'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

interface NewView {
  locale: Locale
  today: CalendarDay
  form: FormState
  token: string
  people: readonly { id: string; name: string }[]
}

export const NewFollowUpPage = ({ locale, today, form, token, people }: NewView): VNode => {
  const t = followUpWords[locale]
  return (
    <>
      <BackLink href={carePaths.followUps}>{t.back}</BackLink>
      <Heading>{t.newTitle}</Heading>
      <Form action={carePaths.newFollowUp} token={token} form={form} submit={t.newSubmit}>
        <Select
          form={form}
          name="person_id"
          label={t.person}
          required
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField form={form} name="due_on" label={t.dueOn} required min={today} />
      </Form>
    </>
  )
}
