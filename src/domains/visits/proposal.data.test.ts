import { describe, expect, test } from 'vitest'
import { describeEngines } from '#test/database.ts'
import { proposalWorld } from '#test/proposal-world.ts'
import { answerProposal } from './actions/answer-proposal.ts'
import { offerSeatAgain, sayCallIfSeatOpens } from './actions/move-proposal.ts'
import { readConversation } from './actions/question-words.ts'
import { replyToQuestion } from './actions/reply-to-question.ts'
import { getProposal } from './data/proposals.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('answers to invitations', (db) => {
  const { as, coordinator, invited, proposal, request, statusOf, supporter, toldTo } = proposalWorld(db, () => now)

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
      await as(coordinator(), (ctx) => answerProposal(ctx, id, { answer: 'yes', told: 'phone' }))
      const kept = await proposal(id)
      expect(kept).toMatchObject({ status: 'yes', via: 'phone', recordedBy: coordinator().membershipId })
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
      expect(await toldTo(coordinator().personId)).toContain('visits.seats_full')
      await as(first.who, (ctx) => answerProposal(ctx, first.id, { answer: 'declined' }))
      expect(await toldTo(coordinator().personId)).toContain('visits.seat_freed')
      await as(coordinator(), (ctx) => offerSeatAgain(ctx, second.id))
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
      const stored = await proposal(id)
      expect(stored.questionSealed).not.toContain('駅')
      expect(await toldTo(coordinator().personId)).toContain('visits.question_asked')
      await as(coordinator(), (ctx) => replyToQuestion(ctx, id, '駅で待ち合わせましょう'))
      expect(await toldTo(who.personId)).toContain('visits.proposal_reply')
      await as(who, (ctx) => answerProposal(ctx, id, { answer: 'asking', question: '雨のときは？' }))
      const said = await as(coordinator(), async (ctx) => readConversation(ctx, await getProposal(ctx.tx, id)))
      expect(said.map((turn) => turn.text).toSorted()).toEqual(
        ['駅からの道がわかりません', '駅で待ち合わせましょう', '雨のときは？'].toSorted(),
      )
      const after = await proposal(id)
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
      await as(coordinator(), async (ctx) => readConversation(ctx, await getProposal(ctx.tx, id)))
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
})
