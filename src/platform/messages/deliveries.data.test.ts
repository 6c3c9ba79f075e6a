import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Tx } from '#platform/db/index.ts'
import { aPerson, aProgramme, describeEngines, testEngines } from '#test/database.ts'
import { listDeadMessages, retryMessage } from './dead-letters.ts'
import { sendDeliveries } from './deliveries.ts'
import { openMessage } from './inbox.ts'
import { openOutbox } from './outbox.ts'
import { type Mail, MailError, type Transport } from './transport.ts'

const noon = new Date('2026-08-25T03:00:00Z')
const minutes = (count: number): number => count * 60_000

/** A mail server that does as it is told, and remembers. */
const fakeServer = () => {
  const got: Mail[] = []
  let trouble: (mail: Mail) => Error | null = () => null
  const transport: Transport = {
    send: async (mail) => {
      await new Promise((resolve) => setImmediate(resolve))
      const error = trouble(mail)
      if (error) throw error
      got.push(mail)
    },
    close: () => undefined,
  }
  return { transport, got, failWith: (next: typeof trouble) => (trouble = next) }
}

describeEngines('deliveries', (db) => {
  let now = noon
  let server = fakeServer()
  let programmeId = 0
  beforeEach(async () => {
    now = noon
    server = fakeServer()
    await db.asPlatform(async (tx) => {
      await tx.deleteFrom('platform.delivery').execute()
      programmeId = await aProgramme(tx)
    })
  })
  const drain = () =>
    sendDeliveries({ db, transport: server.transport, clock: () => now, origin: 'https://hitoba.example' })
  const outboxOn = (tx: Tx) => openOutbox({ tx, programmeId, now, newId: randomUUID })
  const tell = (personId: string, kind = 'test.kind') =>
    db.asProgramme(programmeId, (tx) => outboxOn(tx).tell(personId, kind, {}, '/visits/1'))
  const person = (more: Parameters<typeof aPerson>[2] = {}) =>
    db.asPlatform((tx) => aPerson(tx, programmeId, { email: `${randomUUID()}@example.jp`, ...more }))
  const delivery = (messageId: string) =>
    db.asPlatform((tx) =>
      tx.selectFrom('platform.delivery').selectAll().where('message_id', '=', messageId).executeTakeFirstOrThrow(),
    )

  test('a person gets one mail for one message, and none a second time', async () => {
    const id = await tell(await person())
    expect(await drain()).toBe(1)
    expect(await drain()).toBe(0)
    expect(server.got.map((mail) => mail.id)).toEqual([id])
    expect((await delivery(id)).status).toBe('sent')
  })

  test('who chose the inbox, the telephone or letters, or has no address, gets no mail', async () => {
    const people = [
      await person({ channel: 'inbox' }),
      await person({ channel: 'phone' }),
      await person({ channel: 'letter' }),
      await person({ email: null }),
    ]
    const ids = await Promise.all(people.map((each) => tell(each)))
    expect(await drain()).toBe(0)
    for (const id of ids) expect((await delivery(id)).status).toBe('not_needed')
  })

  test('nothing is sent for what was rolled back', async () => {
    const personId = await person()
    const failing = db.asProgramme(programmeId, async (tx) => {
      await outboxOn(tx).tell(personId, 'test.kind', {}, '/')
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect(await drain()).toBe(0)
  })

  test('the mails of one person keep their order although the first one fails for a while', async () => {
    const [anna, ben] = [await person(), await person()]
    const first = await tell(anna)
    const second = await tell(anna)
    const other = await tell(ben)
    server.failWith((mail) => (mail.id === first ? new MailError('unreachable', false) : null))
    await drain()
    expect(server.got.map((mail) => mail.id)).toEqual([other])
    server.failWith(() => null)
    now = new Date(now.getTime() + minutes(2))
    await drain()
    expect(server.got.map((mail) => mail.id)).toEqual([other, first, second])
  })

  test('it is tried again with growing waits, then laid aside, and the next one leaves', async () => {
    const anna = await person()
    const id = await tell(anna)
    const next = await tell(anna)
    server.failWith((mail) => (mail.id === id ? new MailError('later 451', false) : null))
    const waits: number[] = []
    for (;;) {
      await drain()
      const row = await delivery(id)
      if (row.status === 'dead') break
      waits.push((row.next_at.getTime() - now.getTime()) / minutes(1))
      // Noon again, so that no night stands between the tries.
      now = new Date(Math.ceil((row.next_at.getTime() - noon.getTime()) / 86_400_000) * 86_400_000 + noon.getTime())
    }
    expect(waits).toEqual([1, 5, 15, 60, 180, 360, 720, 1440])
    expect(server.got.map((mail) => mail.id)).toEqual([next])
  })

  test('an address that is refused for good is laid aside at once; the list shows who and why, and sends again', async () => {
    const anna = await person({ email: 'anna.gone@example.jp' })
    const id = await tell(anna, 'visits.secret')
    server.failWith(() => new MailError('refused 550', true))
    await drain()
    const dead = await db.asProgramme(programmeId, (tx) => listDeadMessages(tx, programmeId))
    expect(dead).toEqual([{ id, personId: anna, kind: 'visits.secret', attempts: 1, error: 'refused 550' }])
    expect(JSON.stringify(dead)).not.toMatch(/anna\.gone|visits\/1/)
    server.failWith(() => null)
    await db.asProgramme(programmeId, (tx) => retryMessage(tx, programmeId, id, now))
    await drain()
    expect(server.got.map((mail) => mail.id)).toEqual([id])
  })

  test('in the quiet hours of the programme a mail waits for the morning, in those of the person too', async () => {
    const [anna, late] = [await person(), await person({ quiet_from: 8 * 60, quiet_to: 22 * 60 })]
    now = new Date('2026-08-25T12:30:00Z') // half past nine in the evening
    const waiting = await tell(anna)
    await drain()
    expect((await delivery(waiting)).next_at).toEqual(new Date('2026-08-26T00:00:00Z'))
    expect((await delivery(waiting)).attempts).toBe(0)
    const own = await tell(late)
    await drain()
    expect((await delivery(own)).next_at).toEqual(new Date('2026-08-25T13:00:00Z'))
    expect(server.got).toEqual([])
    now = new Date('2026-08-26T00:00:00Z')
    await drain()
    expect(server.got.map((mail) => mail.id)).toEqual([waiting])
  })

  test('what was withdrawn or read meanwhile sends no mail', async () => {
    const anna = await person()
    const [taken, read] = [await tell(anna), await tell(anna)]
    await db.asProgramme(programmeId, async (tx) => {
      await outboxOn(tx).withdraw(taken)
      await openMessage(tx, { programmeId, personId: anna }, read, now)
    })
    expect(await drain()).toBe(0)
    expect((await delivery(read)).status).toBe('not_needed')
  })

  test('a worker that dies between sending and noting it leads to the same mail again, with the same identifier', async () => {
    const id = await tell(await person())
    const dying: Transport = { ...server.transport, send: (mail) => server.transport.send(mail).then(() => never()) }
    void sendDeliveries({ db, transport: dying, clock: () => now, origin: 'https://hitoba.example' })
    await expect.poll(() => server.got.length).toBe(1)
    expect(await drain()).toBe(0)
    now = new Date(now.getTime() + minutes(6))
    expect(await drain()).toBe(1)
    expect(server.got.map((mail) => mail.id)).toEqual([id, id])
  })

  test('a mail server in trouble loses nothing: twice only where its answer was lost, in order for each person', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => person()))
    const told = new Map<string, string[]>(people.map((each) => [each, []]))
    for (let n = 0; n < (process.env['HITOBA_SOAK'] === '1' ? 1000 : 40); n += 1) {
      const to = people[n % people.length] ?? ''
      told.get(to)?.push(await tell(to))
    }
    let asked = 0
    let answersLost = 0
    server.failWith((mail) => {
      asked += 1
      if (asked % 3 === 1) return new MailError('later 451', false)
      if (asked % 7 !== 2) return null
      answersLost += 1
      server.got.push(mail)
      return new MailError('unreachable', false)
    })
    const waits = () =>
      db.asPlatform((tx) =>
        tx.selectFrom('platform.delivery').select('message_id').where('status', '=', 'waiting').execute(),
      )
    for (let round = 0; (await waits()).length > 0; round += 1) {
      await drain()
      // Within the day, then the next noon: the quiet hours have their own test.
      now = new Date(noon.getTime() + Math.floor(round / 5) * 86_400_000 + (round % 5) * minutes(60))
    }
    const got = server.got.map((mail) => mail.id)
    expect(new Set(got).size).toBe([...told.values()].flat().length)
    expect(got.length).toBe(new Set(got).size + answersLost)
    for (const ids of told.values()) expect([...new Set(got)].filter((id) => ids.includes(id))).toEqual(ids)
  })

  test('no mail carries a word of the person, the place, the programme or the message', async () => {
    const canary = 'CNRY'
    const place = `${canary}病院`
    await db.asPlatform((tx) =>
      tx
        .updateTable('programme.programme')
        .set({ name: `${canary}事業`, municipality: `${canary}市`, sender_name: 'ひとば' })
        .where('programme_id', '=', programmeId)
        .execute(),
    )
    for (const locale of ['ja', 'en', 'easy'] as const) {
      const anna = await person({ name: `${canary}花子`, kana: `${canary}はなこ`, nickname: `${canary}はな`, locale })
      await db.asProgramme(programmeId, (tx) =>
        outboxOn(tx).tell(anna, `${canary}.kind`, { place, day: '2026-08-26' }, `/${canary}/visits`),
      )
    }
    await drain()
    expect(server.got).toHaveLength(3)
    for (const { id, to, senderName, subject, body } of server.got) {
      expect(senderName).toBe('ひとば')
      const text = `${subject}\n${body}`.replace(`https://hitoba.example/m/${id}`, '')
      expect(text).not.toMatch(/CNRY|病|障害|ピア|精神|peer|illness|health|supporter|https?:/i)
      expect(text).not.toContain(to)
    }
  })

  test.runIf(testEngines().includes('postgres'))('two workers side by side send nothing twice', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => person()))
    const ids: string[] = []
    for (let round = 0; round < 3; round += 1) for (const each of people) ids.push(await tell(each))
    await Promise.all([drain(), drain(), drain()])
    expect(server.got.map((mail) => mail.id).sort()).toEqual(ids.sort())
    for (const each of people) {
      const own = await db.asPlatform((tx) =>
        tx
          .selectFrom('platform.delivery')
          .select('message_id')
          .where('person_id', '=', each)
          .orderBy('order_no')
          .execute(),
      )
      const order = own.map((row) => row.message_id)
      expect(server.got.map((mail) => mail.id).filter((id) => order.includes(id))).toEqual(order)
    }
  })
})

const never = (): Promise<never> => new Promise(() => {})
