import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unfolded } from './attendance-grid.ts'
import { attendanceStates } from './core/completion.ts'
import { attendanceWritten } from './core/listed-attendance.ts'
import { stateWord } from './web/attendance-words.ts'

const headings = { no: '回', day: '日付', state: '出欠' }

test('a column for each meeting becomes a row for each meeting', () => {
  const grid = [
    ['課程', '氏名', '第１回（2024/6/1）', '第2回 令和6年6月8日', '備考'],
    ['基礎', '見本 葵', '○', '×', 'あ'],
    ['基礎', '例 空', '', '遅刻'],
  ]
  const { rows, from } = unfolded(grid, headings)
  expect(rows).toEqual([
    ['課程', '氏名', '備考', '回', '日付', '出欠'],
    ['基礎', '見本 葵', 'あ', '1', '2024-06-01', '○'],
    ['基礎', '見本 葵', 'あ', '2', '2024-06-08', '×'],
    ['基礎', '例 空', '', '2', '2024-06-08', '遅刻'],
  ])
  expect(from).toEqual([0, 1, 1, 2])
})

test('without numbers the days count themselves, whatever their order', () => {
  const {
    rows: [, ...rows],
  } = unfolded(
    [
      ['氏名', '45451', '2024-06-01（土）'],
      ['見本 葵', '○', '×'],
    ],
    headings,
  )
  expect(rows).toEqual([
    ['見本 葵', '2', '2024-06-08', '○'],
    ['見本 葵', '1', '2024-06-01', '×'],
  ])
})

test('a table with a row for each meeting stays as it is', () => {
  const table = [
    ['氏名', '日付', '2024-06-01'],
    ['見本 葵', '2024-06-08', ''],
  ]
  expect(unfolded(table, headings)).toEqual({ rows: table, from: [0, 1] })
})

test('any table becomes a table, and no attendance is lost', () => {
  const cell = fc.constantFrom('', '○', '×', '2024-06-01', '第1回 2024-06-01', '2024/6/8', '氏名')
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 }), (rows) => {
      const { rows: made, from } = unfolded(rows, headings)
      expect(from.length).toBe(made.length)
      const width = made[0]?.length ?? 0
      if (made[0]?.at(-1) === '出欠') for (const row of made) expect(row.length).toBe(width)
      else expect(made).toEqual(rows)
    }),
  )
})

test('our own words for attendance are read back, in every language', () => {
  for (const locale of ['ja', 'en', 'easy'] as const)
    expect(attendanceStates.map((state) => attendanceWritten(stateWord(state, locale)))).toEqual([...attendanceStates])
})
