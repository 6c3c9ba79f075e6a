import { namesOf } from '#domains/people/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  BackLink,
  blankForm,
  FieldGroup,
  Form,
  type FormState,
  Heading,
  Lead,
  OwnWords,
  refusedForm,
  StaleEdit,
  type StaleField,
  TextArea,
  TextField,
  valueOf,
} from '#ui/index.ts'
import { linkMeaning, type Meaning, showMeaning } from '../actions/link-meaning.ts'
import { ownWords } from './own-words.ts'
import { registrationPaths as paths } from './paths.ts'
import { registrationWords } from './staff-words.ts'
import { stepWords } from './step-words.ts'

const who = ['coordinator'] as const
const reach = 'the programme'
const fieldOf = (id: string): string => `meant_${id}`

interface Shown {
  form: FormState
  /** What was typed before the sheet was changed. */
  typed?: FormState | null
  status?: number
}

const meaningPage = async (call: Call, meaning: Meaning, shown: Shown): Promise<Reply> => {
  const { form, typed = null, status = 200 } = shown
  const { locale } = call.reader
  const t = registrationWords[locale]
  const id = call.param('id')
  const called = (await namesOf(call.tx, call.actor.programmeId, [id])).get(id)
  const nothing = meaning.avoidances.length === 0 && meaning.company === ''
  return page(
    t.meant,
    <>
      <BackLink href={paths.supporter(id)}>{t.backToSupporter}</BackLink>
      <Heading above={called && spoken(called)}>{t.meant}</Heading>
      <Lead>{t.meantLead}</Lead>
      {typed && <StaleEdit locale={locale} fields={staleFields(meaning, typed)} />}
      {nothing ? (
        <p>{t.meantNone}</p>
      ) : (
        <Form
          action={paths.links(id)}
          token={call.formToken()}
          version={meaning.version}
          form={form}
          submit={ownWords[locale].save}
        >
          {meaning.avoidances.map(({ avoidance }) => (
            <TextField
              form={form}
              name={fieldOf(avoidance.id)}
              label={avoidance.text}
              hint={avoidance.kind === 'place' ? stepWords[locale].avoidPlaces : stepWords[locale].avoidPeople}
              unmarked
              maxlength={120}
            />
          ))}
          {meaning.company !== '' && (
            <FieldGroup legend={stepWords[locale].company}>
              <OwnWords text={meaning.company} />
              <TextArea form={form} name="company" label={t.meantCompany} unmarked maxlength={600} rows={3} />
            </FieldGroup>
          )}
          <p>{t.meantHint}</p>
        </Form>
      )}
    </>,
    { status },
  )
}

const asTyped = (meaning: Meaning): Record<string, string> => ({
  ...Object.fromEntries(meaning.avoidances.map(({ avoidance, name }) => [fieldOf(avoidance.id), name])),
  company: meaning.companyNames.join('\n'),
})

/** Each name beside the saved one; a name that was meant for words which the sheet no longer has stands with them, too. */
const staleFields = (meaning: Meaning, typed: FormState): StaleField[] => {
  const t = registrationWords[typed.locale]
  const saved = asTyped(meaning)
  const labels = new Map([
    ...meaning.avoidances.map(({ avoidance }) => [fieldOf(avoidance.id), avoidance.text] as const),
    ['company', t.meantCompany],
  ])
  const gone = Object.keys(typed.values).filter((name) => name.startsWith(fieldOf('')) && !labels.has(name))
  return [
    ...[...labels].map(([name, label]) => ({ label, mine: mineOf(typed, name, saved), theirs: saved[name] ?? '' })),
    ...gone.map((name) => ({ label: t.meantGone, mine: valueOf(typed, name), theirs: '' })),
  ]
}

// Words that are new in the sheet had no field to write in.
const mineOf = (typed: FormState, name: string, saved: Record<string, string>): string =>
  name in typed.values ? valueOf(typed, name).replaceAll('\r\n', '\n') : (saved[name] ?? '')

const show = async (call: Call): Promise<Reply> => {
  const meaning = await showMeaning(call, call.param('id'))
  return meaning ? meaningPage(call, meaning, { form: blankForm(call.reader.locale, asTyped(meaning)) }) : notFound()
}

const save = async (call: Call): Promise<Reply> => {
  const id = call.param('id')
  const meaning = await showMeaning(call, id)
  if (!meaning) return notFound()
  const names = new Map(
    meaning.avoidances.map(({ avoidance }) => [avoidance.id, call.form.text(fieldOf(avoidance.id))] as const),
  )
  const version = Number(call.form.text('_version')) || 0
  const linked = await linkMeaning(call, id, { version, names, company: call.form.text('company') })
  if (!linked) return notFound()
  const { locale } = call.reader
  if (linked.ok) return redirect(paths.supporter(id), registrationWords[locale].meantSaved)
  const { values } = call.form
  if (linked.error === 'stale') {
    const form = blankForm(locale, { ...asTyped(meaning), ...values })
    return meaningPage(call, meaning, { form, typed: blankForm(locale, values), status: 409 })
  }
  const t = registrationWords[locale]
  const errors = linked.error.map((one) => ({ field: one.field, message: t.meantUnknown(spoken(one)) }))
  return meaningPage(call, meaning, { form: refusedForm(locale, values, errors), status: 409 })
}

/** The coordinator says of which record somebody speaks. */
export const meaningRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.links(':id'), who, reach, handle: show }),
  memberRoute({ method: 'POST', path: paths.links(':id'), who, reach, handle: save }),
]
