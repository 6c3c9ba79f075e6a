import type { VNode } from 'preact'
import { type PublicCall, page, type Reply } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import {
  Checkbox,
  type FieldError,
  FieldGroup,
  Form,
  type FormState,
  Heading,
  Lead,
  Notice,
  refusedForm,
  TextField,
} from '#ui/index.ts'
import { normalEmail } from '../email.ts'
import { authPaths } from '../paths.ts'
import type { AuthServices } from '../auth-services.ts'
import { type FirstStart, isSetupOpen, setUp } from '../setup.ts'
import { comeIn } from '../sign-in.ts'
import { arrive, stepOf } from './guard.ts'
import { type SetUpWords, setUpWords } from './set-up-words.ts'

const who = 'anyone'
const reach = 'the first administrator, by the printed link'

/** The first start: the page behind the link that the server prints. */
export const setUpRoutes = (services: AuthServices): RouteSpec[] => [
  publicRoute({
    method: 'GET',
    path: authPaths.setUp(':token'),
    who,
    reach,
    handle: async (call) => {
      const open = await services.db.asPlatform((tx) => isSetupOpen(tx, call.param('token'), call.now))
      return open ? showSetUp(call, services, { senderName: 'ひとば' }, []) : tooLate(call)
    },
  }),
  publicRoute({
    method: 'POST',
    path: authPaths.setUp(':token'),
    who,
    reach,
    handle: (call) => makeFirst(call, services),
  }),
]

const showSetUp = (
  call: PublicCall,
  services: AuthServices,
  values: FormState['values'],
  errors: FieldError[],
): Reply => {
  const t = setUpWords[call.reader.locale]
  const form = refusedForm(call.reader.locale, values, errors)
  const action = authPaths.setUp(call.param('token'))
  return page(
    t.title,
    <SetUpPage t={t} form={form} action={action} token={services.newId()} />,
    errors.length > 0 ? { status: 422 } : {},
  )
}

const makeFirst = async (call: PublicCall, services: AuthServices): Promise<Reply> => {
  const read = readSetUp(call)
  if ('errors' in read) {
    const open = await services.db.asPlatform((tx) => isSetupOpen(tx, call.param('token'), call.now))
    return open ? showSetUp(call, services, call.form.values, read.errors) : tooLate(call)
  }
  const signedIn = await services.db.asPlatform(async (tx) => {
    const accountId = await setUp(tx, services, call.param('token'), read.start, call.now)
    return accountId && comeIn(stepOf(call, services, tx), accountId, 'set_up')
  })
  return signedIn ? arrive(signedIn) : tooLate(call)
}

const readSetUp = ({ form, reader }: PublicCall): { start: FirstStart } | { errors: FieldError[] } => {
  const t = setUpWords[reader.locale]
  const needed = ['name', 'kana', 'programmeName', 'shortName', 'municipality', 'senderName']
  const email = normalEmail(form.text('email'))
  const code = form.text('code').normalize('NFKC')
  const errors = [
    ...needed.filter((name) => form.text(name) === '').map((field) => ({ field, message: t.missing })),
    ...(email ? [] : [{ field: 'email', message: t.emailWrong }]),
    ...(/^\d{5,6}$/.test(code) ? [] : [{ field: 'code', message: t.codeWrong }]),
  ]
  if (!email || errors.length > 0) return { errors }
  const text = (name: string) => form.text(name).slice(0, 200)
  return {
    start: {
      coordinates: form.text('coordinates') === 'yes',
      person: { name: text('name'), kana: text('kana'), email },
      programme: {
        name: text('programmeName'),
        shortName: text('shortName'),
        municipality: text('municipality'),
        municipalityCode: code,
        senderName: text('senderName'),
      },
    },
  }
}

const tooLate = (call: PublicCall): Reply => {
  const t = setUpWords[call.reader.locale]
  const body = (
    <>
      <Heading>{t.deadTitle}</Heading>
      <Notice tone="attention">{t.dead}</Notice>
    </>
  )
  return page(t.deadTitle, body, { status: 410 })
}

const SetUpPage = (props: { t: SetUpWords; form: FormState; action: string; token: string }): VNode => {
  const { t, form } = props
  const field = (name: string, label: string, hint?: string) => (
    <TextField form={form} name={name} label={label} hint={hint} maxlength={200} required unmarked />
  )
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Form action={props.action} token={props.token} form={form} submit={t.submit}>
        <FieldGroup legend={t.you}>
          {field('name', t.name)}
          {field('kana', t.kana)}
          <TextField
            form={form}
            name="email"
            type="email"
            label={t.email}
            autocomplete="username"
            maxlength={254}
            required
            unmarked
          />
          <Checkbox form={form} name="coordinates" label={t.coordinates} hint={t.coordinatesHint} />
        </FieldGroup>
        <FieldGroup legend={t.programme}>
          {field('programmeName', t.programmeName)}
          {field('shortName', t.shortName, t.shortNameHint)}
          {field('municipality', t.municipality)}
          {field('code', t.code, t.codeHint)}
          {field('senderName', t.sender, t.senderHint)}
        </FieldGroup>
      </Form>
    </>
  )
}
