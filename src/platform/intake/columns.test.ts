import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mappingTroubles, proposeMapping } from './columns.ts'
import type { IntakeField } from './kinds.ts'
import { readRows } from './read-rows.ts'

const field = (key: string, type: IntakeField['type'], names: string[] = [], required = false): IntakeField => ({
  key,
  type,
  names,
  required,
  label: { ja: key, en: key, easy: key },
})

const fields = [
  field('氏名', 'text', ['名前'], true),
  field('よみ', 'reading', ['フリガナ']),
  field('登録日', 'day'),
  field('回数', 'count'),
  field('開始', 'minute'),
  field('メール', 'email'),
  field('電話', 'phone'),
]

describe('which column holds what', () => {
  test('is proposed from the headings, whatever their width, spaces and signs', () => {
    expect(proposeMapping(['No.', '名 前', 'ﾌﾘｶﾞﾅ', '（登録日）', '回数※'], fields)).toEqual({
      氏名: 1,
      よみ: 2,
      登録日: 3,
      回数: 4,
      開始: null,
      メール: null,
      電話: null,
    })
  })

  test('each column is proposed once, and what is not certain stays open', () => {
    const two = [field('氏名', 'text'), field('名前', 'text', ['氏名'])]
    expect(proposeMapping(['氏名'], two)).toEqual({ 氏名: 0, 名前: null })
    expect(proposeMapping(['氏名または団体名'], two)).toEqual({ 氏名: null, 名前: null })
  })

  test('a field that is needed and a column chosen twice stand in the way', () => {
    expect(mappingTroubles({ 氏名: null, よみ: 2, 登録日: 2 }, fields)).toEqual([
      { field: '氏名', kind: 'missing' },
      { field: '登録日', kind: 'twice' },
    ])
    expect(mappingTroubles({ 氏名: 0 }, fields)).toEqual([])
  })
})

describe('reading a row', () => {
  const mapping = { 氏名: 0, よみ: 1, 登録日: 2, 回数: 3, 開始: 4, メール: 5, 電話: 6 }
  const read = (...cells: string[]) => readRows({ rows: [['headings'], cells], lines: [1, 2] }, mapping, fields)[0]

  test('reads every type, and empty cells as nothing', () => {
    expect(
      read('髙﨑 𠮷', 'ﾀｶｻｷ', 'R6.4.1', '１２回', '9時30分', ' A@Example.jp ', '９０－１２３４－５６７８'),
    ).toMatchObject({
      line: 2,
      troubles: [],
      values: {
        氏名: '髙﨑 𠮷',
        よみ: 'タカサキ',
        登録日: '2024-04-01',
        回数: 12,
        開始: 570,
        メール: 'a@example.jp',
        電話: '90-1234-5678',
      },
    })
    expect(read('見本')).toMatchObject({ troubles: [], values: { 登録日: null, 電話: null } })
  })

  test('a leading zero that a spreadsheet ate comes back', () => {
    expect(read('見本', '', '', '', '', '', '312345678')?.values['電話']).toBe('0312345678')
  })

  test.each([
    ['missing', ['', 'よみ']],
    ['formula', ['=1+1']],
    ['formula', ['＝1+1']],
    ['lost_letters', ['見〓']],
    ['too_long', ['あ'.repeat(2_001)]],
    ['not_a_day', ['見本', '', '令和6年']],
    ['not_a_count', ['見本', '', '', '三']],
    ['not_a_time', ['見本', '', '', '', '朝']],
    ['not_an_address', ['見本', '', '', '', '', 'a@']],
    ['not_a_phone', ['見本', '', '', '', '', '', '12']],
  ])('%s is said of its cell', (kind, cells) => {
    expect(read(...cells)?.troubles).toEqual([expect.objectContaining({ kind })])
  })

  test('any cells give values or troubles, and never lose a cell', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 9 }), (cells) => {
        expect(read(...cells)?.cells).toEqual(cells)
      }),
    )
  })
})
