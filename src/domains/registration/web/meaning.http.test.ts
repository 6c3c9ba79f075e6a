import { beforeAll, expect, test } from 'vitest'
import { textOf } from '#test/board-world.ts'
import type { Member } from '#test/builders.ts'
import { type Client, type TestApp, testApp } from '#test/client.ts'
import { aMember, aProgramme, describeEngines } from '#test/database.ts'
import { sendingsIn } from '#test/matrix/sendings.ts'
import { registrationPaths as paths } from './paths.ts'

const now = new Date('2026-11-22T03:00:00Z')

describeEngines('what somebody’s words mean, linked by two at once', (db) => {
  let app: TestApp
  let first: Client
  let second: Client
  let register: (name: string) => Promise<Member>

  beforeAll(async () => {
    app = await testApp(db, () => now)
    const programmeId = await db.asPlatform((tx) => aProgramme(tx))
    const coordinator = () => db.asPlatform((tx) => aMember(tx, programmeId, 'coordinator'))
    first = await app.signedIn(await coordinator())
    second = await app.signedIn(await coordinator())
    register = (name) =>
      db.asPlatform(async (tx) => {
        const member = await aMember(tx, programmeId, 'supporter', { name })
        await tx
          .insertInto('registration.supporter')
          .values({ programme_id: programmeId, person_id: member.personId, registered_on: '2026-04-01' as never })
          .execute()
        return member
      })
    await register('見本 一')
    await register('見本 二')
  })

  /** The form of a page that stands behind an address, as it would be sent. */
  const formIn = (page: string, path: string) => {
    const form = sendingsIn(page, path).find(({ action }) => action === path)
    if (!form) throw new Error(`no form at ${path}`)
    return form.fields
  }
  const formOn = async (client: Client, path: string) => formIn(await client.read(path), path)
  const fieldIn = (fields: object): string => Object.keys(fields).find((name) => name.startsWith('meant_')) ?? ''

  test('the second sees both names, keeps what was typed, and the next press is taken', async () => {
    const who = await register('見本 甲')
    const own = await app.signedIn(who)
    await own.post(paths.myStep('avoid'), { _version: '1', person: '背の高い人' })
    const path = paths.links(who.personId)
    const opened = await formOn(first, path)
    const field = fieldIn(opened)
    expect((await second.post(path, { ...opened, [field]: '見本 一' })).status).toBe(303)
    const stale = await first.post(path, { ...opened, [field]: '見本 二' })
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(textOf(body)).toContain('背の高い人あなたが書いた内容見本 二いま保存されている内容見本 一')
    const again = formIn(body, path)
    expect(again).toMatchObject({ [field]: ['見本 二'] })
    expect((await first.post(path, again)).status).toBe(303)
    expect(await formOn(second, path)).toMatchObject({ [field]: ['見本 二'] })
  })

  test('a name for words that the sheet no longer has stays readable; new words keep what they are linked to', async () => {
    const who = await register('見本 乙')
    const own = await app.signedIn(who)
    await own.post(paths.myStep('avoid'), { _version: '1', person: '声の大きい人' })
    const path = paths.links(who.personId)
    const opened = await formOn(first, path)
    const field = fieldIn(opened)
    await own.post(paths.myStep('avoid'), { _version: String(opened['_version']), person: '見本 一' })
    const stale = await first.post(path, { ...opened, [field]: '見本 二' })
    expect(stale.status).toBe(409)
    const body = await stale.text()
    expect(textOf(body)).toContain('今の登録シートにはないことばあなたが書いた内容見本 二')
    const fresh = formIn(body, path)
    expect(fresh[field]).toBeUndefined()
    expect(fresh).toMatchObject({ [fieldIn(fresh)]: ['見本 一'] })
  })

  test('nothing broke', () => expect(app.bugs).toEqual([]))
})
