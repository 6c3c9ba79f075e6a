import { z } from 'zod'
import { fields } from '#domains/programme/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { placeKinds } from '../core/kinds.ts'
import type { ContactDraft } from '../data/contacts.ts'
import type { Organisation, OrganisationDraft } from '../data/organisations.ts'
import type { Place, PlaceDescription } from '../data/places.ts'
import { placeFormWords } from './form-words.ts'
import { placeWords } from './words.ts'

const line = (most: number) => z.string().max(most).default('')
const needed = (most: number) => z.string().min(1).max(most)
const webAddress = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(300)]).default('')

/** What a place says of itself, as typed. */
export const descriptionSchema = z
  .object({
    name: needed(80),
    kana: line(120),
    municipality: line(60),
    address: line(120),
    phone: line(30),
    fax: line(30),
    url: webAddress,
    town: line(40),
    what_we_do: line(1000),
    what_is_found: line(1000),
    access: line(500),
    who_comes: line(500),
    typical_day: line(1000),
  })
  .transform(
    ({ what_we_do, what_is_found, who_comes, typical_day, ...typed }): PlaceDescription => ({
      ...typed,
      whatWeDo: what_we_do,
      whatIsFound: what_is_found,
      whoComes: who_comes,
      typicalDay: typical_day,
    }),
  )

/** What staff decide of a place besides. */
export const sortSchema = z.object({ kind: z.enum(placeKinds), field: z.enum(fields) })

export const organisationNameSchema = z.object({ organisation: needed(80) })

export const contactSchema = z.object({
  name: needed(60),
  position: line(60),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  phone: line(30),
}) satisfies z.ZodType<ContactDraft>

export const organisationSchema = z
  .object({
    name: needed(80),
    kana: line(120),
    corporate_number: line(13),
    municipality: line(60),
    address: line(120),
    phone: line(30),
    fax: line(30),
    url: webAddress,
  })
  .transform(({ corporate_number, ...typed }): OrganisationDraft => ({ ...typed, corporateNumber: corporate_number }))

export const typedPlace = (place: Place): Record<string, string> => ({
  name: place.name,
  kana: place.kana,
  kind: place.kind,
  field: place.field,
  municipality: place.municipality,
  address: place.address,
  phone: place.phone,
  fax: place.fax,
  url: place.url,
  town: place.town,
  what_we_do: place.whatWeDo,
  what_is_found: place.whatIsFound,
  access: place.access,
  who_comes: place.whoComes,
  typical_day: place.typicalDay,
})

export const typedContact = (contact: ContactDraft): Record<string, string> => ({
  name: contact.name,
  position: contact.position,
  email: contact.email,
  phone: contact.phone,
})

export const typedOrganisation = (organisation: Organisation): Record<string, string> => ({
  name: organisation.name,
  kana: organisation.kana,
  corporate_number: organisation.corporateNumber,
  municipality: organisation.municipality,
  address: organisation.address,
  phone: organisation.phone,
  fax: organisation.fax,
  url: organisation.url,
})

/** What each field is called: beside the field, in its errors, and where two versions are compared. */
export const placeLabels = (locale: Locale) => {
  const t = placeFormWords[locale]
  return {
    organisation: t.organisation,
    name: t.name,
    kana: t.kana,
    kind: t.kind,
    field: t.field,
    municipality: t.municipality,
    address: t.address,
    phone: t.phone,
    fax: t.fax,
    url: t.url,
    town: t.town,
    what_we_do: t.whatWeDo,
    what_is_found: t.whatIsFound,
    access: t.access,
    who_comes: t.whoComes,
    typical_day: t.typicalDay,
  }
}

export const contactLabels = (locale: Locale) => {
  const t = placeFormWords[locale]
  return { name: t.contactName, position: t.position, email: t.email, phone: t.phone }
}

export const organisationLabels = (locale: Locale) => {
  const t = placeFormWords[locale]
  return {
    name: t.name,
    kana: t.kana,
    corporate_number: placeWords[locale].corporateNumber,
    municipality: t.municipality,
    address: t.address,
    phone: t.phone,
    fax: t.fax,
    url: t.url,
  }
}
