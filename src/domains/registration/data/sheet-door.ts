import type { Tx } from '#platform/db/index.ts'
import type { Vault } from '#platform/vault/vault.ts'

/** The way to one person's sheet. */
export interface SheetDoor {
  tx: Tx
  vault: Vault
  programmeId: number
  personId: string
}
