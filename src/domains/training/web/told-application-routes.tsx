import type { VNode } from 'preact'
import {
  type Called,
  isTelling,
  listPersons,
  ToldFields,
  toldAt,
  toldLabels,
  toldSchema,
} from '#domains/people/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  blankForm,
  type FieldError,
  FieldGroup,
  Form,
  type FormState,
  Heading,
  refusedForm,
  Select,
  TextField,
} from '#ui/index.ts'
import { type Candidate, type Start, startApplication } from '../actions/start-application.ts'
import { findRun, type Run } from '../data/runs.ts'
import { applicationRefusals } from './application-refusals.ts'
import { confirmedPlaces } from './confirmed-places.ts'
import { applicationPaths, runPaths } from './paths.ts'
import { selectionWords } from './selection-words.ts'

const who = ['coordinator'] as const
const reach = 'the programme'

interface Props {
  locale: Locale
  run: Run
  people: readonly Called[]
  places: readonly { id: string; name: string }[]
  form: FormState
  token: string
}

const TellPage = ({ locale, run, people, places, form, token }: Props): VNode => {
  const t = selectionWords[locale]
  return (
    <>
      <BackLink href={runPaths.selection(run.id)}>{run.name}</BackLink>
      <Heading above={run.name}>{t.tell}</Heading>
      <Form action={runPaths.tell(run.id)} token={token} form={form} submit={t.begin}>
        <ToldFields locale={locale} form={form} withDay />
        <Select
          form={form}
          name="person"
          label={t.known}
          hint={t.knownHint}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FieldGroup legend={t.newPerson}>
          <TextField form={form} name="name" label={t.name} maxlength={60} />
          <TextField form={form} name="kana" label={t.kana} maxlength={80} />
        </FieldGroup>
        {run.courseKind === 'host' && (
          <FieldGroup legend={t.place}>
            <Select
              form={form}
              name="place"
              label={t.place}
              required
              options={places.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {run.inPairs && (
              <>
                <TextField form={form} name="colleague_name" label={t.colleague} required maxlength={60} />
                <TextField form={form} name="colleague_kana" label={t.kana} required maxlength={80} />
              </>
            )}
          </FieldGroup>
        )}
      </Form>
    </>
  )
}

const tellPage = async (call: Call, run: Run, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId } = call.actor
  const places = run.courseKind === 'host' ? await confirmedPlaces(call) : []
  return page(
    selectionWords[locale].tell,
    <TellPage
      locale={locale}
      run={run}
      people={await listPersons(call.tx, programmeId)}
      places={places}
      form={form}
      token={call.formToken()}
    />,
    { status },
  )
}

const findIt = (call: Call): Promise<Run | null> => findRun(call.tx, call.actor.programmeId, call.param('id'))

/** Whom it is about: somebody known, or a name; null where neither is there. */
const candidateOf = ({ form }: Call, names: [string, string]): Candidate | null => {
  const known = form.text('person')
  if (names[0] === 'name' && isUuid(known)) return { personId: known }
  const [name, kana] = [form.text(names[0]).slice(0, 60), form.text(names[1]).slice(0, 80)]
  return name !== '' && kana !== '' ? { name, kana } : null
}

const begin = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const run = await findIt(call)
  if (!run) return notFound()
  const refuse = (errors: FieldError[], status: number) =>
    tellPage(call, run, refusedForm(locale, call.form.values, errors), status)
  const told = toldSchema(locale, call.today).safeParse(call.form.values)
  const people = await whoOf(call, run)
  const errors = [
    ...(told.error ? formErrors(told.error, toldLabels(locale), locale) : []),
    ...('errors' in people ? people.errors : []),
  ]
  if (!told.success || 'errors' in people || !isTelling(told.data.via)) return refuse(errors, 422)
  const wanted = call.form.text('place')
  const placeId = run.courseKind === 'host' ? (await confirmedPlaces(call)).find(({ id }) => id === wanted)?.id : null
  if (placeId === undefined) return refuse([{ field: 'place', message: selectionWords[locale].placeMissing }], 422)
  const started = await startApplication(call, run.id, {
    who: people.who,
    placeId,
    told: { via: told.data.via, at: toldAt(told.data, call) },
  })
  if (!started) return notFound()
  if (started.ok) return redirect(applicationPaths.edit(started.value[0] ?? ''))
  const t = applicationRefusals[locale]
  return refuse(
    started.error.map(({ kind }) => ({ field: '', message: t[kind] })),
    409,
  )
}

const whoOf = async (call: Call, run: Run): Promise<{ who: Start['who'] } | { errors: FieldError[] }> => {
  const message = selectionWords[call.reader.locale].whoMissing
  const first = candidateOf(call, ['name', 'kana'])
  const isKnown =
    first !== null &&
    (!('personId' in first) ||
      (await listPersons(call.tx, call.actor.programmeId)).some(({ id }) => id === first.personId))
  if (!first || !isKnown) return { errors: [{ field: 'name', message }] }
  if (!run.inPairs) return { who: [first] }
  const second = candidateOf(call, ['colleague_name', 'colleague_kana'])
  return second ? { who: [first, second] } : { errors: [{ field: 'colleague_name', message }] }
}

/** Paper, telephone, fax: staff write down who applied, how and when they heard of it. */
export const toldApplicationRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: runPaths.tell(':id'),
    who,
    reach,
    handle: async (call) => {
      const run = await findIt(call)
      return run ? tellPage(call, run, blankForm(call.reader.locale, { told_on: call.today })) : notFound()
    },
  }),
  memberRoute({ method: 'POST', path: runPaths.tell(':id'), who, reach, handle: begin }),
]
