import { formatFiscalYear } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Form, type FormState, Heading, Lead, NumberField, Section, Table, TextField } from '#ui/index.ts'
import type { YearPlan } from '../data/programmes.ts'
import { planLabels } from './labels.ts'
import { programmePaths } from './paths.ts'
import { programmeWords } from './words.ts'

interface Props {
  locale: Locale
  plans: readonly YearPlan[]
  form: FormState
  token: string
  mayEdit: boolean
}

/** Each year's plan: the figures that the programme publishes. */
export const PlanPage = ({ locale, plans, form, token, mayEdit }: Props) => {
  const t = programmeWords[locale]
  const label = planLabels(locale)
  return (
    <>
      <Heading>{t.planTitle}</Heading>
      <Lead>{t.planLead}</Lead>
      <Table
        caption={t.planTitle}
        captionHidden
        rows={plans}
        columns={[
          { head: t.year, cell: (plan) => formatFiscalYear(plan.year, locale), rowHead: true },
          { head: t.plannedSupporters, cell: (plan) => t.people(plan.supporters), numeric: true },
          { head: t.plannedVisits, cell: (plan) => t.times(plan.visits), numeric: true },
          { head: t.note, cell: (plan) => plan.note },
        ]}
      />
      {mayEdit && (
        <Section title={t.addYear}>
          <Form action={programmePaths.plan} token={token} version={0} form={form} submit={t.save}>
            <NumberField
              form={form}
              name="year"
              label={label.year}
              hint={t.yearExample}
              required
              min={2000}
              max={2200}
            />
            <NumberField form={form} name="supporters" label={label.supporters} required min={0} />
            <NumberField form={form} name="visits" label={label.visits} required min={0} />
            <TextField form={form} name="note" label={label.note} maxlength={400} />
          </Form>
        </Section>
      )}
    </>
  )
}
