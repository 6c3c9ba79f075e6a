import type { VNode } from 'preact'
import { Form, type FormState, Radios, Section, Select, Small } from '#ui/index.ts'
import { tellings } from '#domains/people/index.ts'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

/** The person said on the telephone, or on paper, whether they would like to rest. */
export const RestTold = (props: { form: FormState; followUpId: string; token: string }): VNode => {
  const { form } = props
  const t = followUpWords[form.locale]
  return (
    <Section title={t.restTitle}>
      <Small>{t.restLead}</Small>
      <Form
        action={carePaths.restTold(props.followUpId)}
        token={props.token}
        form={form}
        submit={t.restSubmit}
        submitKind="secondary"
      >
        <Radios
          form={form}
          name="answer"
          label={t.restAnswer}
          required
          inline
          choices={[
            { value: 'rest', label: t.rest },
            { value: 'no_thanks', label: t.noThanks },
          ]}
        />
        <Select
          form={form}
          name="via"
          label={t.via}
          required
          options={tellings.map((via) => ({ value: via, label: t.vias[via] }))}
        />
      </Form>
    </Section>
  )
}
