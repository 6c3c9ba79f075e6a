import { describe, expect, test } from 'vitest'
import type { Ctx } from '#platform/http/call.ts'
import { describeEngines } from '#test/database.ts'
import { proposalWorld } from '#test/proposal-world.ts'
import { answerProposal } from './actions/answer-proposal.ts'
import { moveRequest } from './actions/move-request.ts'
import { withdrawProposal } from './actions/move-proposal.ts'
import { updateRequest } from './actions/save-request.ts'
import { closeProposals, remindProposals, respectPause } from './actions/timed-proposals.ts'

let now = new Date('2026-11-22T03:00:00Z')

describeEngines('what happens around invitations', (db) => {
  const { as, asSystem, coordinator, invited, proposal, request, requestNow, statusOf, supporter, toldTo } =
    proposalWorld(db, () => now)

  describe('by the clock', () => {
    test('only the silent are reminded, once, by day; time closes without a word', async () => {
      const of = await request({}, new Date('2026-12-20T04:00:00Z'))
      const silent = await invited(of)
      const asking = await invited(of, { status: 'asking' })
      const run = async (at: string, job: (ctx: Ctx) => Promise<void>): Promise<void> => {
        now = new Date(at)
        await asSystem(job)
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

  describe('by what others do', () => {
    test('a pause takes back what waits, and asks about a yes', async () => {
      const who = await supporter()
      const ids: string[] = []
      for (const status of ['sent', 'yes', 'declined']) ids.push((await invited(await request(), { status }, who)).id)
      await asSystem((ctx) => respectPause(ctx, who.personId))
      expect(await Promise.all(ids.map(statusOf))).toEqual(['withdrawn', 'changed', 'declined'])
      expect((await toldTo(who.personId)).toSorted()).toEqual([
        'visits.proposal_withdrawn_for_rest',
        'visits.still_wish',
      ])
      await asSystem((ctx) => respectPause(ctx, who.personId))
      expect(await toldTo(who.personId)).toHaveLength(2)
    })

    test('a material change tells those who were asked, and a yes may answer again at the new time', async () => {
      const of = await request({ supporters_wanted: 3 })
      const yes = await invited(of, { status: 'yes' })
      const no = await invited(of, { status: 'declined' })
      const left = await invited(of, { status: 'seat_filled' })
      const before = await requestNow(of.requestId)
      const startsAt = new Date('2026-12-11T04:00:00Z')
      const saved = await as(coordinator(), (ctx) =>
        updateRequest(ctx, of.requestId, before.version, {
          content: before,
          slots: [{ startsAt, endsAt: new Date(startsAt.getTime() + 5_400_000) }],
          entered: null,
        }),
      )
      expect(saved).toMatchObject({ ok: true })
      const moved = await proposal(yes.id)
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
      const before = await requestNow(of.requestId)
      await as(coordinator(), (ctx) =>
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
      await as(coordinator(), (ctx) => moveRequest(ctx, of.requestId, { to: 'withdrawn', reason: '' }))
      expect([await statusOf(sent.id), await statusOf(declined.id)]).toEqual(['withdrawn', 'declined'])
      expect(await toldTo(sent.who.personId)).toEqual(['visits.proposal_withdrawn'])
      expect(await toldTo(declined.who.personId)).toEqual([])
    })

    test('looked for again, nobody’s time ran out meanwhile', async () => {
      const of = await request({ status: 'agreed' })
      const { id } = await invited(of, { answer_by: new Date('2026-11-01T03:00:00Z') })
      await as(coordinator(), (ctx) => moveRequest(ctx, of.requestId, { to: 'matching', reason: '' }))
      const kept = await proposal(id)
      expect(kept.answerBy > now).toBe(true)
    })

    test('one invitation is taken back, and its answer is no longer taken as a yes', async () => {
      const { who, id } = await invited(await request())
      await as(coordinator(), (ctx) => withdrawProposal(ctx, id))
      expect(await as(who, (ctx) => answerProposal(ctx, id, { answer: 'yes' }))).toMatchObject({ ok: false })
      expect(await as(who, (ctx) => withdrawProposal(ctx, id))).toBeNull()
    })
  })
})
