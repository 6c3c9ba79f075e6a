import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { book } from '#domains/people/index.ts'
import { erasePerson } from '#domains/people/actions/erase-person.ts'
import { mergePersons, undoMerge } from '#domains/people/actions/merge-persons.ts'
import { sealedTextsOf } from '#domains/people/data/reseal.ts'
import { matchingFacts } from '#domains/registration/index.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { belongings } from '#src/belongings.ts'
import { forgettings } from '#src/forgettings.ts'
import { writeDemo } from '#src/sample/index.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { anEnrolment, aRun } from '#test/training/papers.ts'
import { anActivity, aPlace, aProposal, aRequest, aSupporter } from '#test/visit-builders.ts'

const now = new Date('2026-11-24T03:00:00Z')
const sealed = belongings.flatMap((each) => each.sealed)

const notOfMerging = sql`kind not in ('people.merged', 'people.merge_undone')`

/** Every row of the programme as text but for what is written by merging itself; sealed text is new each time and left out. */
const snapshot = async (db: OpenDatabase, programmeId: number): Promise<Map<string, string[]>> =>
  db.asPlatform(async (tx) => {
    const { rows: tables } = await sql<{ name: string; sealed: string[] }>`
      select table_schema || '.' || table_name as name,
        array_agg(column_name::text) filter (where column_name like '%\\_sealed') as sealed
      from information_schema.columns where table_schema not in ('public', 'pgboss', 'information_schema', 'pg_catalog')
      group by 1 having bool_or(column_name = 'programme_id') order by 1`.execute(tx)
    const found = new Map<string, string[]>()
    for (const { name, sealed: hidden } of tables) {
      if (/^platform\.(audit|person_key)|^people\.merge/.test(name)) continue
      const { rows } = await sql<{ text: string }>`
        select (to_jsonb(t) - ${['version', ...(hidden ?? [])]}::text[])::text as text from ${sql.table(name)} t
        where programme_id = ${programmeId} ${name === 'platform.message' ? sql`and ${notOfMerging}` : sql``}
          ${name === 'platform.delivery' ? sql`and message_id in (select id from platform.message where ${notOfMerging})` : sql``}
        order by 1`.execute(tx)
      found.set(
        name,
        rows.map((row) => row.text),
      )
    }
    return found
  })

/** Whoever signs in said that the other record is theirs; another coordinator asked. */
const saysSame = (db: OpenDatabase, programmeId: number, holder: string, other: string): Promise<unknown> =>
  db.asPlatform((tx) =>
    tx
      .insertInto('people.merge_question')
      .values({
        programme_id: programmeId,
        id: randomUUID(),
        holder_id: holder,
        other_id: other,
        asked_at: now,
        asked_by: randomUUID(),
        until_day: day('2026-12-08'),
        answer: 'same',
        answered_at: now,
        via: 'self',
      })
      .execute(),
  )

/** What somebody's sealed text says, without where it lies. */
const saidBy = async (ctx: Ctx, personId: string): Promise<string[]> => {
  const texts: string[] = []
  for (const { column, row, sealed: text } of await sealedTextsOf(ctx, sealed, personId))
    texts.push(
      `${column.table}.${column.column} ${await ctx.vault.open(personId, `${column.table}.${column.column}`, row, text)}`,
    )
  return texts.toSorted()
}

