import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { peopleIntake } from '#domains/people/index.ts'
import { registrationIntake } from '#domains/registration/index.ts'
import { attendanceIntake } from '#domains/training/index.ts'
import { visitsIntake } from '#domains/visits/index.ts'
import type { FieldType, IntakeKind } from '#platform/intake/kinds.ts'
import { decidedRow, type JudgedRow } from '#platform/intake/judge.ts'
import { readRows } from '#platform/intake/read-rows.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { anActivity, aPlace } from '#test/visit-builders.ts'

const days = [
  '2024-04-01',
  'R6.4.8',
  '0001-01-01',
  '1999-12-31',
  '9999-12-31',
  '99999',
  '45383.99999',
  '2026-11-22',
  '',
]
const cells: Record<FieldType, readonly string[]> = {
  text: [
    '見本 葵',
    '例 空',
    '例\u0000空',
    '見本の家',
    '語り場',
    '研修',
    '○',
    '欠席',
    '実施',
    '長'.repeat(300),
    '\ud83d',
    '',
  ],
  reading: ['みほん あおい', 'ﾚｲ ｿﾗ', ''],
  day: days,
  moment: [...days, '2024-04-01 23:59', '2024/4/1 0:00'],
  count: ['1', '2', '0', '99', '100', '999999999', ''],
  minute: ['0:00', '23:59', '0.99999', '10:00', '24:00', ''],
  email: ['a@example.jp', ''],
  phone: ['03-1111-2222', ''],
}
// Such that many rows are whole: names that exist come first in their own columns.
const likely: Readonly<Record<string, readonly string[]>> = {
  name: ['見本 葵', '例 空', '見本 葵、例 空'],
  place: ['見本の家'],
  activity: ['語り場'],
  course: ['研修'],
  state: ['○', '×', ''],
  run: ['', '秋'],
  title_of: ['', 'はじめに'],
  no: ['1', '2', '3'],
  completed: ['', '', '2026-11-01'],
  companion: ['', '見本 葵'],
  to: ['', '', '0:00', '9:00'],
}

describeEngines('whatever stands in a list', (db) => {
  let system: TestSystem
  let coordinator: Member

  beforeAll(async () => {
    system = await testSystem(db, () => new Date('2026-11-22T03:00:00Z'))
    coordinator = await db.asPlatform(async (tx) => {
      const programmeId = await aProgramme(tx)
      await aPerson(tx, programmeId, { name: '見本 葵', kana: 'みほん あおい' })
      for (const kana of ['れい そら', 'れい くう']) await aPerson(tx, programmeId, { name: '例 空', kana })
      await aPlace(tx, programmeId, { name: '見本の家' })
      await anActivity(tx, programmeId, { name: '語り場' })
      const names = { name: '研修', name_en: 'c', name_easy: 'c', plain: '', plain_en: '', plain_easy: '' }
      const rules = { completion: '[]', make_up: '{"most":0,"within_days":null,"ways":[]}' }
      await tx
        .insertInto('training.course')
        .values({ programme_id: programmeId, id: randomUUID(), kind: 'basic', ...names, ...rules })
        .execute()
      return aMember(tx, programmeId, 'coordinator')
    })
  })

  const tableFor = ({ fields }: IntakeKind) =>
    fc.array(
      fc.tuple(
        ...fields.map(({ key, type }) =>
          fc.oneof(
            { weight: 4, arbitrary: fc.constantFrom(...(likely[key] ?? cells[type])) },
            fc.constantFrom(...cells[type]),
          ),
        ),
      ),
      { minLength: 1, maxLength: 8 },
    )

  test.each(Object.entries({ peopleIntake, registrationIntake, attendanceIntake, visitsIntake }))(
    '%s: every row is judged, what can be taken is taken, and is known the next time',
    async (_, kind) => {
      const mapping = Object.fromEntries(kind.fields.map(({ key }, index) => [key, index]))
      const judged = async (rows: string[][], said: ReadonlyMap<number, string>): Promise<JudgedRow[]> =>
        system.as(coordinator, async (ctx) => {
          const read = readRows({ rows: [[], ...rows], lines: [] }, mapping, kind.fields)
            .filter((row) => row.troubles.length === 0)
            .map((row) => ({ ...row, decision: said.get(row.line) ?? null }))
          const judgements = await kind.judge(ctx, read)
          expect(judgements.length).toBe(read.length)
          return read.map((row, index) => {
            const outcome = judgements[index] ?? { kind: 'known' }
            return { ...row, outcome: outcome.kind === 'refused' ? { ...outcome, kind: 'failed' } : outcome }
          })
        })
      const whole = kind.fields.map(({ key, type }) => (likely[key] ?? cells[type])[0] ?? '')
      let taken = 0
      await fc.assert(
        fc.asyncProperty(tableFor(kind), async (rows) => {
          const said = new Map(
            (await judged(rows, new Map())).flatMap(({ line, outcome }) =>
              outcome.kind === 'alike' ? [[line, line % 3 === 0 ? 'new' : (outcome.with[0]?.id ?? '')] as const] : [],
            ),
          )
          const ready = (await judged(rows, said)).flatMap((row) => decidedRow(row) ?? [])
          await system.as(coordinator, (ctx) => kind.take(ctx, ready))
          taken += ready.length
          const again = await judged(rows, new Map())
          for (const { line } of ready) {
            const row = again.find((one) => one.line === line)
            expect(row && decidedRow(row)).toBeNull()
          }
        }),
        { numRuns: 25, examples: [[[whole]]] },
      )
      expect(taken).toBeGreaterThan(0)
    },
    60_000,
  )
})
