import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officeCells, type SyntheticOffice } from '#test/places/wam-edition.ts'
import { wamColumns } from './wam-columns.ts'
import {
  type Choice,
  compareEdition,
  isChosen,
  isWamHeader,
  type KnownEntry,
  merged,
  readEdition,
} from './wam-edition.ts'
import { fieldOfService, kindOfService, readWamRow, type WamRow } from './wam-row.ts'

const everything: Choice = { municipalities: [], services: [] }
const editionOf = (offices: readonly SyntheticOffice[]) => readEdition([[...wamColumns], ...offices.map(officeCells)])
const entriesOf = (rows: readonly WamRow[]): KnownEntry[] =>
  rows.map((row) => ({ ...row, placeId: `place of ${row.no}`, gone: false }))
const known = (rows: readonly WamRow[]) => ({ entries: entriesOf(rows), places: [] })
const withCell = (column: (typeof wamColumns)[number], text: string): string[] =>
  officeCells({ no: 1 }).map((cell, index) => (wamColumns[index] === column ? text : cell))

describe('one row of the list', () => {
  test('is cleaned: one kind of space, only real web addresses, only positions in Japan', () => {
    const read = readWamRow(officeCells({ no: 3, name: '　見本　 相談室 ' }))
    expect(read.ok && read.value.facts).toMatchObject({ name: '見本 相談室', url: 'https://example.jp/3', lat: 35.65 })
    const odd = readWamRow(withCell('事業所緯度', '0'))
    expect(odd.ok && odd.value.facts.lat).toBe(null)
    for (const [column, text] of [
      ['事業所緯度', '46.1'],
      ['事業所緯度', '139.7'],
      ['事業所経度', '35.65'],
      ['事業所経度', '154.1'],
    ] as const) {
      const beyond = readWamRow(withCell(column, text))
      expect(beyond.ok && [beyond.value.facts.lat, beyond.value.facts.lng]).toContain(null)
    }
    const script = readWamRow(withCell('事業所URL', 'javascript:alert(1)'))
    expect(script.ok && script.value.facts.url).toBe('')
  })

  test.each([
    ['事業所の名称', '', 'missing'],
    ['NO（※システム内の固有の番号、連番）', '', 'missing'],
    ['NO（※システム内の固有の番号、連番）', 'x1', 'number'],
    ['事業所の名称', '見本\ufffd室', 'lost_letters'],
  ] as const)('without a usable %s (%j) it is refused: %s', (column, text, kind) => {
    const read = readWamRow(withCell(column, text))
    expect(read.ok ? null : read.error.kind).toBe(kind)
  })

  test('of another length is refused', () => {
    expect(readWamRow(['a', 'b'])).toEqual({ ok: false, error: { kind: 'columns', found: 2 } })
  })

  test('says what kind of place it may be', () => {
    expect(['計画相談支援', '就労継続支援Ｂ型', '共同生活援助', '居宅介護'].map(kindOfService)).toEqual([
      'consultation',
      'day_activity',
      'home',
      'other',
    ])
    expect(['就労移行支援', '地域相談支援（地域移行支援）', '生活介護'].map(fieldOfService)).toEqual([
      'employment',
      'hospital',
      'community',
    ])
  })
})

