import { appendFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { forgetEverywhere } from '#domains/people/index.ts'
import { inProgramme, systemActor } from '#platform/jobs/system.ts'
import { erasedFile, noteErased } from '#platform/vault/erased.ts'
import type { Member } from '#test/builders.ts'
import { type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { eraseAgain } from './erase-again.ts'
import { forgettings } from './forgettings.ts'

const now = new Date('2026-11-22T03:00:00Z')
const field = 'visits.reflection.text_sealed'
const row = '00000000-0000-4000-8000-000000000001'

describeEngines('a backup that is older than an erasure', (db) => {
  let app: TestApp
  let hanako: Member
  let other: Member
  beforeAll(async () => {
    app = await testApp(db, () => now)
    await db.asPlatform(async (tx) => {
      const programmeId = await aProgramme(tx)
      hanako = await aMember(tx, programmeId, 'supporter', { name: '消滅 花子' })
      other = await aMember(tx, programmeId, 'supporter', { name: '残る 太郎' })
    })
  })
  const read = (member: Member, sealed: string): Promise<string> =>
    db.asProgramme(member.programmeId, (tx) =>
      app.services.vault.vaultFor(tx, member.programmeId).open(member.personId, field, row, sealed),
    )
  const seal = (member: Member): Promise<string> =>
    db.asProgramme(member.programmeId, (tx) =>
      app.services.vault.vaultFor(tx, member.programmeId).seal(member.personId, field, row, 'CNRY'),
    )
  const again = () => eraseAgain(app.services, app.pipeline)
  const note = () => db.asPlatform((tx) => noteErased(tx, erasedFile(app.services.config), app.services.auditKey))
  const rowsOf = ({ personId }: Member) =>
    db.asPlatform(async (tx) => ({
      person: await tx.selectFrom('people.person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow(),
      key: await tx.selectFrom('platform.person_key').selectAll().where('person_id', '=', personId).executeTakeFirst(),
    }))

  test('brings the record back, and the next start erases it again, and nobody else', async () => {
    const sealed = { hers: await seal(hanako), his: await seal(other) }
    const backup = await rowsOf(hanako)
    await inProgramme(app.pipeline, systemActor(hanako.programmeId), (ctx) =>
      forgetEverywhere(ctx, hanako.personId, forgettings),
    )
    expect(await read(hanako, sealed.hers)).toBe('')
    expect([await note(), await note()]).toEqual([1, 0])
    expect(await again()).toBe(0)

    await db.asPlatform(async (tx) => {
      await tx.updateTable('people.person').set(backup.person).where('id', '=', hanako.personId).execute()
      if (backup.key)
        await tx.updateTable('platform.person_key').set(backup.key).where('person_id', '=', hanako.personId).execute()
    })
    expect(await read(hanako, sealed.hers)).toBe('CNRY')
    expect([await again(), await again()]).toEqual([1, 0])
    expect(await read(hanako, sealed.hers)).toBe('')
    expect((await rowsOf(hanako)).person).toMatchObject({ name: '—', erased_at: now })
    expect([await read(other, sealed.his), (await rowsOf(other)).person.name]).toEqual(['CNRY', '残る 太郎'])
  })

  test('nobody is erased by a line that somebody wrote into the file', async () => {
    appendFileSync(erasedFile(app.services.config), `${other.programmeId} ${other.personId} ${'0'.repeat(64)}\n`)
    await expect(again()).rejects.toThrow('was not written with this key')
    expect((await rowsOf(other)).person.erased_at).toBeNull()
  })
})
