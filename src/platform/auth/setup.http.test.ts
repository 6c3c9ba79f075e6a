import { expect, test } from 'vitest'
import { testApp } from '#test/client.ts'
import { describeEngines } from '#test/database.ts'
import { visitor } from '#test/visitor.ts'
import { printSetupLink } from './setup.ts'

const filled = {
  name: '管理 花子',
  kana: 'かんり はなこ',
  email: 'hanako@example.jp',
  coordinates: 'yes',
  programmeName: '見本市ピアサポート事業',
  shortName: '見本ピア',
  municipality: '見本市',
  code: '99999',
  senderName: 'ひとば',
}

describeEngines('The first start', (db) => {
  const now = new Date('2026-11-22T01:00:00Z')

  test('the printed link makes the first administrator and the programme, once; then there is no other way', async () => {
    const app = await testApp(db, () => now)
    const link = async () =>
      new URL((await db.asPlatform((tx) => printSetupLink(tx, 'http://x.test', now))) ?? '').pathname
    const older = await link()
    const path = await link()
    expect((await visitor(app).get(older)).status).toBe(410)
    for (let i = 0; i < 3; i += 1) expect((await visitor(app).get(path)).status).toBe(200)
    const wrong = await visitor(app).post(path, { ...filled, code: 'x', name: '' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('見本市ピアサポート事業')
    const browsers = [visitor(app), visitor(app)]
    const answers = await Promise.all(browsers.map((who) => who.post(path, filled)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410])
    expect(answers.find(({ status }) => status === 303)?.headers.get('location')).toBe('/sign-in/set-up-code')
    const held = await db.asPlatform((tx) =>
      tx.selectFrom('platform.membership').select('role').orderBy('role').execute(),
    )
    expect(held.map(({ role }) => role)).toEqual(['admin', 'coordinator'])
    const programmes = await db.asPlatform((tx) => tx.selectFrom('programme.programme').select('short_name').execute())
    expect(programmes).toEqual([{ short_name: '見本ピア' }])
    expect(await db.asPlatform((tx) => printSetupLink(tx, 'http://x.test', now))).toBeNull()
    expect((await visitor(app).get(path)).status).toBe(410)
  })
})
