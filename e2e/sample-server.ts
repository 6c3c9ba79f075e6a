import { openAsBlob } from 'node:fs'
import { inject } from 'vitest'
import { type DemoServer, startDemo } from './server.ts'

/** A server of its own for a journey, with the sample as it was written once for all of them. */
export const startSample = async (): Promise<DemoServer> => {
  const sample = inject('sample')
  if (!sample) throw new Error('the journeys run on PGlite: HITOBA_TEST_ENGINE leaves it out')
  return startDemo({ sample: { database: await openAsBlob(sample.database), keys: sample.keys } })
}
