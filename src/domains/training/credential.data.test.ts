import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aPerson, aProgramme, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { anEnrolment, aRun } from '#test/training/papers.ts'
import {
  endCard,
  issueCard,
  issueCertificate,
  reissueCredential,
  withdrawCredential,
} from './actions/issue-credential.ts'
import { verifyPaper } from './actions/verify-paper.ts'
import { codeFrom } from './core/credential-code.ts'
import { credentialFields, credentialsOf, findCredential, validCard } from './data/credentials.ts'
import { insertWording } from './data/wordings.ts'

let now = new Date('2026-11-22T03:00:00Z')

describeEngines('papers that the programme issues', (db) => {
  let system: TestSystem
  let programmeId: number
  let coordinator: Member
  let companion: Member
  let runId: string

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      coordinator = await aMember(tx, programmeId, 'coordinator')
      companion = await aMember(tx, programmeId, 'companion')
      runId = await aRun(tx, programmeId)
    })
  })

  const completed = (name = '見本 花子', status: 'taking' | 'completed' = 'completed') =>
    db.asPlatform(async (tx) => {
      const personId = await aPerson(tx, programmeId, { name })
      return { personId, enrolmentId: await anEnrolment(tx, programmeId, runId, personId, status) }
    })
  const issued = async (name?: string) => {
    const { personId, enrolmentId } = await completed(name)
    const id = await system.as(coordinator, async (ctx) => {
      const made = await issueCertificate(ctx, enrolmentId)
      return made?.ok ? made.value : ''
    })
    return { id, personId, enrolmentId, code: await codeOf(id) }
  }
  const codeOf = (id: string): Promise<string> =>
    system.as(coordinator, async (ctx) => {
      const paper = await findCredential(ctx.tx, programmeId, id)
      return paper ? ctx.vault.open(paper.personId, credentialFields.code, id, paper.codeSealed) : ''
    })
  let asked = 0
  const verdict = (code: string, name: string, address = `192.0.2.${(asked += 1)}`) =>
    db.asPlatform((tx) => verifyPaper(tx, { code, name, address }, now))

  test('fifty at once, some of which fail, are numbered without a gap', async () => {
    const fresh = await db.asPlatform((tx) => aProgramme(tx))
    const own = await db.asPlatform((tx) => aMember(tx, fresh, 'coordinator'))
    const people = await db.asPlatform(async (tx) => {
      const all: string[] = []
      for (let at = 0; at < 70; at += 1) all.push(await aPerson(tx, fresh))
      return all
    })
    const fails = (at: number): boolean => at % 7 < 2
    const issue = async (ctx: Ctx, personId: string, at: number): Promise<void> => {
      await issueCard(ctx, { personId, validFrom: null, validUntil: day('2027-03-31') })
      if (fails(at)) throw new Error('taken back')
    }
    const outcomes = await Promise.allSettled(
      people.map((personId, at) => system.as(own, (ctx) => issue(ctx, personId, at))),
    )
    const wanted = people.filter((_, at) => !fails(at)).length
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(wanted)
    expect(wanted).toBe(50)
    const rows = await db.asPlatform((tx) =>
      tx.selectFrom('training.credential').select('no').where('programme_id', '=', fresh).orderBy('no').execute(),
    )
    expect(rows.map(({ no }) => no)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1))
  })

  test('a certificate is for a course that was completed, once, and the coordinator’s to give', async () => {
    const { enrolmentId, personId } = await completed()
    const still = await completed('見本 夏子', 'taking')
    await system.as(companion, async (ctx) => expect(await issueCertificate(ctx, enrolmentId)).toBeNull())
    await system.as(coordinator, async (ctx) => {
      expect(await issueCertificate(ctx, still.enrolmentId)).toEqual({ ok: false, error: [{ kind: 'not_completed' }] })
      expect(await issueCertificate(ctx, enrolmentId)).toMatchObject({ ok: true })
      expect(await issueCertificate(ctx, enrolmentId)).toEqual({ ok: false, error: [{ kind: 'issued_already' }] })
      expect(await credentialsOf(ctx.tx, programmeId, personId)).toMatchObject([
        { kind: 'certificate', fiscalYear: 2026, issuedOn: '2026-11-22', wordingFrom: null, runName: '秋の養成研修' },
      ])
    })
  })

  test('code and printed name together match; a number, a name or a code alone does not', async () => {
    const { code } = await issued('見本　花子')
    expect(await verdict(code, 'ミホン花子')).toBe('does_not')
    expect(await verdict(code, '見本花子')).toBe('matches')
    expect(await verdict(code, ' 見 本 花 子 ')).toBe('matches')
    expect(await verdict(code, '2026-001')).toBe('does_not')
    expect(await verdict(codeFrom(new Uint8Array(16)), '見本 花子')).toBe('does_not')
  })

  test('a card matches until its last day, and never once the registration is over', async () => {
    const personId = await db.asPlatform((tx) => aPerson(tx, programmeId))
    const cardUntil = (last: string) =>
      system.as(
        coordinator,
        async (ctx) => (await issueCard(ctx, { personId, validFrom: null, validUntil: day(last) })) ?? '',
      )
    const printed = async (id: string) => {
      const name = await system.as(coordinator, async (ctx) => {
        const paper = await findCredential(ctx.tx, programmeId, id)
        return paper ? ctx.vault.open(personId, credentialFields.name, id, paper.nameSealed) : ''
      })
      return verdict(await codeOf(id), name)
    }
    expect(await printed(await cardUntil('2026-11-21'))).toBe('does_not')
    const card = await cardUntil('2026-11-22')
    expect(await printed(card)).toBe('matches')
    await system.as(coordinator, (ctx) => endCard(ctx, personId))
    expect(await printed(card)).toBe('does_not')
  })

  test('renewed in February, the old card matches until 31 March and the new one from 1 April; leaving ends both', async () => {
    const before = now
    const personId = await db.asPlatform((tx) => aPerson(tx, programmeId, { name: '見本 四季' }))
    const issuedOn = async (at: string, from: string | null, until: string) => {
      now = new Date(at)
      return system.as(
        coordinator,
        async (ctx) =>
          (await issueCard(ctx, { personId, validFrom: from === null ? null : day(from), validUntil: day(until) })) ??
          '',
      )
    }
    const old = await codeOf(await issuedOn('2027-06-01T03:00:00Z', null, '2028-03-31'))
    const fresh = await codeOf(await issuedOn('2028-02-29T03:00:00Z', '2028-04-01', '2029-03-31'))
    const on = async (at: string) => {
      now = new Date(at)
      return [await verdict(old, '見本 四季'), await verdict(fresh, '見本 四季')]
    }
    expect(await on('2028-02-29T03:00:00Z')).toEqual(['matches', 'does_not'])
    expect(await on('2028-03-31T14:59:00Z'), 'the last minute of 31 March in Japan').toEqual(['matches', 'does_not'])
    expect(await on('2028-03-31T15:00:00Z'), 'the first minute of 1 April in Japan').toEqual(['does_not', 'matches'])
    expect(await on('2029-03-31T14:59:00Z')).toEqual(['does_not', 'matches'])
    expect(await on('2029-03-31T15:00:00Z')).toEqual(['does_not', 'does_not'])
    now = new Date('2028-03-10T03:00:00Z')
    await system.as(coordinator, (ctx) => endCard(ctx, personId))
    expect(await on('2028-03-11T03:00:00Z')).toEqual(['does_not', 'does_not'])
    expect(await on('2028-04-02T03:00:00Z')).toEqual(['does_not', 'does_not'])
    now = before
  })

  test('no other name and no other code ever matches', async () => {
    const { code } = await issued('見本 秋子')
    let hour = 0
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.string({ minLength: 1 }),
        async (random, name) => {
          hour += 1
          now = new Date(Date.parse('2026-11-22T03:00:00Z') + hour * 3_600_000)
          expect(await verdict(codeFrom(random), '見本 秋子')).toBe('does_not')
          expect(await verdict(code, name)).toBe('does_not')
        },
      ),
      { numRuns: 25 },
    )
    now = new Date('2026-11-22T03:00:00Z')
  })

  test('names tried for one code come to an end, genuine or not; somebody else’s paper is still answered', async () => {
    const { code } = await issued('見本 冬子')
    const other = await issued('見本 春子')
    for (const tried of [code, codeFrom(new Uint8Array(16).fill(7))]) {
      for (let at = 0; at < 10; at += 1) expect(await verdict(tried, `見本 ${at}`, `198.51.100.${at}`)).toBe('does_not')
      expect(await verdict(tried, '見本 冬子', '198.51.100.99')).toBe('too_many')
    }
    for (let at = 0; at < 3; at += 1) expect(await verdict(other.code, '見本 春子', '198.51.100.1')).toBe('matches')
  })

  test('printed again it keeps its number and day; the former paper no longer matches', async () => {
    const first = await issued('見本 一子')
    const before = now
    now = new Date('2027-04-10T03:00:00Z')
    await db.asPlatform((tx) =>
      tx.updateTable('people.person').set({ name: '見本 改子' }).where('id', '=', first.personId).execute(),
    )
    await system.as(companion, async (ctx) => expect(await reissueCredential(ctx, first.id, 'lost')).toBeNull())
    const again = await system.as(coordinator, async (ctx) => {
      expect(await reissueCredential(ctx, first.id, null)).toEqual({ ok: false, error: [{ kind: 'reason_missing' }] })
      const made = await reissueCredential(ctx, first.id, 'name_changed')
      return made?.ok ? made.value : ''
    })
    await system.as(coordinator, async (ctx) => {
      const [was, is] = [
        await findCredential(ctx.tx, programmeId, first.id),
        await findCredential(ctx.tx, programmeId, again),
      ]
      expect(is).toMatchObject({ no: was?.no, fiscalYear: 2026, issuedOn: '2026-11-22' })
      expect(is).toMatchObject({ reissueNo: 1, reissuedOn: '2027-04-10', reissueReason: 'name_changed' })
      expect(await reissueCredential(ctx, first.id, 'lost')).toEqual({ ok: false, error: [{ kind: 'not_valid' }] })
    })
    expect(await verdict(first.code, '見本 一子')).toBe('does_not')
    expect(await verdict(await codeOf(again), '見本 改子')).toBe('matches')
    now = before
  })

  test('taken back, it verifies nothing, and a new one may be given', async () => {
    const { id, code, enrolmentId } = await issued('見本 二子')
    await system.as(coordinator, async (ctx) => {
      expect(await withdrawCredential(ctx, id, ' ')).toEqual({ ok: false, error: [{ kind: 'reason_missing' }] })
      expect(await withdrawCredential(ctx, id, '名前をまちがえて発行した')).toEqual({ ok: true, value: null })
      expect(await issueCertificate(ctx, enrolmentId)).toMatchObject({ ok: true })
    })
    expect(await verdict(code, '見本 二子')).toBe('does_not')
  })

  test('a new card follows the one before; papers keep the words of their day', async () => {
    const personId = await db.asPlatform((tx) => aPerson(tx, programmeId))
    await system.as(coordinator, async (ctx) => {
      const words = { prefix: 'ひ登', title: '登録票', body: '登録されています', issuer: '見本市', sealBox: true }
      const by = { membership: coordinator.membershipId, at: now }
      const from = day('2026-11-01')
      expect(await insertWording(ctx.tx, programmeId, { kind: 'card', from, ...words }, by)).toBe(true)
      expect(await insertWording(ctx.tx, programmeId, { kind: 'card', from, ...words, title: '別' }, by)).toBe(false)
      const first = await issueCard(ctx, { personId, validFrom: null, validUntil: day('2027-03-31') })
      const second = await issueCard(ctx, { personId, validFrom: null, validUntil: day('2028-03-31') })
      expect((await validCard(ctx.tx, programmeId, { personId, on: ctx.today }))?.id).toBe(second)
      expect((await findCredential(ctx.tx, programmeId, first ?? ''))?.supersededAt).toEqual(now)
      expect((await findCredential(ctx.tx, programmeId, second ?? ''))?.wordingFrom).toBe(from)
    })
  })
})
