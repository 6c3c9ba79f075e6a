import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/http/call.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { anActivity, aPlace, aProposal, aRequest } from '#test/visit-builders.ts'
import { answerProposal } from './actions/answer-proposal.ts'
import { moveRequest } from './actions/move-request.ts'
import { offerSeatAgain, sayCallIfSeatOpens, withdrawProposal } from './actions/move-proposal.ts'
import { readConversation } from './actions/question-words.ts'
import { replyToQuestion } from './actions/reply-to-question.ts'
import { updateRequest } from './actions/save-request.ts'
import { closeProposals, remindProposals, respectPause } from './actions/timed-proposals.ts'
import { getProposal } from './data/proposals.ts'
import { getRequest } from './data/requests.ts'

let now = new Date('2026-11-22T03:00:00Z')

describeEngines('proposals', (db) => {
  let system: TestSystem
  let programmeId = 0
  let placeId = ''
  let activityId = ''
  let coordinator: Member

  beforeAll(async () => {
    system = await testSystem(db, () => now)
    await db.asPlatform(async (tx) => {
      programmeId = await aProgramme(tx)
      placeId = await aPlace(tx, programmeId)
      activityId = await anActivity(tx, programmeId)
      coordinator = await aMember(tx, programmeId, 'coordinator')
    })
  })

  const supporter = (): Promise<Member> => db.asPlatform((tx) => aMember(tx, programmeId, 'supporter'))
  const request = (more: Parameters<typeof aRequest>[3] = {}, startsAt?: Date) =>
    db.asPlatform((tx) => aRequest(tx, programmeId, { placeId, activityId, ...(startsAt ? { startsAt } : {}) }, more))
  const invited = async (
    of: { requestId: string; slotId: string },
    more: Parameters<typeof aProposal>[3] = {},
  ): Promise<{ who: Member; id: string }> => {
    const who = await supporter()
    const id = await db.asPlatform((tx) => aProposal(tx, programmeId, { ...of, personId: who.personId }, more))
    return { who, id }
  }
  const as = <T>(who: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work)
  const statusOf = async (id: string): Promise<string> =>
    (await db.asProgramme(programmeId, (tx) => getProposal(tx, id))).status
  const toldTo = async (personId: string): Promise<string[]> =>
    (
      await db.asPlatform((tx) =>
        tx
          .selectFrom('platform.message')
          .select('kind')
          .where('person_id', '=', personId)
          .where('withdrawn_at', 'is', null)
          .orderBy('created_at')
          .orderBy('kind')
          .execute(),
      )
    ).map((row) => row.kind)

  describe('answers', () => {
    test('a yes, a no, and a changed mind, each a row; a no leaves nothing on the person', async () => {
      const { who, id } = await invited(await request())
      const answered = await as(who, (ctx) => answerProposal(ctx, id, { answer: 'yes' }))
      expect(answered).toMatchObject({ ok: true, value: { to: 'yes' } })
      await as(who, (ctx) => answerProposal(ctx, id, { answer: 'declined' }))
      await as(who, (ctx) => answerProposal(ctx, id, { answer: 'yes' }))
      const rows = await db.asPlatform((tx) =>
        tx.selectFrom('visits.proposal_event').selectAll().where('proposal_id', '=', id).orderBy('at').execute(),
      )
      expect(rows.map((row) => row.to_status).toSorted()).toEqual(['declined', 'yes', 'yes'])
      expect(rows.every((row) => row.by_membership === who.membershipId)).toBe(true)
    })

    test('pressed twice it is one answer', async () => {
      const { who, id } = await invited(await request())
      await as(who, (ctx) => answerProposal(ctx, id, { answer: 'declined' }))
      expect(await as(who, (ctx) => answerProposal(ctx, id, { answer: 'declined' }))).toMatchObject({ ok: true })
      const rows = await db.asPlatform((tx) =>
        tx.selectFrom('visits.proposal_event').select('id').where('proposal_id', '=', id).execute(),
      )
      expect(rows).toHaveLength(1)
    })

    test('somebody else’s invitation is not there', async () => {
      const { id } = await invited(await request())
      expect(await as(await supporter(), (ctx) => answerProposal(ctx, id, { answer: 'yes' }))).toBeNull()
    })

    test('staff record what was told, and how', async () => {
      const { id } = await invited(await request())
      await as(coordinator, (ctx) => answerProposal(ctx, id, { answer: 'yes', told: 'phone' }))
      const proposal = await db.asProgramme(programmeId, (tx) => getProposal(tx, id))
      expect(proposal).toMatchObject({ status: 'yes', via: 'phone', recordedBy: coordinator.membershipId })
    })

    test('one yes more than seats is thanked and asked whether to call', async () => {
      const of = await request()
      const [first, second] = [await invited(of), await invited(of)]
      await as(first.who, (ctx) => answerProposal(ctx, first.id, { answer: 'yes' }))
      expect(await as(second.who, (ctx) => answerProposal(ctx, second.id, { answer: 'yes' }))).toMatchObject({
        ok: true,
        value: { to: 'seat_filled' },
      })
      expect(await toldTo(second.who.personId)).toContain('visits.seat_filled')
      await as(second.who, (ctx) => sayCallIfSeatOpens(ctx, second.id, true))
      expect(await toldTo(coordinator.personId)).toContain('visits.seats_full')
      await as(first.who, (ctx) => answerProposal(ctx, first.id, { answer: 'declined' }))
      expect(await toldTo(coordinator.personId)).toContain('visits.seat_freed')
      await as(coordinator, (ctx) => offerSeatAgain(ctx, second.id))
      expect(await statusOf(second.id)).toBe('sent')
      expect(await toldTo(second.who.personId)).toContain('visits.seat_opened')
    })

    test('of many who say yes at once exactly as many as there are seats get one', async () => {
      const of = await request({ supporters_wanted: 2 })
      const all = await Promise.all(Array.from({ length: 5 }, () => invited(of)))
      const results = await Promise.all(
        all.map(({ who, id }) => as(who, (ctx) => answerProposal(ctx, id, { answer: 'yes' }))),
      )
      const to = results.map((result) => (result?.ok ? result.value.to : 'refused')).toSorted()
      expect(to).toEqual(['seat_filled', 'seat_filled', 'seat_filled', 'yes', 'yes'])
    })

    test('a request that is talked over again takes no yes, but a no', async () => {
      const { who, id } = await invited(await request({ status: 'adjusting' }))
      expect(await as(who, (ctx) => answerProposal(ctx, id, { answer: 'yes' }))).toEqual({
        ok: false,
        error: [{ kind: 'request_open' }],
      })
      expect(await as(who, (ctx) => answerProposal(ctx, id, { answer: 'declined' }))).toMatchObject({ ok: true })
    })
  })

  describe('asking before deciding', () => {
    test('the question is sealed, staff are told, the reply gives time, and all of it stays', async () => {
      const { who, id } = await invited(await request(), { answer_by: new Date('2026-11-23T03:00:00Z') })
      await as(who, (ctx) => answerProposal(ctx, id, { answer: 'asking', question: '駅からの道がわかりません' }))
      const stored = await db.asProgramme(programmeId, (tx) => getProposal(tx, id))
      expect(stored.questionSealed).not.toContain('駅')
      expect(await toldTo(coordinator.personId)).toContain('visits.question_asked')
      await as(coordinator, (ctx) => replyToQuestion(ctx, id, '駅で待ち合わせましょう'))
      expect(await toldTo(who.personId)).toContain('visits.proposal_reply')
      await as(who, (ctx) => answerProposal(ctx, id, { answer: 'asking', question: '雨のときは？' }))
      const said = await as(coordinator, async (ctx) => readConversation(ctx, await getProposal(ctx.tx, id)))
      expect(said.map((turn) => turn.text).toSorted()).toEqual(
        ['駅からの道がわかりません', '駅で待ち合わせましょう', '雨のときは？'].toSorted(),
      )
      const after = await db.asProgramme(programmeId, (tx) => getProposal(tx, id))
      expect(after.answerBy).toEqual(new Date('2026-11-24T03:00:00Z'))
      expect(after.repliedAt).toBeNull()
    })

    test('staff who read it leave a trace; the person does not', async () => {
      const { who, id } = await invited(await request())
      await as(who, (ctx) => answerProposal(ctx, id, { answer: 'asking', question: '？' }))
      const reads = () =>
        db.asPlatform((tx) =>
          tx
            .selectFrom('platform.audit_entry')
            .select('seq')
            .where('subject_id', '=', who.personId)
            .where('action', '=', 'read')
            .execute(),
        )
      await as(who, async (ctx) => readConversation(ctx, await getProposal(ctx.tx, id)))
      expect(await reads()).toHaveLength(0)
      await as(coordinator, async (ctx) => readConversation(ctx, await getProposal(ctx.tx, id)))
      expect(await reads()).toHaveLength(1)
    })

    test('a cry for help in it is heeded today', async () => {
      const { who, id } = await invited(await request())
      const answered = await as(who, (ctx) =>
        answerProposal(ctx, id, { answer: 'asking', question: 'さいきん死にたいです' }),
      )
      expect(answered).toMatchObject({ ok: true, value: { risk: true } })
      const events = await db.asPlatform((tx) =>
        tx.selectFrom('platform.event').select('payload').where('topic', '=', 'visits.words_of_risk').execute(),
      )
      expect(events.map((row) => row.payload)).toContainEqual({ personId: who.personId, visitId: null })
    })
  })

  describe('by the clock', () => {
    test('only the silent are reminded, once, by day; time closes without a word', async () => {
      const of = await request({}, new Date('2026-12-20T04:00:00Z'))
      const silent = await invited(of)
      const asking = await invited(of, { status: 'asking' })
      const run = async (at: string, job: (ctx: Ctx) => Promise<void>): Promise<void> => {
        now = new Date(at)
        await system.asSystem(programmeId, job)
      }
      await run('2026-11-24T12:30:00Z', remindProposals)
      expect(await toldTo(silent.who.personId)).toEqual([])
      await run('2026-11-25T02:30:00Z', remindProposals)
      await run('2026-11-25T03:30:00Z', remindProposals)
      expect(await toldTo(silent.who.personId)).toEqual(['visits.proposal_reminder'])
      expect(await toldTo(asking.who.personId)).toEqual([])
      await run('2026-11-27T03:00:00Z', closeProposals)
      expect([await statusOf(silent.id), await statusOf(asking.id)]).toEqual(['closed', 'asking'])
      expect(await toldTo(silent.who.personId)).toEqual(['visits.proposal_reminder'])
      expect(await as(silent.who, (ctx) => answerProposal(ctx, silent.id, { answer: 'yes' }))).toMatchObject({
        ok: true,
        value: { to: 'yes' },
      })
      now = new Date('2026-11-22T03:00:00Z')
    })
  })

  describe('what happens around it', () => {
    test('a pause takes back what waits, and asks about a yes', async () => {
      const who = await supporter()
      const ids: string[] = []
      for (const status of ['sent', 'yes', 'declined'])
        ids.push(
          await db.asPlatform(async (tx) => {
            const of = await aRequest(tx, programmeId, { placeId, activityId })
            return aProposal(tx, programmeId, { ...of, personId: who.personId }, { status })
          }),
        )
      await system.asSystem(programmeId, (ctx) => respectPause(ctx, who.personId))
      expect(await Promise.all(ids.map(statusOf))).toEqual(['withdrawn', 'changed', 'declined'])
      expect((await toldTo(who.personId)).toSorted()).toEqual([
        'visits.proposal_withdrawn_for_rest',
        'visits.still_wish',
      ])
      await system.asSystem(programmeId, (ctx) => respectPause(ctx, who.personId))
      expect(await toldTo(who.personId)).toHaveLength(2)
    })

    test('a material change tells those who were asked, and a yes may answer again at the new time', async () => {
      const of = await request({ supporters_wanted: 3 })
      const yes = await invited(of, { status: 'yes' })
      const no = await invited(of, { status: 'declined' })
      const left = await invited(of, { status: 'seat_filled' })
      const before = await db.asProgramme(programmeId, (tx) => getRequest(tx, of.requestId))
      const startsAt = new Date('2026-12-11T04:00:00Z')
      const saved = await as(coordinator, (ctx) =>
        updateRequest(ctx, of.requestId, before.version, {
          content: before,
          slots: [{ startsAt, endsAt: new Date(startsAt.getTime() + 5_400_000) }],
          entered: null,
        }),
      )
      expect(saved).toMatchObject({ ok: true })
      const moved = await db.asProgramme(programmeId, (tx) => getProposal(tx, yes.id))
      expect(moved.status).toBe('changed')
      expect(moved.slotId).not.toBe(of.slotId)
      expect(await toldTo(yes.who.personId)).toEqual(['visits.proposal_changed'])
      expect(await toldTo(no.who.personId)).toEqual(['visits.proposal_changed'])
      expect(await toldTo(left.who.personId)).toEqual([])
      const events = await db.asPlatform((tx) =>
        tx.selectFrom('visits.request_event').select('reason').where('request_id', '=', of.requestId).execute(),
      )
      expect(events.map((row) => row.reason)).toEqual(['changed:time'])
      expect(await as(yes.who, (ctx) => answerProposal(ctx, yes.id, { answer: 'yes' }))).toMatchObject({ ok: true })
    })

    test('a small change tells nobody', async () => {
      const of = await request()
      const { who } = await invited(of, { status: 'yes' })
      const before = await db.asProgramme(programmeId, (tx) => getRequest(tx, of.requestId))
      await as(coordinator, (ctx) =>
        updateRequest(ctx, of.requestId, before.version, {
          content: { ...before, title: '冬の会' },
          slots: before.slots,
          entered: null,
        }),
      )
      expect(await toldTo(who.personId)).toEqual([])
    })

    test('a withdrawn request takes its invitations back, kindly', async () => {
      const of = await request()
      const [sent, declined] = [await invited(of), await invited(of, { status: 'declined' })]
      await as(coordinator, (ctx) => moveRequest(ctx, of.requestId, { to: 'withdrawn', reason: '' }))
      expect([await statusOf(sent.id), await statusOf(declined.id)]).toEqual(['withdrawn', 'declined'])
      expect(await toldTo(sent.who.personId)).toEqual(['visits.proposal_withdrawn'])
      expect(await toldTo(declined.who.personId)).toEqual([])
    })

    test('looked for again, nobody’s time ran out meanwhile', async () => {
      const of = await request({ status: 'agreed' })
      const { id } = await invited(of, { answer_by: new Date('2026-11-01T03:00:00Z') })
      await as(coordinator, (ctx) => moveRequest(ctx, of.requestId, { to: 'matching', reason: '' }))
      const proposal = await db.asProgramme(programmeId, (tx) => getProposal(tx, id))
      expect(proposal.answerBy > now).toBe(true)
    })

    test('one invitation is taken back, and its answer is no longer taken as a yes', async () => {
      const { who, id } = await invited(await request())
      await as(coordinator, (ctx) => withdrawProposal(ctx, id))
      expect(await as(who, (ctx) => answerProposal(ctx, id, { answer: 'yes' }))).toMatchObject({ ok: false })
      expect(await as(who, (ctx) => withdrawProposal(ctx, id))).toBeNull()
    })
  })
})
