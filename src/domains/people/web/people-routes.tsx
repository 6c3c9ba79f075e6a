import { isRole } from '#kernel/role.ts'
import { type Call, notFound, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { listPage, nameColumns } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { refusedForm } from '#ui/index.ts'
import { follow, unfollow } from '../actions/follow.ts'
import { openForReason } from '../actions/open-for-reason.ts'
import { reachablePeople } from '../actions/reachable.ts'
import { folded } from '../core/kana.ts'
import { findPerson, type ListedPerson, listPersons } from '../data/persons.ts'
import { peoplePaths } from './paths.ts'
import { PeoplePage } from './people-page.tsx'
import { peopleWords } from './people-words.ts'
import { type PersonParts, personPage } from './person-view.tsx'

const staff = ['coordinator', 'companion'] as const
const pageSize = 50

const list = async (call: Call, parts: PersonParts): Promise<Reply> => {
  const { locale } = call.reader
  const search = call.query.get('q') ?? ''
  const role = call.query.get('role') ?? ''
  const reached = await reachablePeople(call)
  const found = (await listPersons(call.tx, call.actor.programmeId)).filter(
    (person) =>
      (reached === null || (reached.has(person.id) && person.id !== call.actor.personId)) &&
      matches(person, search) &&
      (!isRole(role) || person.roles.includes(role)),
  )
  const last = Math.max(1, Math.ceil(found.length / pageSize))
  const number = Math.min(last, Math.max(1, Math.trunc(Number(call.query.get('page'))) || 1))
  const body = (
    <PeoplePage
      locale={locale}
      people={found.slice((number - 1) * pageSize, number * pageSize)}
      found={found.length}
      search={search}
      role={role}
      page={number}
      last={last}
      roleWords={parts.roleWords[locale]}
      everybody={reached === null}
    />
  )
  const rolesOf = ({ roles }: ListedPerson): string => roles.map((held) => parts.roleWords[locale][held]).join(' / ')
  return listPage(
    call,
    { title: peopleWords[locale].title, body },
    {
      kind: 'people.person',
      names: (people) => people.map(({ id }) => id),
      columns: () => [...nameColumns(locale), { head: peopleWords[locale].role, text: rolesOf }],
      rows: () => found,
    },
  )
}

const matches = (person: ListedPerson, search: string): boolean => {
  const wanted = folded(search)
  return [person.name, person.kana, person.nickname].some((name) => folded(name).includes(wanted))
}

const openDoor = async (call: Call, parts: PersonParts): Promise<Reply> => {
  const { locale } = call.reader
  const t = peopleWords[locale]
  const result = await openForReason(call, call.param('id'), call.form.text('reason').slice(0, 400))
  if (!result) return notFound()
  if (result.ok) return redirect(peoplePaths.person(result.value.id), t.opened)
  const errors = [{ field: 'reason', message: t.reasonNeeded }]
  return personPage(call, parts, { reason: refusedForm(locale, call.form.values, errors, 'reason'), status: 422 })
}

const beginFollowing = async (call: Call, parts: PersonParts): Promise<Reply> => {
  const { locale } = call.reader
  const t = peopleWords[locale]
  const staffId = call.form.text('staff')
  if (!isUuid(staffId)) {
    const form = refusedForm(locale, call.form.values, [{ field: 'staff', message: t.chooseFollower }], 'follow')
    return personPage(call, parts, { follow: form, status: 422 })
  }
  const begun = await follow(call, staffId, call.param('id'))
  if (begun === null) return notFound()
  return redirect(peoplePaths.person(call.param('id')), begun ? t.followed : t.followedAlready)
}

/** Pressed twice, or after somebody else did: it has ended all the same. */
const stopFollowing = async (call: Call): Promise<Reply> => {
  const person = await findPerson(call.tx, call.actor.programmeId, call.param('id'))
  if (!person) return notFound()
  const staffId = call.form.text('staff')
  if (isUuid(staffId)) await unfollow(call, staffId, person.id)
  return redirect(peoplePaths.person(person.id), peopleWords[call.reader.locale].unfollowed)
}

/** Staff and the people of their programme. */
export const peopleRoutes = (parts: PersonParts): RouteSpec[] => [
  memberRoute({
    method: 'GET',
    path: peoplePaths.list,
    who: staff,
    reach: 'coordinator: the programme; others: whom they follow or go along with',
    handle: (call) => list(call, parts),
  }),
  memberRoute({
    method: 'GET',
    path: peoplePaths.person(':id'),
    who: staff,
    reach:
      'coordinator: the programme; others: themselves, whom they follow or go along with; what the policy of classes shows of each',
    handle: (call) => personPage(call, parts),
  }),
  memberRoute({
    method: 'POST',
    path: peoplePaths.following(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: (call) => beginFollowing(call, parts),
  }),
  memberRoute({
    method: 'POST',
    path: peoplePaths.endFollowing(':id'),
    who: ['coordinator'],
    reach: 'the programme',
    handle: stopFollowing,
  }),
  memberRoute({
    method: 'POST',
    path: peoplePaths.reason(':id'),
    who: ['coordinator'],
    reach: 'the programme, with a reason that the person reads',
    handle: (call) => openDoor(call, parts),
  }),
]
