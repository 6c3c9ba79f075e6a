import { join, resolve } from 'node:path'
import { z } from 'zod'

/** What this process was told from outside. Read once, at the start. */
export interface Config {
  /** null: the embedded database in `dataDir`. */
  databaseUrl: string | null
  dataDir: string
  port: number
  host: string
  /** The address under which people reach it, without a slash at the end; null: known only once it listens. */
  origin: string | null
  smtpUrl: string | null
  mailFrom: string | null
  /** How many proxies of our own stand in front and may be believed about the sender's address. */
  trustedProxies: number
  /** The key of keys, kept outside the database. */
  kekFile: string
  /** Templates of documents that take the place of ours. */
  documentsDir: string
  demo: boolean
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

/** A value in the environment that cannot be used; the message says which, and what would do. */
export class WrongConfig extends Error {
  override name = 'WrongConfig'
}

const filled = <T extends z.ZodType>(inner: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), inner.optional())

const url = (protocols: string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be an address like ${example}`,
  })

const environment = z.object({
  DATABASE_URL: filled(url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/hitoba')),
  HITOBA_DATA: filled(z.string()),
  PORT: filled(z.coerce.number({ message: 'must be a number' }).int().min(0).max(65535)),
  HOST: filled(z.string()),
  HITOBA_URL: filled(url(['http:', 'https:'], 'https://hitoba.example.jp')),
  SMTP_URL: filled(url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.jp')),
  MAIL_FROM: filled(z.string().includes('@', { message: 'must hold a mail address' })),
  HITOBA_TRUSTED_PROXIES: filled(z.coerce.number({ message: 'must be a number' }).int().min(0).max(10)),
  HITOBA_KEK_FILE: filled(z.string()),
  HITOBA_DOCUMENTS: filled(z.string()),
  HITOBA_DEMO: filled(z.enum(['0', '1'], { message: 'must be 0 or 1' })),
  LOG_LEVEL: filled(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
})

/** Reads the environment. Throws `WrongConfig` with a sentence for each value that cannot be used. */
export const readConfig = (env: Record<string, string | undefined>): Config => {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new WrongConfig(`Settings that cannot be used / 使えない設定があります:\n  ${lines.join('\n  ')}`)
  }
  const set = parsed.data
  if (set.SMTP_URL && !set.MAIL_FROM)
    throw new WrongConfig('SMTP_URL is set, so MAIL_FROM must be set too / MAIL_FROM も設定してください')
  const dataDir = resolve(set.HITOBA_DATA ?? 'data')
  return {
    databaseUrl: set.DATABASE_URL ?? null,
    dataDir,
    port: set.PORT ?? 3000,
    host: set.HOST ?? '127.0.0.1',
    origin: set.HITOBA_URL ? new URL(set.HITOBA_URL).origin : null,
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.MAIL_FROM ?? null,
    trustedProxies: set.HITOBA_TRUSTED_PROXIES ?? 0,
    kekFile: resolve(set.HITOBA_KEK_FILE ?? join(dataDir, 'keys', 'kek')),
    documentsDir: resolve(set.HITOBA_DOCUMENTS ?? join(dataDir, 'documents')),
    demo: set.HITOBA_DEMO === '1',
    logLevel: set.LOG_LEVEL ?? 'info',
  }
}
