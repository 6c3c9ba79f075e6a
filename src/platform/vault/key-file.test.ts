import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keeperOfKeys } from './keeper.ts'
import { currentKey, newKeyRing, openKeyFile, readKeyFile, withNewKey, writeKeyFile } from './key-file.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hitoba-keys-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const path = () => join(dir, 'kek.json')
const unused = async () => false
const used = async () => true

describe('the key file', () => {
  test('is made on first start, readable by its owner only, and found again', async () => {
    const ring = await openKeyFile(path(), 'key of keys', unused)
    expect(statSync(path()).mode & 0o777).toBe(0o400)
    expect(await openKeyFile(path(), 'key of keys', used)).toEqual(ring)
    expect(readdirSync(dir)).toEqual(['kek.json'])
  })

  test('is not made anew where something is locked with the lost one', async () => {
    await expect(openKeyFile(path(), 'key of keys', used)).rejects.toThrow('The key of keys is missing')
    expect(readdirSync(dir)).toEqual([])
  })

  test('is refused where its current key is not in it or too short', () => {
    writeFileSync(path(), JSON.stringify({ current: 'a', keys: {} }))
    expect(() => readKeyFile(path())).toThrow('does not hold its current key')
    writeFileSync(path(), JSON.stringify({ current: 'a', keys: { a: 'AAAA' } }))
    expect(() => readKeyFile(path())).toThrow('32 bytes')
  })

  test('is read again when another process has changed the keys', () => {
    const first = newKeyRing()
    writeKeyFile(path(), first)
    const keeper = keeperOfKeys(path(), first)
    const second = withNewKey(first)
    writeKeyFile(path(), second)
    expect(keeper.byId(second.current)).toEqual(currentKey(second))
    expect(keeper.byId(first.current)).toEqual(currentKey(first))
    expect(keeper.current().id).toBe(second.current)
    expect(() => keeper.byId('never')).toThrow('is not in')
  })
})
