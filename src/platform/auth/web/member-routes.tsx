import { isStaff } from '#kernel/role.ts'
import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { instantCell, listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { listWords } from '#platform/http/words.ts'
import { type FieldError, refusedForm, type FormState } from '#ui/index.ts'
import { normalEmail } from '../email.ts'
import { endRole, inviteMember, resetSecondFactor } from '../grant-role.ts'
import { groupsKeptBy, isMemberGroup, type MemberBlocker, memberGroups, rolesKeptBy } from '../member-rules.ts'
import { findMember, listMembers, type Member } from '../members.ts'
import { authPaths } from '../paths.ts'
import type { AuthServices } from '../auth-services.ts'
import { inviteRoutes } from './invite-routes.tsx'
import { type MemberLine, MemberPage, MembersPage } from './member-page.tsx'
import { memberText } from './member-text.ts'
import { memberWords } from './member-words.ts'

const who = ['coordinator', 'admin'] as const
const reach = 'members of the programme; the administrator: staff only'

/** Who takes part in which role. */
export const memberRoutes = (services: AuthServices): RouteSpec[] => [
  memberRoute({ method: 'GET', path: authPaths.members, who, reach, handle: (call) => showMembers(call, services) }),
  ...inviteRoutes(services),
  memberRoute({
    method: 'GET',
    path: authPaths.member(':id'),
    who,
    reach,
    handle: (call) => showMember(call, services, []),
  }),
  memberRoute({
    method: 'POST',
    path: authPaths.resendInvite(':id'),
    who,
    reach,
    handle: (call) => resend(call, services),
  }),
  memberRoute({
    method: 'POST',
    path: authPaths.endRole(':id'),
    who,
    reach,
    handle: async (call) => {
      const done = await endRole(call, call.param('id'))
      if (!done) return notFound()
      const t = memberWords[call.reader.locale]
      return done.ok
        ? redirect(authPaths.members, t.ended)
        : showMember(call, services, said(call, services, done.error))
    },
  }),
  memberRoute({
    method: 'POST',
    path: authPaths.resetSecondFactor(':id'),
    who,
    reach,
    handle: async (call) => {
      const id = call.param('id')
      const done = await resetSecondFactor(call, id)
      if (!done) return notFound()
      const t = memberWords[call.reader.locale]
      return done.ok
        ? redirect(authPaths.member(id), t.resetDone)
        : showMember(call, services, said(call, services, done.error))
    },
  }),
]

const perPage = 50

const showMembers = async (call: Call, services: AuthServices): Promise<Reply> => {
  const t = memberWords[call.reader.locale]
  const groups = groupsKeptBy(call.actor.role)
  const wanted = call.query.get('group') ?? ''
  const group = isMemberGroup(wanted) && groups.includes(wanted) ? wanted : 'staff'
  const number = Math.max(1, Math.trunc(Number(call.query.get('page')) || 1))
  const kept = rolesKeptBy(call.actor.role)
  const roles = memberGroups[group].filter((role) => kept.includes(role))
  const found = (offset: number, limit: number) => listMembers(call.tx, { roles, limit, offset }, call.now)
  const members = await found((number - 1) * perPage, perPage + 1)
  const body = (
    <MembersPage
      t={t}
      locale={call.reader.locale}
      groups={groups}
      group={group}
      lines={await linesOf(call, services, members.slice(0, perPage))}
      previous={number > 1 ? authPaths.memberGroup(group, number - 1) : null}
      next={members.length > perPage ? authPaths.memberGroup(group, number + 1) : null}
    />
  )
  const heads = listWords[call.reader.locale]
  return listPage(
    call,
    { title: t.title, body },
    {
      kind: 'platform.membership',
      names: (lines) => lines.map(({ member }) => member.personId),
      columns: () => [
        { head: heads.name, text: ({ label }: MemberLine) => label?.person ?? '' },
        { head: heads.kana, text: ({ label }: MemberLine) => label?.kana ?? '' },
        { head: t.role, text: ({ role }: MemberLine) => role },
        { head: t.place, text: ({ label }: MemberLine) => label?.place ?? '' },
        { head: t.email, text: ({ member }: MemberLine) => member.email ?? '' },
        { head: t.since, text: ({ member }: MemberLine) => instantCell(member.startsAt, call.zone) },
      ],
      rows: async () => linesOf(call, services, await found(0, 50_000)),
    },
  )
}

const linesOf = async (call: Call, services: AuthServices, members: readonly Member[]): Promise<MemberLine[]> => {
  const labels = await services.directory.labels(call.tx, members)
  const roleWords = services.roleWords[call.reader.locale]
  return members.map((member) => ({
    member,
    label: labels.get(member.membershipId) ?? null,
    role: roleWords[member.role],
  }))
}

const showMember = async (call: Call, services: AuthServices, errors: FieldError[]): Promise<Reply> => {
  const { locale } = call.reader
  const t = memberWords[locale]
  const member = await findMember(call.tx, call.param('id'), call.now)
  if (!member || !rolesKeptBy(call.actor.role).includes(member.role)) return notFound()
  const [line] = await linesOf(call, services, [member])
  if (!line) return notFound()
  const typed: FormState['values'] = { email: call.form.text('email') || (member.email ?? '') }
  return page(
    t.title,
    <MemberPage
      t={t}
      locale={locale}
      zone={call.zone}
      token={call.formToken}
      line={line}
      isStaff={isStaff(member.role)}
      form={refusedForm(locale, typed, errors)}
    />,
    errors.length > 0 ? { status: errors.some(({ field }) => field === '') ? 409 : 422 } : {},
  )
}

const resend = async (call: Call, services: AuthServices): Promise<Reply> => {
  const t = memberWords[call.reader.locale]
  const email = normalEmail(call.form.text('email'))
  if (!email) return showMember(call, services, [{ field: 'email', message: t.emailWrong }])
  const done = await inviteMember(call, call.param('id'), { email, locale: call.reader.locale })
  if (!done) return notFound()
  if (!done.ok) return showMember(call, services, said(call, services, done.error))
  return redirect(authPaths.member(call.param('id')), t.resent)
}

const said = (call: Call, services: AuthServices, blockers: readonly MemberBlocker[]): FieldError[] =>
  blockers.map((blocker) => ({
    field: '',
    message: memberText(blocker, call.reader.locale, services.roleWords[call.reader.locale]),
  }))
