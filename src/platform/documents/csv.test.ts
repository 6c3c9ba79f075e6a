import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText, NotCsv, readCsv, writeCsv } from './csv.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

test('what is written is read again, whatever stands in the cells', () => {
  const start = fc.constantFrom(
    '',
    "'",
    "''",
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '＝',
    '＋',
    '－',
    '＠',
    '\ufeff',
    '"',
    ',',
  )
  const cell = fc.tuple(start, start, fc.string({ unit: 'grapheme' })).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const written = writeCsv(rows)
      expect(readCsv(bytesOf(written))).toEqual(rows)
      const asSpreadsheetsRead = parse(written, { bom: true, relax_column_count: true }) as string[][]
      expect(asSpreadsheetsRead.flat().filter((text) => /^[=+\-@\t\r\n＝＋－＠]/.test(text))).toEqual([])
    }),
  )
})

test('a file for Excel begins with the mark and ends its lines with CRLF', () => {
  expect(
    writeCsv([
      ['氏名', '回数'],
      ['見本', 3],
      [null, -5],
    ]),
  ).toBe('\ufeff氏名,回数\r\n見本,3\r\n,-5\r\n')
})

test.each(['=1+1', '+81', '-2', '@x', '\tx', '\rx', '\n=1', '＝1', '＋1', '－1', '＠x', "'=1"])(
  '%j is not run as a formula',
  (text) => {
    expect(writeCsv([[text]])).toContain(`'${text}`)
  },
)

test('UTF-8, Shift_JIS and UTF-16 are told apart', () => {
  expect(decodeText(bytesOf('\ufeff見本'))).toEqual({ text: '見本', encoding: 'utf-8' })
  expect(decodeText(new Uint8Array([0x8c, 0xa9, 0x96, 0x7b]))).toEqual({ text: '見本', encoding: 'shift_jis' })
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x8b, 0x89, 0x2c, 0x67]))).toEqual({
    text: '見本',
    encoding: 'utf-16le',
  })
})

test('quotes, lines within cells and rows of different length are read', () => {
  expect(readCsv(bytesOf('a,b\r\n"x ""y""\nz",1\r\n\r\nshort\r\n'))).toEqual([['a', 'b'], ['x "y"\nz', '1'], ['short']])
})

test('what is no table says so', () => {
  expect(() => readCsv(bytesOf('a,b\n"never closed'))).toThrow(NotCsv)
})
