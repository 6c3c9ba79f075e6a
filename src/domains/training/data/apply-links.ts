import { z } from 'zod'
import type { Tx } from '#platform/db/index.ts'
import { locales } from '#platform/i18n/reader.ts'
import type { Vault } from '#platform/vault/vault.ts'

const askerSchema = z.object({ name: z.string(), kana: z.string(), email: z.string(), locale: z.enum(locales) })

/** Who typed something on a public page; it is nobody's yet. */
export type Asker = z.infer<typeof askerSchema>

/** What they would like: to apply for a run, or to come to a taster. `applicationId`: an office has named them, and their part waits. */
export type Wish = { runId: string; applicationId?: string } | { tasterId: string }

interface Door {
  tx: Tx
  vault: Vault
  programmeId: number
}

const field = 'training.apply_link.asker_sealed'

export const insertLink = async (
  { tx, vault, programmeId }: Door,
  link: { tokenHash: string; wish: Wish; asker: Asker; now: Date; expiresAt: Date },
): Promise<void> => {
  const { tokenHash, wish } = link
  await tx
    .insertInto('training.apply_link')
    .values({
      programme_id: programmeId,
      token_hash: tokenHash,
      run_id: 'runId' in wish ? wish.runId : null,
      taster_id: 'tasterId' in wish ? wish.tasterId : null,
      application_id: 'runId' in wish ? (wish.applicationId ?? null) : null,
      asker_sealed: await vault.seal(vault.programmeSubject, field, tokenHash, JSON.stringify(link.asker)),
      created_at: link.now,
      expires_at: link.expiresAt,
    })
    .execute()
}

export interface LiveLink {
  wish: Wish
  asker: Asker
}

/** What a link stands for, where it still works. Looking changes nothing, however often. */
export const peekLink = async (door: Door, tokenHash: string, now: Date): Promise<LiveLink | null> => {
  const row = await door.tx
    .selectFrom('training.apply_link')
    .select(['run_id', 'taster_id', 'application_id', 'asker_sealed'])
    .where('programme_id', '=', door.programmeId)
    .where('token_hash', '=', tokenHash)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? opened(door, tokenHash, row) : null
}

/** Spends the link, exactly once. */
export const spendLink = async (door: Door, tokenHash: string, now: Date): Promise<LiveLink | null> => {
  const row = await door.tx
    .updateTable('training.apply_link')
    .set({ spent_at: now })
    .where('programme_id', '=', door.programmeId)
    .where('token_hash', '=', tokenHash)
    .where('spent_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['run_id', 'taster_id', 'application_id', 'asker_sealed'])
    .executeTakeFirst()
  return row ? opened(door, tokenHash, row) : null
}

const opened = async (
  { vault }: Door,
  tokenHash: string,
  row: { run_id: string | null; taster_id: string | null; application_id: string | null; asker_sealed: string },
): Promise<LiveLink> => ({
  wish: wishOf(row.run_id, row.taster_id, row.application_id),
  asker: askerSchema.parse(JSON.parse(await vault.open(vault.programmeSubject, field, tokenHash, row.asker_sealed))),
})

const wishOf = (runId: string | null, tasterId: string | null, applicationId: string | null): Wish => {
  if (runId === null) return { tasterId: tasterId ?? '' }
  return applicationId === null ? { runId } : { runId, applicationId }
}

/** Of one application only the newest link leads anywhere: the address before may have been somebody else's. */
export const endLinks = async ({ tx, programmeId }: Door, applicationId: string, now: Date): Promise<void> => {
  await tx
    .updateTable('training.apply_link')
    .set({ spent_at: now })
    .where('programme_id', '=', programmeId)
    .where('application_id', '=', applicationId)
    .where('spent_at', 'is', null)
    .execute()
}

/** What was typed by people who never followed their link is not kept. */
export const forgetLinks = async (tx: Tx, programmeId: number, now: Date): Promise<void> => {
  await tx
    .deleteFrom('training.apply_link')
    .where('programme_id', '=', programmeId)
    .where('expires_at', '<=', now)
    .execute()
}

/** The people behind an account, in this programme. */
export const peopleOfAccount = async (
  tx: Tx,
  programmeId: number,
  accountId: string,
): Promise<{ personId: string; name: string; kana: string; role: string; membershipId: string }[]> =>
  tx
    .selectFrom('platform.membership as m')
    .innerJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'm.programme_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['m.person_id as personId', 'm.id as membershipId', 'm.role', 'p.name', 'p.kana'])
    .where('m.programme_id', '=', programmeId)
    .where('m.account_id', '=', accountId)
    .where('m.ended_at', 'is', null)
    .orderBy('m.starts_at')
    .orderBy('m.id')
    .execute()
