import { z } from 'zod'
import type { Tx } from '#platform/db/index.ts'
import type { Vault } from '#platform/vault/vault.ts'
import type { Application, ApplicationVia } from './applications.ts'
import { needsField } from './needs.ts'

/** What somebody wrote in their application, and what they need to take part. */
export interface ApplicationWords {
  /** Why they would like to come. */
  why: string
  /** What they would like to do with it. */
  hopes: string
  /** What else they want us to know. */
  other: string
  needs: string
  track: string
}

export const noWords: ApplicationWords = { why: '', hopes: '', other: '', needs: '', track: '' }

const wordsField = 'training.application.words_sealed'
const trackField = 'training.application.track_sealed'
const written = z.object({ why: z.string(), hopes: z.string(), other: z.string() })

interface Door {
  tx: Tx
  vault: Vault
  programmeId: number
}

type Whose = Pick<Application, 'id' | 'personId'>

export const readWords = async (
  { tx, vault, programmeId }: Door,
  { id, personId }: Whose,
): Promise<ApplicationWords> => {
  const row = await tx
    .selectFrom('training.application')
    .select(['words_sealed', 'needs_sealed', 'track_sealed'])
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .executeTakeFirst()
  const opened = (field: string, sealed: string | null | undefined): Promise<string> =>
    sealed ? vault.open(personId, field, id, sealed) : Promise.resolve('')
  const words = await opened(wordsField, row?.words_sealed)
  return {
    ...(words === '' ? { why: '', hopes: '', other: '' } : written.parse(JSON.parse(words))),
    needs: await opened(needsField, row?.needs_sealed),
    track: await opened(trackField, row?.track_sealed),
  }
}

export interface Consent {
  version: string
  at: Date
  via: ApplicationVia
  /** The membership that ticked it. */
  by: string
}

/** Writes over the version that was read; false where somebody else was quicker. A consent that was given before stays as it was given. */
export const writeWords = async (
  { tx, vault, programmeId }: Door,
  { id, personId, version }: Whose & { version: number },
  words: ApplicationWords,
  consent: Consent | 'as_before' | null,
): Promise<boolean> => {
  const sealed = (field: string, text: string): Promise<string | null> =>
    text === '' ? Promise.resolve(null) : vault.seal(personId, field, id, text)
  const { needs, track, ...rest } = words
  const text = Object.values(rest).every((one) => one === '') ? '' : JSON.stringify(rest)
  const { numUpdatedRows } = await tx
    .updateTable('training.application')
    .set({
      words_sealed: await sealed(wordsField, text),
      needs_sealed: await sealed(needsField, needs),
      track_sealed: await sealed(trackField, track),
      ...(consent === 'as_before' ? {} : consentColumns(consent)),
      ready_at: null,
      version: version + 1,
    })
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Who said it, how and when, in place of what stood there. */
export const putConsent = async ({ tx, programmeId }: Door, id: string, consent: Consent): Promise<void> => {
  await tx
    .updateTable('training.application')
    .set(consentColumns(consent))
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .execute()
}

const consentColumns = (consent: Consent | null) => ({
  consent_version: consent?.version ?? null,
  consent_at: consent?.at ?? null,
  consent_via: consent?.via ?? null,
  consent_by: consent?.by ?? null,
})
