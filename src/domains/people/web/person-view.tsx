import type { VNode } from 'preact'
import type { Role } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { type Call, notFound, page, type Reply } from '#platform/http/call.ts'
import { blankForm, type FormState } from '#ui/index.ts'
import { followingRoles } from '../actions/follow.ts'
import { seenOf } from '../actions/seen.ts'
import { givenNow } from '../core/consents.ts'
import { consentWords } from '../data/consents.ts'
import { followersOf, isFollowing } from '../data/following.ts'
import { findPerson, namesOf, personsInRole, rolesOf } from '../data/persons.ts'
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

/** The page of one person with everything on it that the actor may see. */
export const personPage = async (
  call: Call,
  parts: PersonParts,
  refused: { reason?: FormState; follow?: FormState; status: number } | null = null,
): Promise<Reply> => {
  const { tx, actor, reader, zone } = call
  const { programmeId } = actor
  const person = await findPerson(tx, programmeId, call.param('id'))
  if (!person) return notFound()
  const seen = (await seenOf(call, [person.id])).get(person.id) ?? new Set()
  const said = (await consentWords(tx, programmeId, [person.id])).get(person.id) ?? []
  const followers = await followersOf(tx, programmeId, [person.id])
  const names = await namesOf(
    tx,
    programmeId,
    followers.map((one) => one.staffId),
  )
  const coordinates = actor.role === 'coordinator' && person.id !== actor.personId
  const roles = await rolesOf(tx, programmeId, person.id)
  return page(
    person.name,
    <PersonPage
      locale={reader.locale}
      zone={zone}
      person={person}
      roles={roles.map((role) => parts.roleWords[reader.locale][role]).join(' / ')}
      seen={seen}
      given={givenNow(said, call.now)}
      followers={followers.map((one) => Object.assign(one, { called: names.get(one.staffId) }))}
      candidates={coordinates ? await personsInRole(tx, programmeId, followingRoles) : null}
      mayRecord={await mayRecord(call, person.id)}
      reasonForm={coordinates && !seen.has('care') ? (refused?.reason ?? blankForm(reader.locale, {}, 'reason')) : null}
      followForm={refused?.follow ?? blankForm(reader.locale, {}, 'follow')}
      token={call.formToken}
      sections={await sectionsOf(call, parts.sections, person.id, seen)}
    />,
    { status: refused?.status ?? 200 },
  )
}

const sectionsOf = async (
  call: Call,
  sections: readonly PersonSection[],
  personId: string,
  seen: Parameters<PersonSection['load']>[2],
): Promise<VNode[]> => {
  const shown: VNode[] = []
  for (const section of sections.toSorted((a, b) => a.order - b.order)) {
    if (!section.who.includes(call.actor.role)) continue
    const made = await section.load(call, personId, seen)
    if (made) shown.push(made)
  }
  return shown
}
