import { isRole } from '#kernel/role.ts'
import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { type FieldError, refusedForm } from '#ui/index.ts'
import { normalEmail } from '../email.ts'
import { grantRole, inviteMember } from '../grant-role.ts'
import { type MemberBlocker, rolesKeptBy } from '../member-rules.ts'
import { findMember, type Member } from '../members.ts'
import { authPaths } from '../paths.ts'
import type { AuthServices } from '../auth-services.ts'
import { InvitePage } from './member-page.tsx'
import { memberText } from './member-text.ts'
import { memberWords } from './member-words.ts'

const who = ['coordinator', 'admin'] as const
const reach = 'the programme'

/** Somebody new, or a further role for somebody who is there. */
export const inviteRoutes = (services: AuthServices): RouteSpec[] => [
  memberRoute({
    method: 'GET',
    path: authPaths.inviteMember,
    who,
    reach,
    handle: (call) => showInvite(call, services, []),
  }),
  memberRoute({ method: 'POST', path: authPaths.inviteMember, who, reach, handle: (call) => invite(call, services) }),
]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

// The one who gets a further role: undefined where nobody is named, null where there is no such member.
const furtherOf = async (call: Call): Promise<Member | null | undefined> => {
  const of = call.form.text('of') || call.query.get('of') || ''
  if (of === '') return undefined
  const member = uuid.test(of) ? await findMember(call.tx, of, call.now) : null
  return member && rolesKeptBy(call.actor.role).includes(member.role) ? member : null
}

const showInvite = async (call: Call, services: AuthServices, errors: FieldError[]): Promise<Reply> => {
  const { locale } = call.reader
  const t = memberWords[locale]
  const further = await furtherOf(call)
  if (further === null) return notFound()
  const label = further ? (await services.directory.labels(call.tx, [further])).get(further.membershipId) : undefined
  const kept = rolesKeptBy(call.actor.role)
  const values = errors.length > 0 ? call.form.values : { email: further?.email ?? '' }
  return page(
    t.add,
    <InvitePage
      t={t}
      form={refusedForm(locale, values, errors)}
      token={call.formToken()}
      roles={kept.map((role) => ({ value: role, label: services.roleWords[locale][role] }))}
      places={kept.includes('host') ? await services.directory.places(call.tx) : []}
      further={
        further ? { membershipId: further.membershipId, person: label?.person ?? '—', kana: label?.kana ?? '' } : null
      }
    />,
    errors.length > 0 ? { status: 422 } : {},
  )
}

const invite = async (call: Call, services: AuthServices): Promise<Reply> => {
  const t = memberWords[call.reader.locale]
  const further = await furtherOf(call)
  if (further === null) return notFound()
  const email = normalEmail(call.form.text('email'))
  const role = call.form.text('role')
  const missing = further ? [] : ['name', 'kana'].filter((name) => call.form.text(name) === '')
  const errors = [
    ...missing.map((field) => ({ field, message: t.missing })),
    ...(email ? [] : [{ field: 'email', message: t.emailWrong }]),
    ...(isRole(role) ? [] : [{ field: 'role', message: t.chooseRole }]),
  ]
  if (errors.length > 0 || !email || !isRole(role)) return showInvite(call, services, errors)
  const placeId = role === 'host' ? await placeOf(call, services) : null
  const personId = further?.personId ?? (await newPerson(call, services, email))
  const granted = await grantRole(call, { personId, role, placeId, email })
  if (!granted.ok)
    return showInvite(
      call,
      services,
      granted.error.map((blocker) => said(call, services, blocker)),
    )
  await inviteMember(call, granted.value, { email, locale: call.reader.locale })
  return redirect(authPaths.member(granted.value), t.invited)
}

const placeOf = async (call: Call, services: AuthServices): Promise<string | null> => {
  const wanted = call.form.text('place')
  return (await services.directory.places(call.tx)).find(({ id }) => id === wanted)?.id ?? null
}

const newPerson = (call: Call, services: AuthServices, email: string): Promise<string> =>
  services.directory.createPerson(
    call.tx,
    call.actor.programmeId,
    { name: call.form.text('name').slice(0, 100), kana: call.form.text('kana').slice(0, 100), email },
    call.now,
  )

const fieldOf: Partial<Record<MemberBlocker['code'], string>> = {
  'place-missing': 'place',
  'already-held': 'role',
  'not-yours': 'role',
}

const said = (call: Call, services: AuthServices, blocker: MemberBlocker): FieldError => ({
  field: fieldOf[blocker.code] ?? '',
  message: memberText(blocker, call.reader.locale, services.roleWords[call.reader.locale]),
})
