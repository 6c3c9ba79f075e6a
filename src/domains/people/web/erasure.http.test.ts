import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { verifyChain } from '#platform/audit/verify.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import type { Member } from '#test/builders.ts'
import { aMember, aPerson, describeEngines } from '#test/database.ts'
import { aProposal, aRequest, aSupporter } from '#test/visit-builders.ts'
import { aVisit, aVisitWorld, type VisitWorld } from '#test/visit-world.ts'

const now = new Date('2026-11-22T03:00:00Z')
const past = new Date('2026-11-10T04:00:00Z')
const ahead = new Date('2026-12-10T04:00:00Z')

/** What is known of somebody in clear, and must be nowhere afterwards. */
const hers = {
  name: '消滅 花子',
  kana: 'しょうめつ はなこ',
  nickname: 'きえちゃん',
  email: 'kie@example.jp',
  phone: '03-9876-5432',
}
const town = '秘密の町'

describeEngines('a record that is erased', (db) => {
  let app: TestApp
  let world: VisitWorld
  let hanako: Member
  let own: Client
  let staff: Client
  let alone = ''
  let together = ''
  const here = () => `/people/${hanako.personId}/erasure`

  const held = async (supporters: Member[], startsAt: Date): Promise<string> => {
    const { visitId } = await aVisit(db, world, { startsAt, supporters, agreedAt: startsAt })
    await db.asPlatform((tx) =>
      tx.updateTable('visits.visit').set({ status: 'held' }).where('id', '=', visitId).execute(),
    )
    const companion = await app.signedIn(world.companion)
    await companion.post(`/visits/${visitId}/record`, { _version: '0', text: '駅で会えました' })
    await (await app.signedIn(world.host)).post(`/visits/${visitId}/thanks`, { text: 'また来てください' })
    return visitId
  }
  const count = (table: string, column: string, id: string): Promise<number> =>
    db.asPlatform(
      async (tx) =>
        (await sql`select 1 from ${sql.table(table)} where ${sql.ref(column)} = ${id}`.execute(tx)).rows.length,
    )

  beforeAll(async () => {
    app = await testApp(db, () => now)
    world = await aVisitWorld(db)
    const other = await db.asPlatform(async (tx) => {
      hanako = await aMember(tx, world.programmeId, 'supporter', {
        personId: await aPerson(tx, world.programmeId, hers),
      })
      await tx.updateTable('platform.account').set({ email: hers.email }).where('id', '=', hanako.accountId).execute()
      await aSupporter(tx, world.programmeId, hanako.personId, world, { town })
      return aMember(tx, world.programmeId, 'supporter')
    })
    own = await app.signedIn(hanako)
    staff = await app.signedIn(world.coordinator)
    alone = await held([hanako], past)
    together = await held([hanako, other], new Date('2026-11-12T04:00:00Z'))
    await own.post('/sheet/help', { _version: '1', whatHelps: '静かな場所' })
    await own.post('/me/consents', { given: ['staff.care'] })
    await own.post(`/visits/${alone}/feelings/${hanako.personId}/after`, { good: '歌がよかった' })
    await own.post(`/visits/${alone}/reflections/${hanako.personId}`, { _version: '0', text: '次は短く' })
  })

  test('the person asks for it and may take it back; the coordinators see it, once', async () => {
    expect(await own.read('/me')).toContain('/me/erasure')
    expect(await own.read('/me/erasure')).toContain('残るもの')
    for (let i = 0; i < 2; i += 1) expect((await own.post('/me/erasure')).status).toBe(303)
    expect(await own.read('/me/erasure')).toContain('お願いを受け取っています')
    expect(await count('people.erasure_wish', 'person_id', hanako.personId)).toBe(1)
    expect(await staff.read('/today')).toContain(here())
    expect((await staff.read('/inbox')).match(/記録を消してほしいという申し出がありました/g)).toHaveLength(1)
    await own.post('/me/erasure/taken-back')
    await own.post('/me/erasure/taken-back')
    expect(await staff.read('/today')).not.toContain(here())
    expect(await own.read('/me/erasure')).toContain('消してほしいと伝える')
  })

  test('staff write down that they were asked, and how they heard it', async () => {
    const wish = `/people/${hanako.personId}/erasure-wish`
    const refused = await staff.post(wish)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('class="error-summary"')
    expect((await staff.post(wish, { via: 'phone' })).headers.get('location')).toBe(here())
    expect(await staff.read(here())).toContain('申し出がありました')
    expect(await own.read('/me/erasure')).toContain('お願いを受け取っています')
  })

  test('only a coordinator of the programme has the page', async () => {
    for (const who of [
      world.companion,
      world.host,
      hanako,
      await db.asPlatform((tx) => aMember(tx, world.programmeId, 'admin')),
    ]) {
      const client = await app.signedIn(who)
      expect((await client.get(here())).status).toBe(404)
      expect((await client.post(here(), { ground: 'own_wish', name: hers.name })).status).toBe(404)
    }
    const elsewhere = await app.signedIn((await aVisitWorld(db)).coordinator)
    expect((await elsewhere.post(here(), { ground: 'own_wish', name: hers.name })).status).toBe(404)
  })

  test('what is still under way stands in the way, each with a link to where it ends; nothing is erased', async () => {
    const visit = await aVisit(db, world, { startsAt: ahead, supporters: [hanako], agreedAt: now })
    const { proposal, idea, followUp } = await db.asPlatform(async (tx) => {
      const { programmeId } = world
      const asked = await aRequest(tx, programmeId, { ...world, startsAt: ahead })
      const wished = await aRequest(
        tx,
        programmeId,
        { ...world, placeId: null, startsAt: ahead },
        { status: 'submitted', idea_of: hanako.personId, purpose: `${town}を歩きたい` },
      )
      const id = randomUUID()
      await tx
        .insertInto('care.follow_up')
        .values({
          programme_id: programmeId,
          id,
          person_id: hanako.personId,
          reason: 'staff',
          due_on: sql`'2026-11-22'`,
          opened_at: now,
        })
        .execute()
      const proposalId = await aProposal(tx, programmeId, { ...asked, personId: hanako.personId })
      return { proposal: proposalId, idea: wished.requestId, followUp: id }
    })
    const page = await staff.read(here())
    const ends = [
      `/people/${hanako.personId}`,
      `/supporters/${hanako.personId}/end`,
      `/visits/${visit.visitId}`,
      `/proposals/${proposal}`,
      `/requests/${idea}`,
      `/follow-ups/${followUp}`,
    ]
    for (const href of ends) expect(page).toContain(`href="${href}"`)
    expect(page).not.toContain('name="ground"')
    const refused = await staff.post(here(), { ground: 'own_wish', name: hers.name })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('まだ消していません')
    expect(await staff.read(`/people/${hanako.personId}`)).toContain(hers.name)

    await staff.post(`/visits/${visit.visitId}/calling-off`, { side: 'ours' })
    await staff.post(`/requests/${idea}/status`, { to: 'withdrawn' })
    await staff.post(`/follow-ups/${followUp}/close`, { _version: '1', how: 'phone', done: '話しました' })
    await staff.post(`/supporters/${hanako.personId}/end`, { reason: 'own_wish' })
    await app.jobs.drainNow()
    expect(await staff.read(here())).toContain('name="ground"')
  })

  test('a ground and the name are typed to confirm; what was typed stays', async () => {
    const wrong = await staff.post(here(), { ground: 'own_wish', name: '消滅 次郎' })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('value="消滅 次郎"')
    expect(page).toMatch(/<input[^>]*value="own_wish"[^>]*checked/)
    expect(page).toContain('href="#erase-name"')
    expect((await staff.post(here(), { name: hers.name })).status).toBe(422)
  })

  test('then it is erased, once: nothing in clear is left in any table', async () => {
    const done = await staff.post(here(), { ground: 'own_wish', name: '消滅　花子' })
    expect([done.status, done.headers.get('location')]).toEqual([303, '/people'])
    expect((await staff.post(here(), { ground: 'own_wish', name: hers.name })).status).toBe(404)
    const tables = await db.asPlatform(
      async (tx) =>
        (
          await sql<{
            name: string
          }>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss')`.execute(tx)
        ).rows,
    )
    const left: string[] = []
    for (const { name } of tables) {
      const { rows } = await db.asPlatform((tx) =>
        sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(tx),
      )
      const text = rows.map(({ row }) => row).join('\n')
      for (const known of [...Object.values(hers), town]) if (text.includes(known)) left.push(`${name}: ${known}`)
    }
    expect(left).toEqual([])
  })

  test('the sealed text is gone or unreadable, and nothing is ever sealed for her again', async () => {
    for (const table of [
      'registration.sheet_version',
      'registration.care_plan',
      'visits.check_in',
      'visits.reflection',
      'care.follow_up',
    ])
      expect([table, await count(table, 'person_id', hanako.personId)]).toEqual([table, 0])
    const sealing = db.asProgramme(world.programmeId, (tx) =>
      app.services.vault
        .vaultFor(tx, world.programmeId)
        .seal(hanako.personId, 'visits.reflection.text_sealed', alone, 'a'),
    )
    await expect(sealing).rejects.toThrow('was erased')
  })

  test('what the figures count stays; what was written of her alone does not', async () => {
    expect(await count('visits.participant', 'visit_id', alone)).toBe(2)
    expect(await count('visits.companion_record', 'visit_id', alone)).toBe(0)
    expect(await count('visits.thanks', 'visit_id', alone)).toBe(0)
    expect(await count('visits.companion_record', 'visit_id', together)).toBe(1)
    expect(await count('visits.thanks', 'visit_id', together)).toBe(1)
  })

  test('her account and her sessions are gone; the trail says who erased it and why, and holds', async () => {
    expect((await own.get('/me')).headers.get('location')).toMatch(/^\/sign-in/)
    expect(await count('platform.account', 'id', hanako.accountId)).toBe(0)
    const entries = await db.asPlatform((tx) =>
      tx
        .selectFrom('platform.audit_entry')
        .select(['actor_person_id', 'reason'])
        .where('subject_id', '=', hanako.personId)
        .where('action', '=', 'erase')
        .execute(),
    )
    expect(entries).toEqual([{ actor_person_id: world.coordinator.personId, reason: 'own_wish' }])
    const { fault } = await db.asPlatform((tx) => verifyChain(tx, world.programmeId, app.services.auditKey))
    expect(fault).toBeNull()
  })

  test('pages show the record as erased', async () => {
    const page = await staff.read(`/people/${hanako.personId}`)
    expect(page).toContain('消した記録')
    for (const path of ['/people', '/supporters', '/supporters/new'])
      expect(await staff.read(path)).not.toContain(hanako.personId)
    for (const path of [`/supporters/${hanako.personId}`, `/people/${hanako.personId}/contact`, here()])
      expect((await staff.get(path)).status).toBe(404)
    for (const visitId of [alone, together]) {
      const shown = await staff.get(`/visits/${visitId}`)
      expect(shown.status).toBe(200)
      expect(await shown.text()).toContain('—')
    }
    expect((await staff.post('/supporters/new', { person: hanako.personId, on: '2026-11-22' })).status).toBe(404)
  })

  test('an account that stands for somebody else too stays, without her', async () => {
    const [mother, child] = await db.asPlatform(async (tx) => {
      const one = await aMember(tx, world.programmeId, 'seeker', { name: '母' })
      const two = await aMember(tx, world.programmeId, 'trainee', { name: '子' })
      await tx
        .updateTable('platform.membership')
        .set({ account_id: one.accountId })
        .where('id', '=', two.membershipId)
        .execute()
      return [one, { ...two, accountId: one.accountId }]
    })
    const theirs = await app.signedIn(child)
    await staff.post(`/members/${mother.membershipId}/end`)
    const done = await staff.post(`/people/${mother.personId}/erasure`, { ground: 'by_mistake', name: '母' })
    expect(done.status).toBe(303)
    expect((await theirs.get('/me')).status).toBe(200)
    expect(await count('platform.membership', 'account_id', mother.accountId)).toBe(1)
  })

  test('nothing broke', () => expect(app.bugs).toEqual([]))
})
