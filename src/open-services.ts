import { randomUUID } from 'node:crypto'
import { auditKeyFile, openAuditKey } from '#platform/audit/key.ts'
import type { Config } from '#platform/config/config.ts'
import { type DatabaseOptions, type OpenDatabase, openDatabase } from '#platform/db/index.ts'
import { migrate } from '#platform/db/migrate.ts'
import { type Log, openLog } from '#platform/http/log.ts'
import { demoTransport, smtpTransport, type Transport } from '#platform/messages/transport.ts'
import { openVault, type PlatformVault } from '#platform/vault/vault.ts'

/** Everything that is opened once and closed at the end. */
export interface Services {
  config: Config
  db: OpenDatabase
  vault: PlatformVault
  auditKey: Uint8Array
  /** Null in real use without a mail server: mails wait. */
  transport: Transport | null
  log: Log
  clock: () => Date
  newId: () => string
  /** The address people reach it under; known once it listens. */
  origin: string
  close(): Promise<void>
}

export interface ServiceOptions {
  clock?: () => Date
  newId?: () => string
  origin?: string
  database?: DatabaseOptions
}

/** Opens the database, brings it up to this version, and takes the keys that are kept outside it. */
export const openServices = async (config: Config, options: ServiceOptions = {}): Promise<Services> => {
  const db = await openDatabase(options.database ?? { url: config.databaseUrl, dir: config.dataDir })
  await migrate(db)
  const vault = await openVault(db, { kekFile: config.kekFile })
  const auditKey = await openAuditKey(db, auditKeyFile(config))
  const clock = options.clock ?? (() => new Date())
  return {
    config,
    db,
    vault,
    auditKey,
    transport: transportOf(config, db, clock),
    log: openLog(config.logLevel),
    clock,
    newId: options.newId ?? randomUUID,
    origin: options.origin ?? config.origin ?? `http://${config.host}:${config.port}`,
    close: () => db.close(),
  }
}

const transportOf = (config: Config, db: OpenDatabase, clock: () => Date): Transport | null => {
  if (config.smtpUrl && config.mailFrom) return smtpTransport({ url: config.smtpUrl, from: config.mailFrom })
  return config.demo ? demoTransport(db, clock) : null
}
