import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/calendar-day.ts'
import { ownTemplate, versionFor } from './templates.ts'

describe('the version of a template', () => {
  const names = ['card@2026-04.typ', 'card@2027-04-15.typ', 'card@2026-10.typ', 'letter@2026-04.typ', 'card.typ']
  test.each([
    ['2026-03-31', null],
    ['2026-04-01', 'card@2026-04.typ'],
    ['2026-09-30', 'card@2026-04.typ'],
    ['2026-10-01', 'card@2026-10.typ'],
    ['2027-04-14', 'card@2026-10.typ'],
    ['2027-04-15', 'card@2027-04-15.typ'],
    ['2030-01-01', 'card@2027-04-15.typ'],
  ])('on %s is %s', (on, file) => {
    expect(versionFor(names, 'card', day(on))).toBe(file)
  })
  test('before the first, ours is the first', () => {
    expect(versionFor(names, 'card', day('2020-01-01'), true)).toBe('card@2026-04.typ')
  })
  test('another kind, or none, is not taken for it', () => {
    expect(versionFor(names, 'car', day('2026-05-01'))).toBeNull()
    expect(versionFor([], 'card', day('2026-05-01'), true)).toBeNull()
  })
})

describe('the programme’s own template', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hitoba-templates-'))
  mkdirSync(join(folder, '1'))
  writeFileSync(join(folder, 'card@2026-04.typ'), 'for all')
  writeFileSync(join(folder, '1', 'card@2026-04.typ'), 'for programme 1')
  writeFileSync(join(folder, '1', 'seal.png'), 'a picture')
  writeFileSync(join(folder, '1', 'secret.key'), 'a key')
  symlinkSync(tmpdir(), join(folder, '1', 'elsewhere.txt'))
  const find = (folders: string[]) => ownTemplate(folders, 'card', day('2026-11-22'))

  test('of this programme comes before the one for all', async () => {
    const found = await find([join(folder, '1'), folder])
    expect(String(found?.files['card@2026-04.typ'])).toBe('for programme 1')
    expect(String((await find([join(folder, '2'), folder]))?.files['card@2026-04.typ'])).toBe('for all')
  })
  test('brings the pictures of its folder, and no other files', async () => {
    expect(Object.keys((await find([join(folder, '1')]))?.files ?? {})).toEqual(['card@2026-04.typ', 'seal.png'])
  })
  test('need not be there', async () => {
    expect(await find([join(folder, '2')])).toBeNull()
  })
})
