import type { Tx } from '#platform/db/index.ts'
import type { PlatformVault } from '#platform/vault/vault.ts'

/** Tables on their way into the programme; `records.ts` says what the columns mean. */
export const intakeKinds = { intake: { from: 'platform.intake r', columns: 'r.id', mine: {} } } as const

/** One list of people that a coordinator has read in. */
export const addIntakes = async (tx: Tx, vault: PlatformVault, programmeId: number, now: Date): Promise<void> => {
  const coordinator = await tx
    .selectFrom('platform.membership')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('role', '=', 'coordinator')
    .executeTakeFirstOrThrow()
  const id = crypto.randomUUID()
  const own = vault.vaultFor(tx, programmeId)
  const sheets = [
    {
      name: '',
      rows: [
        ['氏名', 'よみがな'],
        ['例 空', 'れい そら'],
      ],
    },
  ]
  await tx
    .insertInto('platform.intake')
    .values({
      programme_id: programmeId,
      id,
      kind: 'people',
      name: '名簿.csv',
      membership_id: coordinator.id,
      created_at: now,
      mapping: JSON.stringify({ name: 0, kana: 1 }),
      table_sealed: await own.seal(own.programmeSubject, 'platform.intake.table_sealed', id, JSON.stringify(sheets)),
    })
    .execute()
}
