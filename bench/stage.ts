import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { startSession } from '#platform/auth/sessions.ts'
import { type Config, readConfig } from '#platform/config/config.ts'
import { openLog } from '#platform/http/log.ts'
import { createHitoba } from '#src/app.tsx'
import { openServices, type Services } from '#src/open-services.ts'
import { memberOf } from './databases.ts'

export interface Stage {
  services: Services
  /** Listens; `around` is asked first and may answer what the product does not. */
  open(around?: (app: Hono) => void): Promise<string>
  /** Headers of a browser that is signed in as the first member with this role. */
  signedIn(programmeId: number, role: string): Promise<{ cookie: string; personId: string }>
  close(): Promise<void>
}

/** The product as `npm start` runs it, lines of the log included, but without its jobs: they would be counted too. */
export const openStage = async (database: string | null, clock: () => Date): Promise<Stage> => {
  const dir = mkdtempSync(join(tmpdir(), 'hitoba-bench-'))
  const config: Config = readConfig({ HITOBA_DATA: dir, ...(database === null ? {} : { DATABASE_URL: database }) })
  const opened = await openServices(config, { clock, origin: 'https://hitoba.example' })
  const services: Services = { ...opened, log: openLog('info', '/dev/null') }
  const servers: ServerType[] = []
  return {
    services,
    open: async (around = () => {}) => {
      const app = new Hono()
      around(app)
      app.route('/', createHitoba(services).app)
      return listen(app, servers)
    },
    signedIn: async (programmeId, role) => {
      const { accountId, membershipId, personId } = await memberOf(services, programmeId, role)
      const now = clock()
      const session = { accountId, membership: { programmeId, id: membershipId }, kind: 'staff', mfaAt: now } as const
      const { token } = await services.db.asPlatform((tx) =>
        startSession(tx, { ...session, device: 'bench' }, null, now),
      )
      return { cookie: `__Host-hitoba=${token}`, personId }
    },
    close: async () => {
      for (const server of servers) server.close()
      await services.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const listen = (app: Hono, servers: ServerType[]): Promise<string> =>
  new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://127.0.0.1:${port}`),
    )
    servers.push(server)
  })
