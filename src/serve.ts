import { type ServerType, serve } from '@hono/node-server'
import { anchorAudit, anchorsFile } from '#platform/audit/anchor.ts'
import { erasedFile, noteErased } from '#platform/vault/erased.ts'
import { createHitoba, type Hitoba } from './app.tsx'
import { eraseAgain } from './erase-again.ts'
import { addressOf, openServices, type ServiceOptions, type Services } from './open-services.ts'
import type { Config } from '#platform/config/config.ts'

export interface Running extends Hitoba {
  services: Services
  /** The address it answers at. */
  address: string
  /** Stops listening, lets what runs come to its end, notes where the audit chain stands and who was erased, closes the database. */
  stop(): Promise<void>
}

/** config → platform → app → listen. `prepare` runs before the first request is taken. */
export const startHitoba = async (
  config: Config,
  options: ServiceOptions & { prepare?: (services: Services) => Promise<void> } = {},
): Promise<Running> => {
  const services = await openServices(config, options)
  try {
    await options.prepare?.(services)
    const hitoba = createHitoba(services)
    await eraseAgain(services, hitoba.pipeline)
    const server = await listen(hitoba, config)
    hitoba.jobs.start()
    return {
      ...hitoba,
      services,
      address: addressOf({ ...config, port: portOf(server) ?? config.port }),
      stop: stopping(server, hitoba, services),
    }
  } catch (error) {
    await services.close()
    throw error
  }
}

const listen = ({ app }: Hitoba, config: Config): Promise<ServerType> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, () => resolve(server))
    server.on('error', reject)
    if ('requestTimeout' in server) server.requestTimeout = 30_000
  })

const portOf = (server: ServerType): number | null => {
  const at = server.address()
  return typeof at === 'object' && at !== null ? at.port : null
}

const stopping = (server: ServerType, hitoba: Hitoba, services: Services): (() => Promise<void>) => {
  let stopped: Promise<void> | null = null
  const stop = async (): Promise<void> => {
    await new Promise<void>((resolve) => {
      server.close(() => resolve())
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    })
    await hitoba.jobs.stop()
    const { config, auditKey, clock } = services
    await services.db.asPlatform(async (tx) => {
      await anchorAudit(tx, anchorsFile(config), auditKey, clock())
      await noteErased(tx, erasedFile(config), auditKey)
    })
    await services.close()
  }
  return () => {
    stopped ??= stop()
    return stopped
  }
}

/** Ctrl-C and the machine's own stop end the server in order. */
export const stopOnSignals = (running: Running): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void running.stop().then(() => process.exit(0))
    })
  }
}
