import type { VNode } from 'preact'
import type { Role } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { blankForm, type FormState } from '#ui/index.ts'
import { followingRoles } from '../actions/follow.ts'
import { reachablePeople } from '../actions/reachable.ts'
import { seenOf } from '../actions/seen.ts'
import type { SeenClass } from '../core/visibility.ts'
import { givenNow, showingRoles } from '../core/consents.ts'
import { consentWords } from '../data/consents.ts'
import { erasedAt } from '../data/erasure.ts'
import { followersOf, isFollowing } from '../data/following.ts'
import { mergedPeople } from '../data/merges.ts'
import { type Called, findPerson, namesOf, personsInRole, rolesOf } from '../data/persons.ts'
import { ErasedPage } from './erasure-page.tsx'
import { erasureWords } from './erasure-words.ts'
import { peoplePaths } from './paths.ts'
import { PersonPage } from './person-page.tsx'
import type { PersonSection } from './person-section.ts'

export interface PersonParts {
  roleWords: Record<Locale, Record<Role, string>>
  sections: readonly PersonSection[]
}

/** Staff write down what a person told them: coordinators of everybody, others of those whom they follow. Nobody of themselves. */
export const mayRecord = async (call: Call, personId: string): Promise<boolean> => {
  const { role, programmeId, personId: own } = call.actor
  if (personId === own) return false
  return role === 'coordinator' || isFollowing(call.tx, programmeId, own, personId)
}

type Refused = { reason?: FormState; follow?: FormState; status: number }

/** The page of one person with everything on it that the actor may see. */
export const personPage = async (call: Call, parts: PersonParts, refused: Refused | null = null): Promise<Reply> => {
  const { tx, actor, reader, zone } = call
  const reached = await reachablePeople(call)
  if (reached && !reached.has(call.param('id'))) return notFound()
  const person = await findPerson(tx, actor.programmeId, call.param('id'))
  if (!person) return erasedPage(call)
  const facts = await factsOf(call, person.id)
  const opens = facts.coordinates && !facts.seen.has('care')
  return page(
    person.name,
    <PersonPage
      locale={reader.locale}
      zone={zone}
      person={person}
      roles={facts.roles.map((role) => parts.roleWords[reader.locale][role]).join(' / ')}
      seen={facts.seen}
      given={facts.given}
      followers={facts.followers}
      accompanied={facts.roles.length === 0 || facts.roles.some((role) => showingRoles.includes(role))}
      candidates={facts.coordinates ? await candidates(call, person.id, facts.followers) : null}
      mayErase={facts.coordinates}
      mayRecord={await mayRecord(call, person.id)}
      reasonForm={opens ? (refused?.reason ?? blankForm(reader.locale, {}, 'reason')) : null}
      followForm={refused?.follow ?? blankForm(reader.locale, {}, 'follow')}
      token={call.formToken}
      first={await sectionsOf(call, parts.sections, person.id, facts.seen, (order) => order < 0)}
      sections={await sectionsOf(call, parts.sections, person.id, facts.seen, (order) => order >= 0)}
    />,
    { status: refused?.status ?? 200 },
  )
}

/** Of a record that is no more: the one that it went into, or that it was erased. */
const erasedPage = async (call: Call): Promise<Reply> => {
  const { tx, actor } = call
  const kept = (await mergedPeople(tx, actor.programmeId)).get(call.param('id'))
  if (kept) return redirect(peoplePaths.person(kept))
  const at = await erasedAt(tx, actor.programmeId, call.param('id'))
  const { locale } = call.reader
  return at === null
    ? notFound()
    : page(erasureWords[locale].erased, <ErasedPage locale={locale} zone={call.zone} at={at} />)
}

const factsOf = async (call: Call, personId: string) => {
  const { tx, actor, now } = call
  const { programmeId } = actor
  const following = await followersOf(tx, programmeId, [personId])
  const staffIds = following.map((one) => one.staffId)
  const names = await namesOf(tx, programmeId, staffIds)
  return {
    coordinates: actor.role === 'coordinator' && personId !== actor.personId,
    seen: (await seenOf(call, [personId])).get(personId) ?? new Set<SeenClass>(),
    given: givenNow((await consentWords(tx, programmeId, [personId])).get(personId) ?? [], now),
    followers: following.map((one) => ({ ...one, called: names.get(one.staffId) })),
    roles: await rolesOf(tx, programmeId, personId),
  }
}

const candidates = async (
  { tx, actor }: Call,
  personId: string,
  already: readonly { staffId: string }[],
): Promise<Called[]> =>
  (await personsInRole(tx, actor.programmeId, followingRoles)).filter(
    ({ id }) => id !== personId && !already.some((one) => one.staffId === id),
  )

const sectionsOf = async (
  call: Call,
  sections: readonly PersonSection[],
  personId: string,
  seen: Parameters<PersonSection['load']>[2],
  among: (order: number) => boolean,
): Promise<VNode[]> => {
  const shown: VNode[] = []
  for (const section of sections.filter(({ order }) => among(order)).toSorted((a, b) => a.order - b.order)) {
    if (!section.who.includes(call.actor.role)) continue
    const made = await section.load(call, personId, seen)
    if (made) shown.push(made)
  }
  return shown
}
