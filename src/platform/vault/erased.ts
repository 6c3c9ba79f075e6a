import { createHmac, timingSafeEqual } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { JobSpec } from '#platform/jobs/job-spec.ts'

/** Whose key was destroyed, kept outside the database: an older backup still has it. */
export interface Erased {
  programmeId: number
  personId: string
}

export const erasedFile = (config: { dataDir: string }): string => join(config.dataDir, 'erased.txt')

/** Notes whose key was destroyed since the last time: numbers, no names. */
export const noteErased = async (tx: Tx, file: string, key: Uint8Array): Promise<number> => {
  const known = new Set(readErased(file, key).map(nameOf))
  const { rows } = await sql<Erased>`
    select programme_id as "programmeId", person_id as "personId" from platform.person_key
    where length(wrapped) = 0 order by 1, 2`.execute(tx)
  const added = rows.filter((row) => !known.has(nameOf(row)))
  const text = added.map((row) => `${nameOf(row)} ${macOf(row, key)}\n`).join('')
  if (text) appendFileSync(file, text, { mode: 0o600, flush: true })
  return added.length
}

/** Throws where a line is not one that this key wrote: nobody is erased by an edited file. */
export const readErased = (file: string, key: Uint8Array): Erased[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line, index) => erasedOf(line, index + 1, key))
    : []

const erasedOf = (line: string, number: number, key: Uint8Array): Erased => {
  const [programme, personId = '', mac = ''] = line.split(' ')
  const erased = { programmeId: Number(programme), personId }
  if (!sameText(mac, macOf(erased, key)))
    throw new Error(`line ${number} of the erased records was not written with this key`)
  return erased
}

const nameOf = ({ programmeId, personId }: Erased): string => `${programmeId} ${personId}`

const macOf = (erased: Erased, key: Uint8Array): string =>
  createHmac('sha256', key)
    .update(`erased|${nameOf(erased)}`)
    .digest('hex')

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Whatever backup is restored, what was erased more than a quarter of an hour before is known. */
export const erasedJob = (file: string, key: Uint8Array): JobSpec => ({
  name: 'vault.erased',
  cron: '*/15 * * * *',
  run: async ({ tx }) => {
    await noteErased(tx, file, key)
  },
})
