import type { Tx } from '#platform/db/index.ts'
import type { Vault } from '#platform/vault/vault.ts'
import { answerField, reasonField } from './needs.ts'

export const accommodationAnswers = ['yes', 'partly', 'other_way'] as const
export type AccommodationAnswer = (typeof accommodationAnswers)[number]

/** Our answer to what somebody needs, and why. */
export interface Accommodation {
  answer: AccommodationAnswer
  words: string
  reason: string
  at: Date
}

interface Door {
  tx: Tx
  vault: Vault
  programmeId: number
}

type Whose = { id: string; personId: string }

export const insertAccommodation = async (
  { tx, vault, programmeId }: Door,
  whose: Whose,
  one: Accommodation & { id: string; by: string },
): Promise<void> => {
  await tx
    .insertInto('training.accommodation')
    .values({
      programme_id: programmeId,
      id: one.id,
      application_id: whose.id,
      answer: one.answer,
      answer_sealed: await vault.seal(whose.personId, answerField, one.id, one.words),
      reason_sealed: one.reason === '' ? null : await vault.seal(whose.personId, reasonField, one.id, one.reason),
      by_membership: one.by,
      at: one.at,
    })
    .execute()
}

/** The newest answer, which counts; null: not answered yet. For the person and those who have to do with the run. */
export const accommodationOf = async (
  { tx, vault, programmeId }: Door,
  whose: Whose,
): Promise<Accommodation | null> => {
  const row = await tx
    .selectFrom('training.accommodation')
    .select(['id', 'answer', 'answer_sealed', 'reason_sealed', 'at'])
    .where('programme_id', '=', programmeId)
    .where('application_id', '=', whose.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!row) return null
  return {
    answer: accommodationAnswers.find((one) => one === row.answer) ?? 'yes',
    words: await vault.open(whose.personId, answerField, row.id, row.answer_sealed),
    reason: row.reason_sealed ? await vault.open(whose.personId, reasonField, row.id, row.reason_sealed) : '',
    at: row.at,
  }
}
