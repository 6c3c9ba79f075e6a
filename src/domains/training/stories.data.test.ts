import { beforeAll, expect, test } from 'vitest'
import { type Role, roles } from '#kernel/role.ts'
import type { Ctx } from '#platform/http/call.ts'
import { aMember, type Member } from '#test/builders.ts'
import { describeEngines } from '#test/database.ts'
import { type TestSystem, testSystem } from '#test/system.ts'
import { aTakingWorld, takingNow, type TakingWorld } from '#test/training/taking-world.ts'
import {
  beginStory,
  chooseReader,
  commentOnStory,
  layAside,
  possibleReaders,
  showStory,
  writeStory,
} from './actions/stories.ts'

describeEngines('a recovery story', (db) => {
  let system: TestSystem
  let world: TakingWorld
  let teller: Member
  let id: string
  const as = <T>(who: Member, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(who, work)
  const reads = async (who: Member) => (await as(who, (ctx) => showStory(ctx, id)))?.text ?? null
  const choose = (who: Member | null) => as(teller, (ctx) => chooseReader(ctx, id, who?.personId ?? null))

  beforeAll(async () => {
    system = await testSystem(db, () => takingNow)
    world = await db.asPlatform((tx) => aTakingWorld(tx, { trainees: 2 }))
    const [first] = world.trainees
    if (!first) throw new Error('nobody takes it')
    teller = first
    ;({ id } = await as(teller, (ctx) => beginStory(ctx, { title: 'ここまで', text: '十年かかった' })))
  })

  test('is its owner’s alone: nobody else reads it, in any role', async () => {
    const others = await db.asPlatform((tx) =>
      Promise.all(roles.map((role: Role) => aMember(tx, world.programmeId, role))),
    )
    for (const other of [...others, world.coordinator, world.leader]) expect(await reads(other)).toBeNull()
    expect(await reads(teller)).toBe('十年かかった')
  })

  test('is kept sealed', async () => {
    const rows = await db.asPlatform((tx) =>
      tx.selectFrom('training.story_version').select('text_sealed').where('story_id', '=', id).execute(),
    )
    expect(JSON.stringify(rows)).not.toContain('十年')
  })

  test('keeps what stood there before; another window does not write over it unseen', async () => {
    const write = (text: string, version: number) =>
      as(teller, (ctx) => writeStory(ctx, id, { title: 'ここまで', text, version }))
    expect(await write('十年かかった。いまは元気です', 1)).toEqual({ ok: true, value: { risk: false } })
    const stale = await write('別の窓から', 1)
    expect(stale).toMatchObject({ ok: false, error: { text: '十年かかった。いまは元気です' } })
    expect((await as(teller, (ctx) => showStory(ctx, id, 1)))?.text).toBe('十年かかった')
  })

  test('one chosen reader reads the newest text, comments, and the person sees who looked', async () => {
    expect(await choose(world.leader)).toMatchObject({ ok: true })
    expect(await reads(world.leader)).toBe('十年かかった。いまは元気です')
    expect(await as(world.leader, (ctx) => showStory(ctx, id, 1)), 'earlier versions stay the person’s').toBeNull()
    expect(await as(world.leader, (ctx) => writeStory(ctx, id, { title: 'x', text: 'x', version: 2 }))).toBeNull()
    expect(await reads(world.coordinator)).toBeNull()
    await as(world.leader, (ctx) => commentOnStory(ctx, id, '「いまは元気」が残りました'))
    const story = await as(teller, (ctx) => showStory(ctx, id))
    expect(story?.comments.map(({ text, own }) => [text, own])).toEqual([['「いまは元気」が残りました', false]])
    const looked = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select('actor_person_id')
        .where('object_kind', '=', 'training.story_draft')
        .where('action', '=', 'read')
        .where('subject_id', '=', teller.personId)
        .execute(),
    )
    expect(looked.map((one) => one.actor_person_id)).toEqual([world.leader.personId])
  })

  test('whoever is chosen next takes the place of the one before; a trainee cannot be chosen, a mentor can', async () => {
    await choose(world.coordinator)
    expect([await reads(world.leader), await reads(world.coordinator)]).toEqual([null, '十年かかった。いまは元気です'])
    const [, other] = world.trainees
    if (other) expect(await choose(other)).toEqual({ ok: false, error: 'unknown' })
    const mentor = await db.asPlatform(async (tx) => {
      const member = await aMember(tx, world.programmeId, 'supporter')
      const row = { programme_id: world.programmeId, run_id: world.runId, person_id: member.personId }
      await tx
        .insertInto('training.run_staff')
        .values({ ...row, duty: 'mentor' })
        .execute()
      return member
    })
    expect((await as(teller, possibleReaders)).map((one) => one.id)).toContain(mentor.personId)
    await choose(mentor)
    expect(await reads(mentor)).toBe('十年かかった。いまは元気です')
    await choose(null)
    expect(await reads(mentor)).toBeNull()
  })

  test('laid aside nobody else reads it; it is never lost', async () => {
    await choose(world.leader)
    expect(await as(teller, (ctx) => layAside(ctx, id))).toBe(true)
    expect([await reads(world.leader), await reads(teller)]).toEqual([null, '十年かかった。いまは元気です'])
    await as(teller, (ctx) => layAside(ctx, id))
    expect(await reads(world.leader), 'taken up again it is the person’s alone').toBeNull()
  })
})