describeEngines('two records of one person become one', (db) => {
  let system: TestSystem
  beforeAll(async () => {
    system = await testSystem(db, () => now)
  })

  describe('in a programme with years behind it', () => {
    let coordinator: Member
    let rich: string
    let fresh: string
    beforeAll(async () => {
      await db.asPlatform((tx) => writeDemo(tx, system.vault, now))
      const { rows } = await db.asPlatform((tx) =>
        sql<{ programmeId: number; personId: string }>`
          select c.programme_id as "programmeId", c.person_id as "personId" from visits.check_in c
          where exists (select from registration.care_plan s where s.programme_id = c.programme_id and s.person_id = c.person_id)
            and exists (select from training.enrolment e where e.programme_id = c.programme_id and e.person_id = c.person_id)
          group by 1, 2 order by 1, count(*) desc, 2 limit 1`.execute(tx),
      )
      const found = rows[0]
      if (!found) throw new Error('nobody in the sample has lived through it all')
      rich = found.personId
      await db.asPlatform(async (tx) => {
        coordinator = await aMember(tx, found.programmeId, 'coordinator')
        fresh = await aPerson(tx, found.programmeId, { name: '新しい 記録', kana: 'あたらしい きろく' })
      })
    })

    test('all that is sealed for people in the sample opens where the slices say that it is sealed', async () => {
      const people = await db.asPlatform((tx) =>
        tx.selectFrom('people.person').select('id').where('programme_id', '=', coordinator.programmeId).execute(),
      )
      const tables = await system.as(coordinator, async (ctx) => {
        const opened = new Set<string>()
        for (const { id } of people)
          for (const { column, row, sealed: text } of await sealedTextsOf(ctx, sealed, id)) {
            await ctx.vault.open(id, `${column.table}.${column.column}`, row, text)
            opened.add(column.table)
          }
        return opened
      })
      expect(tables.size).toBeGreaterThan(8)
    })

    test('everything follows, opens with the key of the one that stays, and goes back with one press', async () => {
      const { programmeId } = coordinator
      await saysSame(db, programmeId, rich, fresh)
      const before = await snapshot(db, programmeId)
      const said = await system.as(coordinator, (ctx) => saidBy(ctx, rich))
      expect(said.length).toBeGreaterThan(5)
      const merged = await system.as(coordinator, (ctx) => mergePersons(ctx, { kept: fresh, gone: rich }, belongings))
      if (!merged?.ok) throw new Error('not merged')

      const left = [...(await snapshot(db, programmeId))].flatMap(([table, rows]) =>
        rows.some((row) => row.includes(rich)) ? [table] : [],
      )
      // The record itself; what others say of it in their words is looked up by `mergedPeople`.
      expect(left.filter((table) => !['people.person', 'platform.event', 'platform.message'].includes(table))).toEqual(
        [],
      )
      expect(await system.as(coordinator, (ctx) => saidBy(ctx, fresh))).toEqual(said)
      expect(await system.as(coordinator, (ctx) => saidBy(ctx, rich))).toEqual([])

      const undone = await system.as(coordinator, (ctx) => undoMerge(ctx, merged.value, belongings))
      expect(undone).toMatchObject({ ok: true })
      const after = await snapshot(db, programmeId)
      for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows])
      expect(await system.as(coordinator, (ctx) => saidBy(ctx, rich))).toEqual(said)
      const again = await system.as(coordinator, (ctx) => undoMerge(ctx, merged.value, belongings))
      expect(again).toEqual({ ok: false, error: [{ kind: 'undone_already' }] })
    })

    test('what is erased later is erased in both records', async () => {
      const { programmeId } = coordinator
      const [one, two] = await db.asPlatform(async (tx) => [
        await aPerson(tx, programmeId, { name: '消す 一' }),
        await aPerson(tx, programmeId, { name: '消す 一' }),
      ])
      const pair = { kept: one ?? '', gone: two ?? '' }
      const merged = await system.as(coordinator, (ctx) => mergePersons(ctx, pair, belongings))
      await system.as(coordinator, (ctx) => erasePerson(ctx, pair.kept, 'own_wish', forgettings))
      const names = await db.asPlatform((tx) =>
        tx.selectFrom('people.person').select('name').where('id', 'in', [pair.kept, pair.gone]).execute(),
      )
      expect(names).toEqual([{ name: '—' }, { name: '—' }])
      const undone = await system.as(coordinator, (ctx) => undoMerge(ctx, merged?.ok ? merged.value : '', belongings))
      expect(undone).toEqual({ ok: false, error: [{ kind: 'erased' }] })
    })
  })

  describe('where both have something', () => {
    let coordinator: Member
    let activityId: string
    let kept: string
    let gone: string
    beforeAll(async () => {
      // The sample has the first numbers.
      const programmeId = await db.asPlatform((tx) => aProgramme(tx, { programme_id: 900 }))
      await db.asPlatform(async (tx) => {
        coordinator = await aMember(tx, programmeId, 'coordinator')
        activityId = await anActivity(tx, programmeId)
      })
    })
    const two = async (): Promise<void> => {
      await db.asPlatform(async (tx) => {
        kept = await aPerson(tx, coordinator.programmeId)
        gone = await aPerson(tx, coordinator.programmeId)
      })
    }
    const merge = () => system.as(coordinator, (ctx) => mergePersons(ctx, { kept, gone }, belongings))
    const sentences = async (): Promise<string[]> => {
      const merged = await merge()
      if (!merged || merged.ok) return []
      return [...merged.error.own.map(({ kind }) => kind), ...merged.error.others.map((one) => one.text('ja'))]
    }
    const taken = (personId: string, from: string, to: string) =>
      system.as(coordinator, (ctx) =>
        book(ctx, { personId, kind: 'visit', refId: randomUUID(), from: new Date(from), to: new Date(to) }),
      )

    test('time ahead that is taken twice is refused; time that lies behind is no hindrance, and stands again after', async () => {
      await two()
      await taken(kept, '2026-12-01T01:00:00Z', '2026-12-01T03:00:00Z')
      const ahead = await taken(gone, '2026-12-01T02:00:00Z', '2026-12-01T04:00:00Z')
      await taken(kept, '2026-10-01T01:00:00Z', '2026-10-01T03:00:00Z')
      await taken(gone, '2026-10-01T02:00:00Z', '2026-10-01T04:00:00Z')
      expect(await sentences()).toEqual(['taken_at_once'])
      await db.asPlatform((tx) =>
        tx
          .deleteFrom('people.booking')
          .where('id', '=', ahead.ok ? ahead.value : '')
          .execute(),
      )
      const before = await snapshot(db, coordinator.programmeId)
      const merged = await merge()
      const open = await db.asPlatform((tx) =>
        tx.selectFrom('people.booking').select('released_at').where('person_id', '=', kept).orderBy('during').execute(),
      )
      expect(open.map((row) => row.released_at === null).toSorted()).toEqual([false, true, true])
      await system.as(coordinator, (ctx) => undoMerge(ctx, merged?.ok ? merged.value : '', belongings))
      expect((await snapshot(db, coordinator.programmeId)).get('people.booking')).toEqual(before.get('people.booking'))
    })

    test('two open sheets are for people to decide; the one that goes on has to stay', async () => {
      await two()
      await db.asPlatform(async (tx) => {
        for (const id of [kept, gone]) await aSupporter(tx, coordinator.programmeId, id, { activityId })
      })
      expect(await sentences()).toEqual([expect.stringContaining('どちらの記録にも、続いている登録')])
      const ended = (id: string, on: string | null) =>
        db.asPlatform((tx) =>
          sql`update registration.supporter set ended_on = ${on} where person_id = ${id}`.execute(tx),
        )
      await ended(kept, '2026-11-01')
      expect(await sentences()).toEqual([expect.stringContaining('もう一方の記録にあります')])
      await ended(kept, null)
      await ended(gone, '2026-11-01')
      await db.asPlatform(async (tx) => {
        const term = (person: string, from: string, to: string) =>
          sql`insert into registration.term (programme_id, id, person_id, from_day, to_day, kind, at)
            values (${coordinator.programmeId}, ${randomUUID()}, ${person}, ${from}, ${to}, 'registered', ${now})`.execute(
            tx,
          )
        await term(kept, '2026-04-01', '2027-03-31')
        await term(gone, '2025-04-01', '2026-03-31')
        await term(gone, '2026-05-01', '2026-11-01')
      })
      const before = await snapshot(db, coordinator.programmeId)
      const merged = await merge()
      const { rows } = await db.asPlatform((tx) =>
        sql<{
          person: string
          from: string
        }>`select person_id as person, from_day::text as "from" from registration.term
          where programme_id = ${coordinator.programmeId} order by from_day`.execute(tx),
      )
      expect(rows).toEqual([
        { person: kept, from: '2025-04-01' },
        { person: kept, from: '2026-04-01' },
        { person: gone, from: '2026-05-01' },
      ])
      await system.as(coordinator, (ctx) => undoMerge(ctx, merged?.ok ? merged.value : '', belongings))
      expect(await snapshot(db, coordinator.programmeId)).toEqual(before)
    })

    test('what was done since with the registration goes back with it', async () => {
      await two()
      await db.asPlatform((tx) => aSupporter(tx, coordinator.programmeId, gone, { activityId }))
      const merged = await merge()
      await db.asPlatform((tx) =>
        sql`insert into registration.pause (programme_id, id, person_id, from_at) values (${coordinator.programmeId}, ${randomUUID()}, ${kept}, ${now})`.execute(
          tx,
        ),
      )
      await system.as(coordinator, (ctx) => undoMerge(ctx, merged?.ok ? merged.value : '', belongings))
      const pauses = await db.asPlatform((tx) =>
        tx.selectFrom('registration.pause').select('person_id').where('person_id', 'in', [kept, gone]).execute(),
      )
      expect(pauses).toEqual([{ person_id: gone }])
    })

    test('one visit, one request, one run in both records: they may be two people, or it was entered twice', async () => {
      await two()
      const { programmeId } = coordinator
      await db.asPlatform(async (tx) => {
        const placeId = await aPlace(tx, programmeId)
        const asked = await aRequest(tx, programmeId, { placeId, activityId })
        const runId = await aRun(tx, programmeId)
        const visitId = randomUUID()
        await sql`insert into visits.visit (programme_id, id, request_id, place_id, activity_id, status, field, starts_at, ends_at, companion_needed, created_at)
          values (${programmeId}, ${visitId}, ${asked.requestId}, ${placeId}, ${activityId}, 'held', 'community', '2026-10-01T01:00:00Z', '2026-10-01T02:00:00Z', false, ${now})`.execute(
          tx,
        )
        for (const personId of [kept, gone]) {
          await aProposal(tx, programmeId, { ...asked, personId })
          await anEnrolment(tx, programmeId, runId, personId)
          await sql`insert into visits.participant (programme_id, visit_id, person_id, part, attended)
            values (${programmeId}, ${visitId}, ${personId}, 'supporter', true)`.execute(tx)
        }
      })
      expect(await sentences()).toEqual([
        expect.stringContaining('同じ開催の研修'),
        expect.stringContaining('同じ活動'),
        expect.stringContaining('同じ依頼のお誘い'),
      ])
    })

    test('two who sign in with addresses of their own, and oneself', async () => {
      const [one, other] = await db.asPlatform(async (tx) => [
        await aMember(tx, coordinator.programmeId, 'supporter'),
        await aMember(tx, coordinator.programmeId, 'trainee'),
      ])
      kept = one?.personId ?? ''
      gone = other?.personId ?? ''
      expect(await sentences()).toEqual(['both_sign_in'])
      kept = coordinator.personId
      gone = await db.asPlatform((tx) => aPerson(tx, coordinator.programmeId))
      expect(await sentences()).toEqual(['own_record'])
    })

    test('whom somebody avoids is avoided under the record that stays', async () => {
      await two()
      const shy = await db.asPlatform((tx) => aPerson(tx, coordinator.programmeId))
      await db.asPlatform((tx) => aSupporter(tx, coordinator.programmeId, shy, { activityId }))
      await system.as(coordinator, async ({ tx, vault, newId }) => {
        const id = newId()
        const target = JSON.stringify({ kind: 'person', id: gone, text: 'あの人', order: 0 })
        const sealedTarget = await vault.seal(shy, 'registration.avoidance.target_sealed', id, target)
        await sql`insert into registration.avoidance (programme_id, id, person_id, target_sealed, created_at)
          values (${coordinator.programmeId}, ${id}, ${shy}, ${sealedTarget}, ${now})`.execute(tx)
      })
      const avoided = () =>
        system.as(coordinator, async (ctx) => [
          ...((await matchingFacts(ctx)).find((one) => one.personId === shy)?.avoidsPeople ?? []),
        ])
      expect(await avoided()).toEqual([gone])
      const merged = await merge()
      expect(await avoided()).toEqual([kept])
      await system.as(coordinator, (ctx) => undoMerge(ctx, merged?.ok ? merged.value : '', belongings))
      expect(await avoided()).toEqual([gone])
    })

    test('one role in both records is held once, and twice again after', async () => {
      const member = await db.asPlatform((tx) => aMember(tx, coordinator.programmeId, 'trainee'))
      gone = member.personId
      kept = await db.asPlatform(async (tx) => {
        const id = await aPerson(tx, coordinator.programmeId)
        const { membershipId } = await aMember(tx, coordinator.programmeId, 'trainee', { personId: id })
        await sql`update platform.membership set account_id = null where id = ${membershipId}`.execute(tx)
        return id
      })
      await saysSame(db, coordinator.programmeId, gone, kept)
      const open = (id: string) =>
        db.asPlatform((tx) =>
          tx
            .selectFrom('platform.membership')
            .select('id')
            .where('person_id', '=', id)
            .where('ended_at', 'is', null)
            .execute(),
        )
      const merged = await merge()
      expect((await open(kept)).length).toBe(1)
      await system.as(coordinator, (ctx) => undoMerge(ctx, merged?.ok ? merged.value : '', belongings))
      expect([(await open(kept)).length, (await open(gone)).length]).toEqual([1, 1])
    })

    test('a record that went further is taken apart from the newest on', async () => {
      await two()
      const first = await merge()
      gone = kept
      kept = await db.asPlatform((tx) => aPerson(tx, coordinator.programmeId))
      const second = await merge()
      const undo = (which: typeof first) =>
        system.as(coordinator, (ctx) => undoMerge(ctx, which?.ok ? which.value : '', belongings))
      expect(await undo(first)).toEqual({ ok: false, error: [{ kind: 'merged_further' }] })
      expect(await undo(second)).toMatchObject({ ok: true })
      expect(await undo(first)).toMatchObject({ ok: true })
    })
  })
})
