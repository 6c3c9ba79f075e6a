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
  TextArea,
  TextField,
} from '#ui/index.ts'
import { linkMeaning, type Meaning, type MeaningRefusal, showMeaning } from '../actions/link-meaning.ts'
import { ownWords } from './own-words.ts'
import { registrationPaths as paths } from './paths.ts'
import { registrationWords } from './staff-words.ts'
import { stepWords } from './step-words.ts'

const who = ['coordinator'] as const
const reach = 'the programme'
const fieldOf = (id: string): string => `meant_${id}`

const meaningPage = async (call: Call, meaning: Meaning, form: FormState, status = 200): Promise<Reply> => {
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

const show = async (call: Call): Promise<Reply> => {
  const meaning = await showMeaning(call, call.param('id'))
  return meaning ? meaningPage(call, meaning, blankForm(call.reader.locale, asTyped(meaning))) : notFound()
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
  const errors = linked.error.map((refusal) => errorOf(refusal, call))
  return meaningPage(call, meaning, refusedForm(locale, call.form.values, errors), 409)
}

const errorOf = (refusal: MeaningRefusal, { reader }: Call) => {
  const t = registrationWords[reader.locale]
  return refusal.kind === 'stale'
    ? { field: '', message: t.meantStale }
    : { field: refusal.field, message: t.meantUnknown(spoken(refusal)) }
}

/** The coordinator says of which record somebody speaks. */
export const meaningRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.links(':id'), who, reach, handle: show }),
  memberRoute({ method: 'POST', path: paths.links(':id'), who, reach, handle: save }),
]
