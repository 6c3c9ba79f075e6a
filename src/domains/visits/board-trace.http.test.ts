import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type BoardWorld, boardWorld, textOf } from '#test/board-world.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { describeEngines } from '#test/database.ts'
import { aProposal } from '#test/visit-builders.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('a draft that is changed', (db) => {
  let app: TestApp
  let world: BoardWorld
  let requestId = ''
  let slotId = ''
  let path = ''

  beforeAll(async () => {
    app = await testApp(db, () => now)
  })
  beforeEach(async () => {
    world = await boardWorld(app, db)
    ;({ requestId, slotId } = await world.request(8))
    path = await world.drafted()
  })

  const address = (): string => `${path}/requests/${requestId}`
  const supporterIn = async (): Promise<string> =>
    (await world.seats(requestId)).find((one) => one.part === 'supporter')?.person_id ?? ''
  const somebodyElse = async (): Promise<string> => {
    const now = await supporterIn()
    return Object.values(world.people).find((one) => one.personId !== now)?.personId ?? ''
  }
  const choice = async (version: string) => ({
    slot: slotId,
    people: await somebodyElse(),
    companion: world.companion.personId,
    _version: version,
  })
  const trace = () =>
    db.asPlatform((tx) =>
      tx
        .selectFrom('visits.draft_visit')
        .select(['version', 'way', 'put_at', 'ended_at'])
        .where('request_id', '=', requestId)
        .orderBy('version')
        .execute(),
    )
  const noted = async (action: string): Promise<(string | null)[]> =>
    (
      await db.asPlatform((tx) =>
        tx
          .selectFrom('platform.audit_entry')
          .select('subject_id')
          .where('programme_id', '=', world.programmeId)
          .where('action', '=', action)
          .where('object_kind', '=', 'draft_visit')
          .where('actor_role', '=', 'coordinator')
          .execute(),
      )
    ).map((one) => one.subject_id)

  test('keeps what was there, and notes who came and who went', async () => {
    const before = await supporterIn()
    const chosen = await choice('1')
    expect((await world.coordinator.post(address(), chosen)).status).toBe(303)
    expect((await trace()).map(({ version, way, ended_at }) => [version, way, ended_at !== null])).toEqual([
      [1, 'planned', true],
      [2, 'chosen', false],
    ])
    const subjects = await noted('draft_visit_chosen')
    expect(subjects.toSorted()).toEqual([before, chosen.people, chosen.companion].toSorted())
  })

  test('notes what is left as it is, what may move again, and what is taken out', async () => {
    const there = [await supporterIn(), world.companion.personId]
    await world.coordinator.post(`${address()}/frozen`, { frozen: 'yes' })
    await world.coordinator.post(`${address()}/frozen`, { frozen: 'no' })
    expect(await noted('draft_visit_frozen')).toEqual([null])
    expect(await noted('draft_visit_unfrozen')).toEqual([null])
    expect((await world.coordinator.post(`${address()}/out`)).status).toBe(303)
    expect((await noted('draft_visit_taken_out')).toSorted()).toEqual(there.toSorted())
    expect((await trace()).map(({ ended_at }) => ended_at !== null)).toEqual([true])
    expect((await world.coordinator.post(`${address()}/out`)).status).toBe(404)
  })

  test('notes a repair, and keeps who was there before', async () => {
    const gone = await supporterIn()
    await db.asPlatform((tx) =>
      aProposal(tx, world.programmeId, { requestId, slotId, personId: gone }, { status: 'declined' }),
    )
    expect((await world.coordinator.post(`${address()}/repair`)).status).toBe(303)
    const instead = await supporterIn()
    expect(instead).not.toBe(gone)
    expect(await noted('draft_visit_repaired')).toEqual(expect.arrayContaining([gone, instead]))
    expect((await trace()).map(({ way }) => way)).toEqual(['planned', 'repaired'])
  })

  test('keeps the visit to which somebody has been invited, and says so kindly', async () => {
    const personId = await supporterIn()
    await db.asPlatform((tx) => aProposal(tx, world.programmeId, { requestId, slotId, personId }))
    const refused = await world.coordinator.post(`${address()}/out`)
    expect(refused.status).toBe(409)
    expect(textOf(await refused.text())).toContain('お返事を待っている方が取り残されます')
    expect((await world.seats(requestId)).length).toBe(2)
    expect(await noted('draft_visit_taken_out')).toEqual([])
  })

  test('shows both where it was changed since the form was opened, and takes the second press', async () => {
    const mine = await choice('1')
    const other = Object.values(world.people).find(
      (one) => one.personId !== mine.people && one.personId !== '',
    )?.personId
    expect((await world.coordinator.post(address(), { ...mine, people: other ?? '' })).status).toBe(303)
    const stale = await world.coordinator.post(address(), mine)
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(textOf(body)).toContain('開いているあいだに、別の人が書きかえました')
    expect(textOf(body)).toMatch(/あなたが書いた内容案の .+いま保存されている内容案の /)
    expect(body).toContain('name="_version" value="2"')
    expect((await world.coordinator.post(address(), { ...mine, _version: '2' })).status).toBe(303)
    expect(await supporterIn()).toBe(mine.people)
  })

  test('is judged while it is chosen, without anything being saved', async () => {
    const { people, companion } = await choice('1')
    const said = (who: string) =>
      world.coordinator.read(`${address()}/judged?${new URLSearchParams({ slot: slotId, companion, people: who })}`)
    expect(textOf(await said(people))).toContain('この形で組めます')
    expect(textOf(await said(''))).toContain('席の数と、お願いする人の数が合いません')
    expect((await world.colleague.get(`${address()}/judged`)).status).toBe(404)
    expect((await trace()).length).toBe(1)
  })

  test('opens to a colleague what was sent of it, and nothing else', async () => {
    const second = await world.request(10, { title: '' })
    await world.coordinator.post(`${path}/again`)
    await app.jobs.drainNow()
    await world.coordinator.post(`${path}/send`, { visits: requestId })
    await app.jobs.drainNow()
    const own = await world.coordinator.read(path)
    expect(own).toContain(second.requestId)
    const theirs = await world.colleague.read(path)
    expect(textOf(theirs)).toContain('お誘いを送った活動だけが見えます')
    expect(theirs).toContain(requestId)
    expect(theirs).not.toContain(second.requestId)
    for (const by of ['place', 'supporter', 'companion'])
      expect(await world.colleague.read(`${path}?by=${by}`)).not.toContain(second.requestId)
    const draftOfTheirs = await world.drafted(world.colleague)
    const compared = `${draftOfTheirs}/compare/${path.split('/').at(-1)}`
    expect((await world.colleague.get(compared)).status).toBe(404)
  })

  test('tells two coordinators of the request or the day on which they collide, also once one of them has sent', async () => {
    await world.coordinator.post(`${path}/send`, { visits: requestId })
    await app.jobs.drainNow()
    const theirs = await world.drafted(world.colleague)
    expect(textOf(await world.colleague.read(theirs))).toContain('調整 花さんの案にも、「語り場')
  })

  test('names who could stand in, holds nobody back, and gives them the seat that opens', async () => {
    const gone = await supporterIn()
    const names = new Map(Object.entries({ hanako: '花子', taro: '太郎', jiro: '次郎' }))
    const page = textOf(await world.coordinator.read(path))
    const named = /どなたかが来られなくなったら、案の (花子|太郎|次郎)さんにお声がけできそうです/.exec(page)?.[1]
    expect(named).toBeDefined()
    expect(page).toContain('ご本人には伝えていません')
    await db.asPlatform((tx) =>
      aProposal(tx, world.programmeId, { requestId, slotId, personId: gone }, { status: 'declined' }),
    )
    expect(textOf(await world.coordinator.read(path))).toContain(`席があきました。案の ${named}さんにお声がけできます`)
    await world.coordinator.post(`${address()}/repair`)
    const [key] = [...names].find(([, name]) => name === named) ?? []
    expect(await supporterIn()).toBe(world.people[key as keyof typeof world.people].personId)
  })
})
