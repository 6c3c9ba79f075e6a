import { randomUUID } from 'node:crypto'
import { day } from '#kernel/calendar-day.ts'
import type { Tx } from '#platform/db/index.ts'
import type { PlatformVault } from '#platform/vault/vault.ts'

const ofOwnPlace = { host: 'r.place_id = $place' }

/** What offices wrote down for fee supplements; `records.ts` says what the columns mean. */
export const feeKinds = {
  office_staff: { from: 'training.office_staff r', columns: 'r.id', mine: ofOwnPlace },
  office_training: { from: 'training.office_training r', columns: 'r.id', mine: ofOwnPlace },
  shown_office: {
    from: 'training.fee_office r',
    columns: 'r.place_id as id',
    where: 'r.shown_to_programme',
    mine: {},
  },
} as const

/** The office of every host has somebody and a training. */
export const addFeeRecords = async (tx: Tx, vault: PlatformVault, programmeId: number, now: Date): Promise<void> => {
  const hosts = await tx
    .selectFrom('platform.membership')
    .select('place_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('role', '=', 'host')
    .execute()
  const own = vault.vaultFor(tx, programmeId)
  for (const { place_id } of hosts) {
    if (!place_id) continue
    const id = randomUUID()
    const of = { programme_id: programmeId, place_id }
    await tx
      .insertInto('training.fee_office')
      .values({ ...of, saved_at: now })
      .onConflict((on) => on.doNothing())
      .execute()
    const facts_sealed = await own.seal(
      id,
      'training.office_staff.facts_sealed',
      id,
      JSON.stringify({ name: '見本 いさむ', kana: 'みほん いさむ', role: 'experience' }),
    )
    await tx
      .insertInto('training.office_staff')
      .values({ ...of, id, facts_sealed, created_at: now })
      .execute()
    await tx
      .insertInto('training.office_training')
      .values({ ...of, id, on_day: day('2026-06-01'), topic: '配慮', led_by: [id], others: 3, created_at: now })
      .execute()
  }
}
