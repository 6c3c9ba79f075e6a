import type { z } from 'zod'
import { findPerson, folded } from '#domains/people/index.ts'
import type { PublicDoor } from '#domains/places/index.ts'
import { findMember } from '#platform/auth/members.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { inviteApplicant } from '../actions/invite-applicant.ts'
import { seeApplication } from '../actions/read-application.ts'
import type { Start } from '../actions/start-application.ts'
import type { Run } from '../data/runs.ts'
import { applicationLabels, colleagueSchema, officeSchema, onlyMailbox } from './application-form.ts'
import { NamedApplicationPage } from './named-application-page.tsx'
import { namedWords } from './named-words.ts'
import { ownPaths } from './paths.ts'

/** Whom the form names: oneself, or those of one's office. */
export const whoComes = async (call: Call, run: Run): Promise<{ who: Start['who'] } | { errors: FieldError[] }> => {
  const { actor, form, reader } = call
  if (actor.role !== 'host') return { who: [{ personId: actor.personId }] }
  const first = officeSchema(reader.locale).safeParse(form.values)
  const second = run.inPairs ? colleagueSchema(reader.locale).safeParse(form.values) : null
  const labels = applicationLabels(reader.locale)
  const errors = [first.error, second?.error].flatMap((error) =>
    error ? formErrors(error, labels, reader.locale) : [],
  )
  if (!first.success || (second && !second.success)) return { errors }
  const one = await selfOr(call, first.data)
  const colleague = second && (await selfOr(call, namedOf(second.data)))
  const shared = [
    ...(await ownMailbox(call, 'email', 'email' in one ? one.email : null)),
    ...(await ownMailbox(call, 'colleague_email', colleague && 'email' in colleague ? colleague.email : null)),
  ]
  if (shared.length > 0) return { errors: shared }
  return { who: colleague ? [one, colleague] : [one] }
}

const selfOr = async ({ tx, actor }: Call, named: z.infer<ReturnType<typeof officeSchema>>) => {
  const self = await findPerson(tx, actor.programmeId, actor.personId)
  return folded(self?.name ?? '') === folded(named.name) ? { personId: actor.personId } : named
}

const namedOf = (typed: z.infer<ReturnType<typeof colleagueSchema>>) => ({
  name: typed.colleague_name,
  kana: typed.colleague_kana,
  email: typed.colleague_email,
})

// A link to one's own mailbox would let one write for somebody else.
const ownMailbox = async (
  { tx, actor, now, reader }: Call,
  field: string,
  email: string | null,
): Promise<FieldError[]> => {
  const isOwn = email !== null && (await findMember(tx, actor.membershipId, now))?.email === email
  return isOwn ? [{ field, message: namedWords[reader.locale].ownMailbox }] : []
}

/** Each writes their own part: the others are told where. */
export const inviteNamed = async (
  call: Call,
  door: PublicDoor,
  { who: people, ids }: { who: Start['who']; ids: readonly string[] },
): Promise<Reply> => {
  const t = namedWords[call.reader.locale]
  let own: string | null = null
  let said: string | null = null
  for (const [at, one] of people.entries()) {
    const id = ids[at] ?? ''
    if ('personId' in one) own = id
    else if ((await inviteApplicant(call, door, id, one.email ?? null))?.ok === false) said = t.enough
  }
  return redirect(own ? ownPaths.edit(own) : ownPaths.application(ids[0] ?? ''), said)
}

/** The page of somebody whom one's office has named. */
export const showNamed = async (call: Call, form?: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const seen = await seeApplication(call, call.param('id'))
  if (!seen) return notFound()
  const body = (
    <NamedApplicationPage locale={locale} seen={seen} form={form ?? blankForm(locale)} token={call.formToken} />
  )
  return page(seen.run.name, body, { status })
}

export const inviteAgain =
  (door: PublicDoor) =>
  async (call: Call): Promise<Reply> => {
    const { locale } = call.reader
    const t = namedWords[locale]
    const refuse = (errors: FieldError[], status: number) =>
      showNamed(call, refusedForm(locale, call.form.values, errors), status)
    const parsed = onlyMailbox(locale).safeParse(call.form.values)
    if (!parsed.success) return refuse(formErrors(parsed.error, applicationLabels(locale), locale), 422)
    const { email } = parsed.data
    const shared = await ownMailbox(call, 'email', email)
    if (shared.length > 0) return refuse(shared, 422)
    const asked = await inviteApplicant(call, door, call.param('id'), email)
    if (!asked) return notFound()
    if (asked.ok) return redirect(ownPaths.application(call.param('id')), t.asked[asked.value])
    return refuse([{ field: 'email', message: t.enough }], 409)
  }
