import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#platform/config/config.ts'
import { createHitoba } from '../app.tsx'
import { openServices } from '../open-services.ts'

/** Every route of the running app: method, path, who may, and which records they reach. `--json` for machines. */
export const run = async (args: readonly string[]): Promise<number> => {
  const dir = mkdtempSync(join(tmpdir(), 'hitoba-routes-'))
  const config = { ...readConfig({ HITOBA_DATA: dir }), logLevel: 'silent' as const }
  const services = await openServices(config, { database: { dir: ':memory:' } })
  const { routes } = createHitoba(services)
  const lines = routes.map(({ method, path, who, reach }) => ({
    method,
    path,
    policy: who === 'anyone' ? 'public' : 'member',
    who,
    reach,
  }))
  if (args.includes('--json')) console.log(JSON.stringify(lines, null, 2))
  else
    for (const line of lines)
      console.log([line.method.padEnd(4), line.path.padEnd(48), String(line.who), `(${line.reach})`].join(' '))
  await services.close()
  rmSync(dir, { recursive: true })
  return 0
}
