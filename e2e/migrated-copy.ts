import { openAsBlob } from 'node:fs'
import { inject } from 'vitest'

/** The migrated, empty embedded database that this test run made once. */
export const migratedCopy = async (): Promise<Blob> => {
  const { pglite } = inject('engines')
  if (!pglite) throw new Error('the journeys run on PGlite: HITOBA_TEST_ENGINE leaves it out')
  return openAsBlob(pglite.copy)
}
