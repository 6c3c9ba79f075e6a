import type { Tx } from '#platform/db/index.ts'
import type { ConsentSaid } from '../core/consents.ts'
import type { Telling } from '../core/contact.ts'

/** One word on one line, as it was said and written down. */
export interface ConsentWord extends ConsentSaid {
  personId: string
  textVersion: string
  via: 'self' | Telling
  /** The membership that wrote it down, where the person told it. */
  recordedBy: string | null
}

export const insertConsent = async (
  tx: Tx,
  programmeId: number,
  id: string,
  word: ConsentWord,
  recordedAt: Date,
): Promise<void> => {
  await tx
    .insertInto('people.consent')
    .values({
      programme_id: programmeId,
      id,
      person_id: word.personId,
      recipient: word.recipient,
      item: word.item,
      given: word.given,
      text_version: word.textVersion,
      via: word.via,
      recorded_by: word.recordedBy,
      at: word.at,
      recorded_at: recordedAt,
    })
    .execute()
}

/** All that these people ever said about showing something, oldest first. */
export const consentWords = async (
  tx: Tx,
  programmeId: number,
  personIds: readonly string[],
): Promise<Map<string, ConsentWord[]>> => {
  const words = new Map<string, ConsentWord[]>(personIds.map((id) => [id, []]))
  if (words.size === 0) return words
  const rows = await tx
    .selectFrom('people.consent')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', [...words.keys()])
    .orderBy('at')
    .orderBy('recorded_at')
    .execute()
  for (const row of rows) {
    words.get(row.person_id)?.push({
      personId: row.person_id,
      recipient: row.recipient,
      item: row.item,
      given: row.given,
      textVersion: row.text_version,
      via: row.via as ConsentWord['via'],
      recordedBy: row.recorded_by,
      at: row.at,
    })
  }
  return words
}
