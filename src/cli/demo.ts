import { readConfig } from '#platform/config/config.ts'
import { startHitoba, stopOnSignals } from '../serve.ts'
import { writeDemo } from '../sample/index.ts'
import type { Services } from '../open-services.ts'

/** Trying out: sample programmes on the embedded database in data/demo, an address, one sign-in for each role. */
export const run = async (): Promise<number> => {
  const config = { ...readConfig({ HITOBA_DATA: 'data/demo', LOG_LEVEL: 'warn', ...process.env }), demo: true }
  const running = await startHitoba(config, { prepare: fillOnce })
  stopOnSignals(running)
  console.log(await welcome(running.services, running.address))
  return 0
}

const fillOnce = async ({ db, vault, clock }: Services): Promise<void> => {
  await db.asPlatform(async (tx) => {
    const found = await tx.selectFrom('programme.programme').select('programme_id').limit(1).executeTakeFirst()
    if (!found) await writeDemo(tx, vault, clock())
  })
}

const welcome = async ({ db }: Services, address: string): Promise<string> => {
  const signIns = await db.asPlatform((tx) =>
    tx
      .selectFrom('platform.membership as m')
      .innerJoin('platform.account as a', 'a.id', 'm.account_id')
      .select(['m.role', 'a.email'])
      .distinctOn(['m.role'])
      .where('m.programme_id', '=', 1)
      .where('m.ended_at', 'is', null)
      .orderBy('m.role')
      .orderBy('m.starts_at')
      .orderBy('a.email')
      .execute(),
  )
  return [
    '',
    `hitoba  ${address}`,
    '',
    'Sample sign-ins (the sign-in page lists them too; one press, no password) / 見本のサインイン',
    ...signIns.map(({ role, email }) => `  ${role.padEnd(12)} ${email}`),
    '',
    `Mails / メール  ${address}/demo/mails`,
    'Stop with Ctrl-C / Ctrl-C で止まります',
  ].join('\n')
}
