import type { Ctx } from '#platform/http/call.ts'
import { type Change, merged } from '../core/wam-edition.ts'
import type { WamRow } from '../core/wam-row.ts'
import { findOrganisation, type OrganisationDraft, updateOrganisation } from '../data/organisations.ts'
import { leadPlace, noteSteps } from '../data/place-history.ts'
import { type Place, placesByIds, updatePlace } from '../data/places.ts'
import { markGone, saveEntries } from '../data/wam-entries.ts'
import {
  insertListed,
  keysOf,
  newPlaceOf,
  organisationFieldsOf,
  organisationKeys,
  placeFieldsOf,
} from '../data/wam-places.ts'

/** New on the list: kept as places that nobody has spoken with yet. */
export const addListed = async (ctx: Ctx, rows: readonly WamRow[]): Promise<void> => {
  const { programmeId, membershipId } = ctx.actor
  const keys = await organisationKeys(ctx.tx, programmeId)
  const organisations: (OrganisationDraft & { id: string })[] = []
  const places = rows.map((row) => {
    const draft = organisationFieldsOf(row.facts)
    let organisationId = keysOf(draft)
      .map((key) => keys.get(key))
      .find((id) => id !== undefined)
    if (organisationId === undefined) {
      organisationId = ctx.newId()
      for (const key of keysOf(draft)) keys.set(key, organisationId)
      organisations.push({ ...draft, id: organisationId })
    }
    return { ...newPlaceOf(row, organisationId), id: ctx.newId(), row }
  })
  await insertListed(
    ctx.tx,
    programmeId,
    { organisations, places: places.map(({ row: _, ...place }) => place) },
    ctx.now,
  )
  await saveEntries(
    ctx.tx,
    programmeId,
    places.map(({ row, id }) => ({ row, placeId: id })),
    ctx.today,
  )
  await noteSteps(
    ctx.tx,
    programmeId,
    places.map(({ id }) => ({
      id: ctx.newId(),
      placeId: id,
      from: null,
      to: 'listed',
      at: ctx.now,
      by: membershipId,
      reason: '',
    })),
  )
  noteImport(ctx, 'import_new', rows.length)
}

/** On the list under the name of a place we know: joined, and what stood empty is filled. */
export const joinAlike = async (ctx: Ctx, alike: readonly { row: WamRow; placeId: string }[]): Promise<void> => {
  const places = await placesByIds(
    ctx.tx,
    ctx.actor.programmeId,
    alike.map(({ placeId }) => placeId),
  )
  for (const { row, placeId } of alike) {
    const place = places.get(placeId)
    if (place) await rewrite(ctx, place, mergedFields(place, blankFields, placeFieldsOf(row)))
  }
  await saveEntries(ctx.tx, ctx.actor.programmeId, alike, ctx.today)
  noteImport(ctx, 'import_join', alike.length)
}

/** Changed on the list, or back on it. What staff or the place wrote since the last edition stays. */
export const changeListed = async (ctx: Ctx, changes: readonly Change[]): Promise<void> => {
  const places = await placesByIds(
    ctx.tx,
    ctx.actor.programmeId,
    changes.map(({ placeId }) => placeId),
  )
  for (const change of changes) {
    const place = places.get(change.placeId)
    if (!place) continue
    const before = placeFieldsOf({ municipality: change.beforeMunicipality, facts: change.before })
    await rewrite(ctx, place, mergedFields(place, before, placeFieldsOf(change.row)))
    await changeItsOrganisation(ctx, place, change)
    if (place.status === 'closed') await lead(ctx, place.id, 'closed', 'listed')
  }
  await saveEntries(ctx.tx, ctx.actor.programmeId, changes, ctx.today)
  noteImport(ctx, 'import_change', changes.length)
}

/** No longer on the list. Only what nobody has spoken with is closed; the others are for staff to ask. */
export const closeGone = async (ctx: Ctx, numbers: readonly string[]): Promise<void> => {
  for (const placeId of await markGone(ctx.tx, ctx.actor.programmeId, numbers, ctx.today)) {
    await lead(ctx, placeId, 'listed', 'closed')
  }
  noteImport(ctx, 'import_gone', numbers.length)
}

type Fields = ReturnType<typeof placeFieldsOf>

const blankFields: Fields = {
  name: '',
  kana: '',
  municipality: '',
  address: '',
  phone: '',
  fax: '',
  url: '',
  lat: null,
  lng: null,
}

const mergedFields = (now: Fields, before: Fields, edition: Fields): Fields => ({
  name: merged(now.name, before.name, edition.name),
  kana: merged(now.kana, before.kana, edition.kana),
  municipality: merged(now.municipality, before.municipality, edition.municipality),
  address: merged(now.address, before.address, edition.address),
  phone: merged(now.phone, before.phone, edition.phone),
  fax: merged(now.fax, before.fax, edition.fax),
  url: merged(now.url, before.url, edition.url),
  lat: merged(now.lat, before.lat, edition.lat),
  lng: merged(now.lng, before.lng, edition.lng),
})

const rewrite = async (ctx: Ctx, place: Place, fields: Fields): Promise<void> => {
  const draft = { ...place, ...fields }
  if (Object.keys(fields).every((name) => Object.is(fields[name as keyof Fields], place[name as keyof Fields]))) return
  await updatePlace(ctx.tx, ctx.actor.programmeId, place.id, place.version, draft)
}

const changeItsOrganisation = async (ctx: Ctx, place: Place, change: Change): Promise<void> => {
  const [before, edition] = [organisationFieldsOf(change.before), organisationFieldsOf(change.row.facts)]
  const names = Object.keys(edition) as (keyof OrganisationDraft)[]
  if (names.every((name) => before[name] === edition[name])) return
  const now = await findOrganisation(ctx.tx, ctx.actor.programmeId, place.organisationId)
  if (!now) return
  const draft = { ...now }
  for (const name of names) draft[name] = merged(now[name], before[name], edition[name])
  await updateOrganisation(ctx.tx, ctx.actor.programmeId, now.id, now.version, draft)
}

const lead = (ctx: Ctx, placeId: string, from: 'listed' | 'closed', to: 'listed' | 'closed') =>
  leadPlace(ctx.tx, ctx.actor.programmeId, {
    id: ctx.newId(),
    placeId,
    from,
    to,
    at: ctx.now,
    by: ctx.actor.membershipId,
    reason: 'WAM NET',
  })

const noteImport = (ctx: Ctx, action: string, rows: number): void => {
  ctx.audit.wrote({ action, kind: 'places.place', reason: `WAM NET ×${rows}` })
}
