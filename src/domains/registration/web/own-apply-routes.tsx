import { chosenConsents, ConsentFields, sayConsents } from '#domains/people/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import {
  BackLink,
  blankForm,
  Checkbox,
  CrisisCard,
  FieldGroup,
  Form,
  type FormState,
  Heading,
  Lead,
  refusedForm,
  Small,
  TextArea,
} from '#ui/index.ts'
import { applyToRegister } from '../actions/apply.ts'
import { consentsSoFar } from './consents-so-far.ts'
import { lifePaths as paths } from './life-paths.ts'
import { lifeWords } from './life-words.ts'

const who = ['trainee', 'supporter'] as const
const reach = 'own'

const applyPage = (call: Call, form: FormState, status = 200): Reply => {
  const { locale } = call.reader
  const t = lifeWords[locale]
  return page(
    t.applyTitle,
    <>
      <BackLink href={paths.mine}>{t.title}</BackLink>
      <Heading>{t.applyTitle}</Heading>
      <Lead>{t.applyLead}</Lead>
      <CrisisCard
        locale={locale}
        text={call.programme.crisisCard}
        phone={call.programme.contactPhone}
        hours={call.programme.contactHours}
      />
      <Form action={paths.apply} token={call.formToken()} form={form} submit={t.apply}>
        <TextArea form={form} name="words" label={t.own} hint={t.ownHint} maxlength={2000} rows={5} />
        <FieldGroup legend={t.consents}>
          <p>{t.consentsLead}</p>
          <ConsentFields locale={locale} form={form} />
        </FieldGroup>
        <Small>{t.consentText}</Small>
        <Checkbox form={form} name="consent" label={t.consent} />
      </Form>
    </>,
    { status },
  )
}

const apply = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = lifeWords[locale]
  const refused = (field: string, message: string, status: number): Reply =>
    applyPage(call, refusedForm(locale, call.form.values, [{ field, message }]), status)
  if (call.form.text('consent') !== 'yes') return refused('consent', t.consentMissing, 422)
  const applied = await applyToRegister(call, call.actor.personId, {
    words: call.form.text('words').slice(0, 2000),
    told: null,
  })
  if (!applied) return notFound()
  if (!applied.ok) return refused('', t.refusals.not_now, 409)
  const chosen = chosenConsents((name) => call.form.list(name))
  await sayConsents(call, call.actor.personId, chosen, null)
  return redirect(paths.mine, t.applied)
}

/** Somebody would like to be registered: in their own words, with what may be shown to whom. */
export const ownApplyRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.apply,
    who,
    reach,
    handle: async (call) =>
      applyPage(call, blankForm(call.reader.locale, await consentsSoFar(call, call.actor.personId))),
  }),
  memberRoute({ method: 'POST', path: paths.apply, who, reach, handle: apply }),
]
