import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Tx } from '#platform/db/index.ts'
import { aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { book, bookAll, type BookingCtx, release } from '../actions/book.ts'
import { type Booking, overlaps } from '../core/booking.ts'
import { bookingsOf } from './bookings.ts'

const soak = process.env['HITOBA_SOAK'] === '1'
const hour = (n: number): Date => new Date(Date.UTC(2026, 10, 22, n))
const wanted = (personId: string, from: number, to: number, kind = 'visit'): Booking => ({
  personId,
  kind,
  refId: randomUUID(),
  from: hour(from),
  to: hour(to),
})

describeEngines('taken time', (db) => {
  let programmeId = 0
  let person = ''
  beforeAll(async () => {
    programmeId = await db.asPlatform((tx) => aProgramme(tx))
    person = await db.asPlatform((tx) => aPerson(tx, programmeId))
  })
  const ctx = (tx: Tx): BookingCtx => ({ tx, now: hour(0), newId: () => randomUUID(), actor: { programmeId } })
  const inTx = <T>(work: (ctx: BookingCtx) => Promise<T>): Promise<T> =>
    db.asProgramme(programmeId, (tx) => work(ctx(tx)))
  const newPerson = () => db.asPlatform((tx) => aPerson(tx, programmeId))

  test('of two who want the same person at the same time exactly one gets a booking, the other a kind answer', async () => {
    const races = soak ? 1000 : 50
    for (let race = 0; race < races; race++) {
      const someone = await newPerson()
      const results = await Promise.all([
        inTx((own) => book(own, wanted(someone, 9, 11))),
        inTx((own) => book(own, wanted(someone, 10, 12))),
      ])
      expect(results.filter((result) => result.ok)).toHaveLength(1)
      const [loser] = results.filter((result) => !result.ok)
      expect(loser).toMatchObject({ error: [{ kind: 'time_is_taken', personId: someone }] })
    }
  })

  test('the loser’s transaction lives on', async () => {
    const someone = await newPerson()
    await inTx((own) => book(own, wanted(someone, 9, 11)))
    const after = await inTx(async (own) => {
      const first = await book(own, wanted(someone, 10, 12))
      const second = await book(own, wanted(someone, 12, 13))
      return [first.ok, second.ok]
    })
    expect(after).toEqual([false, true])
  })

  test('two groups of people wanted at once in opposite order: one gets all, the other none, nobody waits for ever', async () => {
    for (let race = 0; race < (soak ? 200 : 10); race++) {
      const pair = [await newPerson(), await newPerson()]
      const both = pair.map((id) => wanted(id, 9, 11))
      const results = await Promise.all([
        inTx((own) => bookAll(own, both)),
        inTx((own) => bookAll(own, both.toReversed())),
      ])
      expect(results.filter((result) => result.ok)).toHaveLength(1)
      const kept = await inTx((own) => bookingsOf(own.tx, programmeId, pair, { from: hour(0), to: hour(24) }))
      expect(kept.map((one) => one.personId).toSorted()).toEqual(pair.toSorted())
    }
  })

  test('what was released is free again, for one person of a record or for all', async () => {
    const refId = randomUUID()
    const [one, other] = [await newPerson(), await newPerson()]
    await inTx((own) =>
      bookAll(
        own,
        [one, other].map((id) => ({ ...wanted(id, 9, 11), refId })),
      ),
    )
    expect(await inTx((own) => release(own, { refId, personId: one }))).toBe(1)
    const again = await inTx(async (own) => [
      (await book(own, wanted(one, 9, 11))).ok,
      (await book(own, wanted(other, 9, 11))).ok,
    ])
    expect(again).toEqual([true, false])
    expect(await inTx((own) => release(own, { refId }))).toBe(1)
    expect(await inTx((own) => release(own, { refId }))).toBe(0)
  })

  test('whatever is booked in whatever order, nothing overlaps and only what would overlap is refused', async () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 4 }))
      .map(([from, hours]) => [from, from + hours] as const)
    await fc.assert(
      fc.asyncProperty(fc.array(stretch, { minLength: 1, maxLength: 8 }), async (stretches) => {
        const someone = await newPerson()
        const model: Booking[] = []
        for (const [from, to] of stretches) {
          const next = wanted(someone, from, to)
          const free = !model.some((earlier) => overlaps(earlier, next))
          expect((await inTx((own) => book(own, next))).ok).toBe(free)
          if (free) model.push(next)
        }
        const kept = await inTx((own) => bookingsOf(own.tx, programmeId, [someone], { from: hour(0), to: hour(48) }))
        expect(kept).toEqual(model.toSorted((a, b) => a.from.getTime() - b.from.getTime()))
      }),
      { numRuns: soak ? 500 : 12 },
    )
  })

  test('only what touches the stretch is read, of the people asked for', async () => {
    const someone = await newPerson()
    await inTx((own) => bookAll(own, [wanted(someone, 9, 10), wanted(someone, 10, 11), wanted(person, 10, 11)]))
    const read = await inTx((own) => bookingsOf(own.tx, programmeId, [someone], { from: hour(10), to: hour(12) }))
    expect(read.map((one) => one.from)).toEqual([hour(10)])
    expect(await inTx((own) => bookingsOf(own.tx, programmeId, [], { from: hour(0), to: hour(24) }))).toEqual([])
  })
})
