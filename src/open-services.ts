import { randomUUID } from 'node:crypto'
import { auditKeyFile, openAuditKey } from '#platform/audit/key.ts'
import type { Config } from '#platform/config/config.ts'
import { type DatabaseOptions, type OpenDatabase, openDatabase } from '#platform/db/index.ts'
import { migrate } from '#platform/db/migrate.ts'
import { type DocumentPress, openDocuments } from '#platform/documents/pdf.ts'
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
  documents: DocumentPress
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
  const log = openLog(config.logLevel)
  const documents = openDocuments({
    own: config.documentsDir,
    onProblem: ({ kind, file, line }) => log.info('template not usable', { kind, file, line: line ?? 0 }),
  })
  return {
    config,
    db,
    vault,
    auditKey,
    transport: transportOf(config, db, clock),
    documents,
    log,
    clock,
    newId: options.newId ?? randomUUID,
    origin: options.origin ?? addressOf(config),
    close: async () => {
      documents.close()
      await db.close()
    },
  }
}

/** The address that is printed, and that links in mails lead to: one name, as a session belongs to a name. */
export const addressOf = ({ origin, host, port }: Pick<Config, 'origin' | 'host' | 'port'>): string =>
  origin ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`

const transportOf = (config: Config, db: OpenDatabase, clock: () => Date): Transport | null => {
  if (config.smtpUrl && config.mailFrom) return smtpTransport({ url: config.smtpUrl, from: config.mailFrom })
  return config.demo ? demoTransport(db, clock) : null
}
