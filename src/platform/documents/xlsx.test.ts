import { expect, test } from 'vitest'
import { readWorkbook } from '#test/documents/read-workbook.ts'
import { writeSheets } from './xlsx.ts'

test('a workbook keeps figures as numbers and text as text, formulas included', async () => {
  const bytes = await writeSheets([
    {
      name: '令和8年度/実績',
      rows: [
        ['項目', '回数'],
        ['=HYPERLINK("x")', 12],
        ['居場所', null],
      ],
    },
  ])
  const [sheet] = await readWorkbook(bytes)
  expect(sheet?.name).toBe('令和8年度 実績')
  expect(sheet?.rows.slice(0, 2)).toEqual([
    ['項目', '回数'],
    ['=HYPERLINK("x")', 12],
  ])
  expect(new TextDecoder('latin1').decode(bytes)).not.toContain('<f>')
})
