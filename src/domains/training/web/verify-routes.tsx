import { page, type PublicCall, type Reply } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import {
  blankForm,
  type FieldError,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  Notice,
  refusedForm,
  Small,
  TextField,
} from '#ui/index.ts'
import { printedCode, readCode } from '../core/credential-code.ts'
import { credentialPaths as paths } from './credential-paths.ts'
import type { PaperDoor } from './paper-door.ts'
import { verifyWords } from './verify-words.ts'

const who = 'anyone'
const mostLetters = 120

const formPage = (call: PublicCall, door: PaperDoor, form: FormState, status = 200): Reply => {
  const t = verifyWords[call.reader.locale]
  return page(
    t.title,
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Form action={paths.verify} token={door.newId()} form={form} submit={t.ask}>
        <TextField form={form} name="code" label={t.code} hint={t.codeHint} required maxlength={60} />
        <TextField form={form} name="name" label={t.name} hint={t.nameHint} required maxlength={mostLetters} />
      </Form>
      <Small>{t.nothingElse}</Small>
    </>,
    { status },
  )
}

const answerPage = (call: PublicCall, matches: boolean): Reply => {
  const t = verifyWords[call.reader.locale]
  return page(
    t.title,
    <>
      <Heading>{t.title}</Heading>
      <Notice tone={matches ? 'good' : 'attention'} title={matches ? t.matches : t.doesNot}>
        {matches ? t.matchesLead : t.doesNotLead}
      </Notice>
      <LinkButton href={paths.verify}>{t.again}</LinkButton>
      <Small>{t.nothingElse}</Small>
    </>,
  )
}

const answer = async (call: PublicCall, door: PaperDoor): Promise<Reply> => {
  const { locale } = call.reader
  const t = verifyWords[locale]
  const refused = (errors: FieldError[], status: number): Reply =>
    formPage(call, door, refusedForm(locale, call.form.values, errors), status)
  const code = readCode(call.form.text('code'))
  const name = call.form.text('name').slice(0, mostLetters)
  if (code === null || name === '') {
    return refused(
      [
        ...(code === null ? [{ field: 'code', message: t.codeWrong }] : []),
        ...(name === '' ? [{ field: 'name', message: t.nameMissing }] : []),
      ],
      422,
    )
  }
  const verdict = await door.verify({ code, name, address: call.client.address }, call.now)
  return verdict === 'too_many'
    ? refused([{ field: '', message: t.tooMany }], 429)
    : answerPage(call, verdict === 'matches')
}

/** Whether a paper is genuine: code and printed name together, and nothing else is told. */
export const verifyRoutes = (door: PaperDoor): RouteSpec[] => [
  publicRoute({
    method: 'GET',
    path: paths.verify,
    who,
    reach: 'nothing of anybody: a form',
    handle: async (call) => formPage(call, door, blankForm(call.reader.locale)),
  }),
  publicRoute({
    method: 'GET',
    path: paths.verifyCode(':code'),
    who,
    reach: 'nothing of anybody: a form that holds the code',
    handle: async (call) => {
      const code = readCode(call.param('code'))
      return formPage(call, door, blankForm(call.reader.locale, code ? { code: printedCode(code) } : {}))
    },
  }),
  publicRoute({
    method: 'POST',
    path: paths.verify,
    who,
    reach: 'whether a code and a name belong together',
    handle: (call) => answer(call, door),
  }),
]
