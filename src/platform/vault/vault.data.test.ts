import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aProgramme, describeEngines } from '#test/database.ts'
import { readKeyFile } from './key-file.ts'
import { rotateKeys } from './rotate.ts'
import { openVault, type PlatformVault } from './vault.ts'

const field = 'visits.reflection.text_sealed'

describeEngines('the vault', (db) => {
  let dir = ''
  let kekFile = ''
  let vault: PlatformVault
  let programmeId = 0
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hitoba-vault-'))
    kekFile = join(dir, 'keys', 'kek')
    vault = await openVault(db, { kekFile })
    programmeId = await db.asPlatform((tx) => aProgramme(tx))
  })
  afterAll(() => rmSync(dir, { recursive: true }))
  const seal = (person: string, row: string, text: string, by = vault): Promise<string> =>
    db.asProgramme(programmeId, (tx) => by.vaultFor(tx, programmeId).seal(person, field, row, text))
  const open = (person: string, row: string, sealed: string, by = vault): Promise<string> =>
    db.asProgramme(programmeId, (tx) => by.vaultFor(tx, programmeId).open(person, field, row, sealed))

  test('opens for the person, field and row for which it was sealed', async () => {
    const person = randomUUID()
    const row = randomUUID()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        expect(await open(person, row, await seal(person, row, text))).toBe(text)
      }),
      { numRuns: 10 },
    )
  })

  test('does not open in another row, for another person, or in another programme', async () => {
    const [person, other, row] = [randomUUID(), randomUUID(), randomUUID()]
    const sealed = await seal(person, row, 'CNRY')
    await seal(other, row, 'theirs')
    await expect(open(person, randomUUID(), sealed)).rejects.toThrow('does not open')
    await expect(open(other, row, sealed)).rejects.toThrow('does not open')
    const elsewhere = await db.asPlatform((tx) => aProgramme(tx))
    const abroad = db.asProgramme(elsewhere, (tx) => vault.vaultFor(tx, elsewhere).open(person, field, row, sealed))
    await expect(abroad).rejects.toThrow('no key')
  })

  const destroy = (person: string): Promise<void> =>
    db.asProgramme(programmeId, (tx) => vault.vaultFor(tx, programmeId).destroyKey(person))

  test('once a key is destroyed nothing is read, at once and in every process, and nothing is sealed anew', async () => {
    const [person, never, row] = [randomUUID(), randomUUID(), randomUUID()]
    const second = await openVault(db, { kekFile })
    const sealed = await seal(person, row, 'CNRY')
    expect([await open(person, row, sealed), await open(person, row, sealed, second)]).toEqual(['CNRY', 'CNRY'])
    for (const one of [person, person, never]) await destroy(one)
    expect([await open(person, row, sealed), await open(person, row, sealed, second)]).toEqual(['', ''])
    for (const one of [person, never]) await expect(seal(one, row, 'anew')).rejects.toThrow('was erased')
    const kept = await db.asPlatform((tx) =>
      tx.selectFrom('platform.person_key').select('wrapped').where('person_id', '=', person).execute(),
    )
    expect(kept.map((one) => one.wrapped.length)).toEqual([0])
  })

  test('within the transaction that destroys it, too', async () => {
    const [person, row] = [randomUUID(), randomUUID()]
    const sealed = await seal(person, row, 'CNRY')
    await db.asProgramme(programmeId, async (tx) => {
      const own = vault.vaultFor(tx, programmeId)
      expect(await own.open(person, field, row, sealed)).toBe('CNRY')
      await own.destroyKey(person)
      expect(await own.open(person, field, row, sealed)).toBe('')
      await expect(own.seal(person, field, row, 'anew')).rejects.toThrow('was erased')
    })
  })

  test('a note of the programme belongs to nobody', async () => {
    const row = randomUUID()
    const sealed = await db.asProgramme(programmeId, (tx) => {
      const own = vault.vaultFor(tx, programmeId)
      return own.seal(own.programmeSubject, field, row, 'for all of us')
    })
    const opened = await db.asProgramme(programmeId, (tx) => {
      const own = vault.vaultFor(tx, programmeId)
      return own.open(own.programmeSubject, field, row, sealed)
    })
    expect(opened).toBe('for all of us')
  })

  test('two who seal first for one person at once make one key', async () => {
    const [person, row] = [randomUUID(), randomUUID()]
    const sealed = await Promise.all(Array.from({ length: 8 }, (_, i) => seal(person, row, `${i}`)))
    expect(await Promise.all(sealed.map((text) => open(person, row, text)))).toEqual(sealed.map((_, i) => `${i}`))
  })

  test('the platform seals secrets of accounts', async () => {
    const sealed = vault.sealPlatform('platform.account.totp_sealed', 'a', 'secret')
    const second = await openVault(db, { kekFile })
    expect(second.openPlatform('platform.account.totp_sealed', 'a', sealed)).toBe('secret')
    expect(() => second.openPlatform('platform.account.totp_sealed', 'b', sealed)).toThrow('does not open')
  })

  test('after a change of the key of keys everything opens, in servers that go on and in new ones', async () => {
    const [person, row] = [randomUUID(), randomUUID()]
    const sealed = await seal(person, row, 'CNRY')
    const before = readKeyFile(kekFile)
    expect(await rotateKeys(db, kekFile)).toBeGreaterThan(0)
    const after = readKeyFile(kekFile)
    expect(after?.current).not.toBe(before?.current)
    expect(await open(person, row, sealed)).toBe('CNRY')
    expect(await open(person, row, sealed, await openVault(db, { kekFile }))).toBe('CNRY')
    await seal(randomUUID(), row, 'new person')
    const used = await db.asPlatform((tx) =>
      tx.selectFrom('platform.person_key').select('kek_id').distinct().where('kek_id', '<>', '').execute(),
    )
    expect(used).toEqual([{ kek_id: after?.current }])
    await rotateKeys(db, kekFile)
    expect(Object.keys(readKeyFile(kekFile)?.keys ?? {})).not.toContain(before?.current)
    expect(await open(person, row, sealed)).toBe('CNRY')
  })

  test('a lost key of keys is not made anew', async () => {
    await expect(openVault(db, { kekFile: join(dir, 'elsewhere') })).rejects.toThrow('The key of keys is missing')
  })
})
