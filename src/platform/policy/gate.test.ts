import { describe, expect, test } from 'vitest'
import type { DataClass } from './classes.ts'
import { reveal, revealAll, sealRow, sealRows, sensitiveShown } from './gate.ts'

const classes = { id: 'system', nickname: 'card', phone: 'contact', feelings: 'care' } as const
const row = { id: '1', nickname: 'はる', phone: '000', feelings: 'CNRY_care' }
const allowed = (...kinds: DataClass[]): ReadonlySet<DataClass> => new Set(kinds)

describe('the gate', () => {
  test('a gated row shows nothing, however it is printed', () => {
    const gated = sealRow(row, classes)
    expect(JSON.stringify(gated)).toBe('{}')
    expect(Object.values(gated)).toEqual([])
    expect(`${JSON.stringify([gated])}${String(gated)}`).not.toContain('CNRY')
  })

  test('fields of other classes are absent, not empty', () => {
    expect(reveal(sealRow(row, classes), allowed('card'))).toEqual({ id: '1', nickname: 'はる' })
    expect(Object.keys(reveal(sealRow(row, classes), allowed()))).toEqual(['id'])
  })

  test('a column that nobody classed is not shown', () => {
    const wider: Record<string, string> = { ...row, added: 'CNRY_added' }
    const narrow: Record<string, DataClass> = classes
    expect(reveal(sealRow(wider, narrow), allowed('card', 'contact', 'care', 'lived'))).not.toHaveProperty('added')
  })

  test('each row of a list is shown as far as it may be', () => {
    const shown = revealAll(sealRows([row, row], classes), (index) => allowed(index === 0 ? 'contact' : 'card'))
    expect(shown).toEqual([
      { id: '1', phone: '000' },
      { id: '1', nickname: 'はる' },
    ])
  })

  test('the audit chain is told of the sensitive classes that are shown, of no others', () => {
    expect(sensitiveShown(sealRow(row, classes), allowed('card', 'care', 'staff'))).toEqual(['care'])
    expect(sensitiveShown(sealRow(row, classes), allowed('card'))).toEqual([])
  })
})
