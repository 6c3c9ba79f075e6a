import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Anchor, anchorsFile, readAnchors } from '#platform/audit/anchor.ts'
import { auditKeyFile, openAuditKey } from '#platform/audit/key.ts'
import { type AuditFault, programmesWithChain, verifyChain } from '#platform/audit/verify.ts'
import { type Config, readConfig } from '#platform/config/config.ts'
import { type Database, openDatabase } from '#platform/db/index.ts'

const usage = `hitoba audit verify [--programme N]
  Walks the chain of every programme (or of one): each entry, its head and the anchors outside the database.
  Ends with 1 where something is not as it was written, and says where.`

/** `hitoba audit`: whether what was noted is still what was noted. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { programme: { type: 'string' } },
    allowPositionals: true,
  })
  const wanted = values.programme === undefined ? null : Number(values.programme)
  if (positionals.join(' ') !== 'verify' || Number.isNaN(wanted)) {
    console.error(usage)
    return 2
  }
  const config = readConfig(process.env)
  const db = await openDatabase({ url: config.databaseUrl, dir: config.dataDir, statementTimeoutMs: 0 })
  try {
    return await verify(db, config, wanted)
  } finally {
    await db.close()
  }
}

const verify = async (db: Database, config: Config, wanted: number | null): Promise<number> => {
  const key = await openAuditKey(db, auditKeyFile(config))
  const file = anchorsFile(config)
  const anchors = anchorsOf(file, key)
  if (anchors === null) return 1
  const programmes = wanted === null ? await db.asPlatform((tx) => programmesWithChain(tx, anchors)) : [wanted]
  let broken = 0
  for (const id of programmes) {
    const { entries, fault } = await db.asPlatform((tx) => verifyChain(tx, id, key, anchors))
    if (fault) broken++
    console.log(`programme ${id}: ${fault ? `NOT as written. ${faultText(fault)}` : `${entries} entries, as written`}`)
  }
  if (!existsSync(file)) console.log('There is no anchor file yet: a tail that was taken off is then not always seen.')
  return broken === 0 ? 0 : 1
}

const anchorsOf = (file: string, key: Uint8Array): Anchor[] | null => {
  try {
    return readAnchors(file, key)
  } catch (error) {
    console.log(`${file}: NOT as written. ${error instanceof Error ? error.message : ''}`)
    return null
  }
}

const faultText = (fault: AuditFault): string => {
  switch (fault.kind) {
    case 'gap':
      return `Entry ${fault.seq} is missing, or stands in another place.`
    case 'changed':
      return `Entry ${fault.seq} is not what was written then.`
    case 'head':
      return `The chain ends at entry ${fault.seq}, its head says otherwise: entries were taken off or added at the end.`
    case 'anchor':
      return `At ${fault.anchoredAt} entry ${fault.seq} was noted outside the database; the chain does not hold it any more.`
  }
}
