import type { KyselyPlugin } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { registrationIntake } from '#domains/registration/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { decidedRow } from '#platform/intake/judge.ts'
import { readRows } from '#platform/intake/read-rows.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'

/** Notes each statement that goes through it. */
const counting = (noted: string[]): KyselyPlugin => ({
  transformQuery: ({ node }) => {
    noted.push(node.kind)
    return node
  },
  transformResult: async ({ result }) => result,
})

describeEngines('a list of registrations', (db) => {
  let system: TestSystem
  let coordinator: Member
  const numbers = Array.from({ length: 30 }, (_, no) => no)

  beforeAll(async () => {
    system = await testSystem(db, () => new Date('2026-11-22T03:00:00Z'))
    coordinator = await db.asPlatform(async (tx) => {
      const programmeId = await aProgramme(tx)
      for (const no of numbers) await aPerson(tx, programmeId, { name: `見本 ${no}`, kana: `みほん ${no}` })
      return aMember(tx, programmeId, 'coordinator')
    })
  })

  /** Takes over somebody's row for each number; gives how many statements it took. */
  const taken = (people: readonly number[]): Promise<number> =>
    system.as(coordinator, async (ctx) => {
      const { fields, judge, take } = registrationIntake
      const mapping = Object.fromEntries(fields.map(({ key }, index) => [key, index]))
      const typed: Record<string, (no: number) => string> = {
        name: (no) => `見本 ${no}`,
        kana: (no) => `みほん ${no}`,
        from: () => 'R3.4.1',
        until: () => 'R5.3.31',
      }
      const rows = people.map((no) => fields.map(({ key }) => typed[key]?.(no) ?? ''))
      const read = readRows({ rows: [[], ...rows], lines: [] }, mapping, fields)
      const judgements = await judge(ctx, read)
      const ready = read.flatMap((row, at) => {
        const outcome = judgements[at]
        return outcome?.kind === 'fresh' ? (decidedRow({ ...row, outcome }) ?? []) : []
      })
      expect(ready.length).toBe(people.length)
      const noted: string[] = []
      const tx = ctx.tx.withPlugin(counting(noted)) as Tx
      await take({ ...ctx, tx, vault: system.vault.vaultFor(tx, coordinator.programmeId) }, ready)
      return noted.length
    })

  test('is taken over in as many statements for many people as for two', async () => {
    const few = await taken(numbers.slice(0, 2))
    expect(few).toBeGreaterThan(5)
    expect(await taken(numbers.slice(2))).toBe(few)
    const { n } = await db.asPlatform((tx) =>
      tx
        .selectFrom('registration.sheet_version')
        .select((is) => is.fn.countAll<number>().as('n'))
        .where('programme_id', '=', coordinator.programmeId)
        .executeTakeFirstOrThrow(),
    )
    expect(Number(n)).toBe(numbers.length)
  })
})