describe('an edition', () => {
  test('has the header of the list', () => {
    expect(isWamHeader(wamColumns)).toBe(true)
    expect(isWamHeader(['名前', '電話'])).toBe(false)
  })

  test('takes every row or names it broken with the line of the spreadsheet', () => {
    const { rows, broken } = readEdition([
      [...wamColumns],
      officeCells({ no: 1 }),
      ['short'],
      officeCells({ no: 1, name: '二度目' }),
      officeCells({ no: 2 }),
    ])
    expect(rows.map((row) => row.no)).toEqual(['A0000000001', 'A0000000002'])
    expect(broken.map(({ line, trouble }) => [line, trouble])).toEqual([
      [3, { kind: 'columns', found: 1 }],
      [4, { kind: 'twice', firstLine: 2 }],
    ])
  })

  test('compared with nothing, all is new; compared with itself, all is the same', () => {
    const { rows } = editionOf([{ no: 1 }, { no: 2 }])
    expect(compareEdition(rows, { entries: [], places: [] }, everything).fresh).toEqual(rows)
    expect(compareEdition(rows, known(rows), everything)).toEqual({
      fresh: [],
      alike: [],
      changed: [],
      same: rows,
      gone: [],
    })
  })

  test('the next one shows what is new, changed, closed and back again', () => {
    const before = editionOf([{ no: 1 }, { no: 2 }, { no: 3 }, { no: 4 }]).rows
    const after = editionOf([{ no: 1 }, { no: 2, phone: '000-111-2222' }, { no: 4 }, { no: 5 }]).rows
    const entries = entriesOf(before).map((entry) => ({ ...entry, gone: entry.no.endsWith('4') }))
    const found = compareEdition(after, { entries, places: [] }, everything)
    expect(found.fresh.map((row) => row.no)).toEqual(['A0000000005'])
    expect(found.changed.map(({ row, fields }) => [row.no, fields])).toEqual([
      ['A0000000002', ['phone']],
      ['A0000000004', []],
    ])
    expect(found.gone.map((entry) => entry.no)).toEqual(['A0000000003'])
    expect(found.same.map((row) => row.no)).toEqual(['A0000000001'])
  })

  test('what is gone from a town that nobody chose is left as it is', () => {
    const before = editionOf([
      { no: 1, municipality: '見本県ひばり市' },
      { no: 2, municipality: '見本県みなも市' },
    ]).rows
    const choice: Choice = { municipalities: ['見本県ひばり市'], services: [] }
    expect(compareEdition([], known(before), choice).gone.map((entry) => entry.no)).toEqual(['A0000000001'])
  })

  test('an office that moved out of the chosen town is not closed', () => {
    const before = editionOf([{ no: 1, municipality: '見本県ひばり市' }]).rows
    const after = editionOf([{ no: 1, municipality: '見本県みなも市' }]).rows
    const choice: Choice = { municipalities: ['見本県ひばり市'], services: [] }
    expect(compareEdition(after, known(before), choice).gone).toEqual([])
  })

  test('a place that staff entered under the same name is joined, once', () => {
    const { rows } = editionOf([
      { no: 1, name: '見本　相談室', municipality: '見本県ひばり市' },
      { no: 2, name: '見本相談室', municipality: '見本県ひばり市' },
    ])
    const places = [{ placeId: 'p', name: '見本相談室', municipality: 'ひばり市' }]
    const found = compareEdition(rows, { entries: [], places }, everything)
    expect(found.alike.map(({ row, placeId }) => [row.no, placeId])).toEqual([['A0000000001', 'p']])
    expect(found.fresh.map((row) => row.no)).toEqual(['A0000000002'])
  })

  test('every chosen row is found in exactly one heap, and nothing gone is on the list', () => {
    const office = fc.record({ no: fc.integer({ min: 1, max: 30 }), phone: fc.constantFrom('1', '2') })
    const offices = fc.uniqueArray(office, { selector: (each) => each.no })
    fc.assert(
      fc.property(
        offices,
        offices,
        fc.subarray(['見本県ひばり市', '見本県みなも市']),
        (before, after, municipalities) => {
          const rows = editionOf(after).rows
          const choice = { municipalities, services: [] }
          const found = compareEdition(rows, known(editionOf(before).rows), choice)
          const heaps = [
            ...found.fresh,
            ...found.same,
            ...found.changed.map(({ row }) => row),
            ...found.alike.map(({ row }) => row),
          ]
          expect(heaps.map((row) => row.no).sort()).toEqual(
            rows
              .filter((row) => isChosen(row, choice))
              .map((row) => row.no)
              .sort(),
          )
          const onList = new Set(rows.map((row) => row.no))
          expect(found.gone.filter((entry) => onList.has(entry.no))).toEqual([])
        },
      ),
    )
  })
})

test('what staff wrote since the last edition stays; otherwise the edition counts', () => {
  expect(merged('old', 'old', 'new')).toBe('new')
  expect(merged('by staff', 'old', 'new')).toBe('by staff')
})
