import type { FiscalYear } from '#kernel/fiscal-year.ts'
import { formatFiscalYear } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  Form,
  type FormState,
  Heading,
  Lead,
  NumberField,
  Section,
  StaleEdit,
  Table,
  TextField,
  valueOf,
} from '#ui/index.ts'
import type { YearPlan } from '../data/programmes.ts'
import { planLabels } from './labels.ts'
import { programmePaths } from './paths.ts'
import { programmeWords } from './words.ts'

interface Props {
  locale: Locale
  plans: readonly YearPlan[]
  form: FormState
  token: string
}

/** Each year's plan: the figures that the programme publishes. */
export const PlanPage = ({ locale, plans, form, token }: Props) => {
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
          {
            head: t.year,
            cell: (plan) => <a href={programmePaths.planOf(plan.year)}>{formatFiscalYear(plan.year, locale)}</a>,
            rowHead: true,
          },
          { head: t.plannedSupporters, cell: (plan) => t.people(plan.supporters), numeric: true },
          { head: t.plannedVisits, cell: (plan) => t.times(plan.visits), numeric: true },
          { head: t.note, cell: (plan) => plan.note },
        ]}
      />
      <Section title={t.addYear}>
        <Form action={programmePaths.plan} token={token} version={0} form={form} submit={t.save}>
          <NumberField form={form} name="year" label={label.year} hint={t.yearExample} required min={2000} max={2200} />
          <Figures form={form} />
        </Form>
      </Section>
    </>
  )
}

interface YearProps {
  locale: Locale
  year: FiscalYear
  form: FormState
  token: string
  version: number
  /** What somebody else saved meanwhile, as the form would show it. */
  theirs: FormState['values'] | null
}

/** One year's plan, to be written anew. */
export const YearPage = ({ locale, year, form, token, version, theirs }: YearProps) => {
  const t = programmeWords[locale]
  const label: Record<string, string> = planLabels(locale)
  return (
    <>
      <BackLink href={programmePaths.plan}>{t.planTitle}</BackLink>
      <Heading above={formatFiscalYear(year, locale)}>{t.editYear}</Heading>
      {theirs && (
        <StaleEdit
          locale={locale}
          fields={Object.keys(theirs).map((name) => ({
            label: label[name] ?? name,
            mine: valueOf(form, name),
            theirs: valueOf({ ...form, values: theirs }, name),
          }))}
        />
      )}
      <Form action={programmePaths.planOf(year)} token={token} version={version} form={form} submit={t.save}>
        <Figures form={form} />
      </Form>
    </>
  )
}

const Figures = ({ form }: { form: FormState }) => {
  const label = planLabels(form.locale)
  return (
    <>
      <NumberField form={form} name="supporters" label={label.supporters} required min={0} />
      <NumberField form={form} name="visits" label={label.visits} required min={0} />
      <TextField form={form} name="note" label={label.note} maxlength={400} />
    </>
  )
}
