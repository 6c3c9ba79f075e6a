import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { packed } from '#test/packed.ts'
import { writeCsv } from './csv.ts'
import { tableLimits, tableOf } from './table-bytes.ts'
import { readTableFile } from './table-file.ts'
import { writeSheets } from './xlsx.ts'
import { unpack } from './zip-parts.ts'

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

const sheetXml = (cells: string): string =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`

const workbook = async (more: { name: string; xml: string }): Promise<Uint8Array> => {
  const parts = [
    {
      name: '[Content_Types].xml',
      xml: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: 'xl/workbook.xml',
      xml: '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
    },
    more,
  ]
  return packed(parts.map(({ name, xml }) => ({ name, bytes: text(xml) })))
}

describe('tables that offices send', () => {
  test('a workbook: text, figures and days', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '名簿',
          columns: [{ header: '氏名' }, { header: '回数' }, { header: '登録日', numFmt: 'yyyy-mm-dd' }],
          rows: [['𠮷田 髙子', 12, new Date('2026-04-01T00:00:00Z')]],
        },
      ],
    })
    const table = await tableOf(bytes)
    expect(table.ok && table.value.encoding).toBe(null)
    expect(table.ok && table.value.sheets[0]?.rows.at(-1)).toEqual(['𠮷田 髙子', '12', '2026-04-01'])
  })

  test.each([
    ['utf-8', text('氏名,ﾌﾘｶﾞﾅ\r\n見本,ﾐﾎﾝ\r\n')],
    ['utf-8', text('\ufeff氏名,ﾌﾘｶﾞﾅ\n見本,ﾐﾎﾝ')],
    [
      'shift_jis',
      Uint8Array.from([0x8e, 0x81, 0x96, 0xbc, 0x2c, 0xcc, 0x0d, 0x0a, 0x8c, 0xa9, 0x96, 0x7b, 0x2c, 0xd0]),
    ],
  ])('a text file in %s', async (encoding, bytes) => {
    const table = await tableOf(bytes)
    expect(table).toMatchObject({ ok: true, value: { encoding } })
    expect(table.ok && table.value.sheets[0]?.rows[1]?.[0]).toBe('見本')
  })

  const cell = fc
    .string({ unit: 'grapheme', maxLength: 8 })
    .filter((value) => !/[\0\ufffd\ufeff]/.test(value) && !value.startsWith("'"))
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
  const isSaid = (row: readonly string[]): boolean => row.some((value) => value !== '')

  test.each([
    ['CSV', async () => text('\r\n氏名,回数\r\n\r\n,\r\n見本,3\r\n"二\r\n行",4\r\n\r\n例,5\r\n')],
    [
      'a workbook',
      async () =>
        writeSheets([
          { name: 'x', rows: [[], ['氏名', '回数'], [], ['', ''], ['見本', 3], ['二\n行', 4], [], ['例', 5]] },
        ]),
    ],
  ])('blank rows of %s are left out, and every other keeps its line', async (_, bytes) => {
    const table = await tableOf(await bytes())
    expect(table.ok && table.value.sheets[0]).toMatchObject({
      rows: [
        ['氏名', '回数'],
        ['見本', '3'],
        [expect.stringContaining('二'), '4'],
        ['例', '5'],
      ],
      lines: [2, 5, 6, 8],
    })
  })

  test('rows that a workbook does not even mention count too', async () => {
    const cell = (at: string, value: number) => `<row r="${at.slice(1)}"><c r="${at}"><v>${value}</v></c></row>`
    const bytes = Buffer.from(await writeSheets([{ name: 'x', rows: [[1]] }]))
    const parts = unpack(bytes, { parts: 100, bytes: 1_000_000 })
    const changed = (parts.ok ? parts.value : []).map((part) =>
      part.name === 'xl/worksheets/sheet1.xml'
        ? {
            ...part,
            bytes: text(
              `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cell('A3', 1)}${cell('A7', 2)}</sheetData></worksheet>`,
            ),
          }
        : part,
    )
    const table = await tableOf(packed(changed))
    expect(table.ok && table.value.sheets[0]).toMatchObject({ rows: [['1'], ['2']], lines: [3, 7] })
  })

  test('what was written as CSV comes back equal, formula-like text included', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows.filter((all) => all.some(isSaid)),
        async (all) => {
          const table = await tableOf(text(writeCsv(all)))
          expect(table.ok && table.value.sheets[0]?.rows).toEqual(all.filter(isSaid))
        },
      ),
    )
  })

  test('what was written as XLSX comes back equal', async () => {
    const safe = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      .filter((value) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value) && value.trim() === value)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(safe, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        async (all) => {
          const table = await tableOf(await writeSheets([{ name: 'x', rows: all }]))
          expect(table.ok && table.value.sheets[0]?.rows).toEqual(all)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('files that are refused with a sentence', () => {
  test('nothing, and blank lines', async () => {
    expect(await tableOf(new Uint8Array())).toEqual({ ok: false, error: { kind: 'empty' } })
    expect(await tableOf(text(',,\r\n,\r\n'))).toEqual({ ok: false, error: { kind: 'empty' } })
  })

  test('more than ten megabytes are not even looked at', async () => {
    const error = { kind: 'too_large', mostBytes: tableLimits.bytes }
    expect(await tableOf(new Uint8Array(tableLimits.bytes + 1))).toEqual({ ok: false, error })
    expect(await readTableFile(new Uint8Array(50_000_000))).toEqual({ ok: false, error })
  })

  test('a bomb that grows beyond the room, whatever it claims of its size', async () => {
    const large = new Uint8Array(tableLimits.unpackedBytes + 1)
    for (const claims of [large.length, 10])
      expect(await tableOf(packed([{ name: 'xl/workbook.xml', bytes: large, claims }]))).toEqual({
        ok: false,
        error: { kind: 'grows_too_large' },
      })
  })

  test('many small parts that together grow beyond the room', async () => {
    const part = new Uint8Array(tableLimits.unpackedBytes / 5)
    const parts = Array.from({ length: 6 }, (_, i) => ({ name: `xl/media/${i}.bin`, bytes: part }))
    expect(await tableOf(packed(parts))).toEqual({ ok: false, error: { kind: 'grows_too_large' } })
  })

  test('a hundred thousand parts', async () => {
    const parts = Array.from({ length: 100_000 }, (_, i) => ({ name: `${i}`, bytes: new Uint8Array() }))
    expect(await tableOf(packed(parts))).toEqual({ ok: false, error: { kind: 'too_many_parts' } })
  })

  test('a directory that leaves it open how many parts there are, so that another reader would follow another one', async () => {
    const bytes = Buffer.from(await workbook({ name: 'xl/worksheets/sheet1.xml', xml: sheetXml('') }))
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    bytes.writeUInt16LE(0xffff, end + 10)
    expect(await tableOf(bytes)).toEqual({ ok: false, error: { kind: 'not_a_table' } })
  })

  test.each([
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    '<!doctype x>',
    '<!DOCTYPE l [<!ENTITY a "a"><!ENTITY b "&a;&a;">]>',
  ])('a document that wants other texts: %s', async (declared) => {
    const bytes = await workbook({
      name: 'xl/worksheets/sheet1.xml',
      xml: `<?xml version="1.0"?>${declared}<worksheet/>`,
    })
    expect(await tableOf(bytes)).toEqual({ ok: false, error: { kind: 'entities' } })
  })

  test.each([
    '<c r="B1"><f>HYPERLINK("x")</f><v>1</v></c>',
    '<c r="A1"><v>1</v></c><c r="B1" s="1"><x:f t="shared"/></c>',
  ])('a formula is named by its cell: %s', async (cells) => {
    const bytes = await workbook({ name: 'xl/worksheets/sheet1.xml', xml: sheetXml(cells) })
    expect(await tableOf(bytes)).toEqual({ ok: false, error: { kind: 'formula', sheet: 'sheet1', cell: 'B1' } })
  })

  const elsewhere = (name: string, xml: string) => async () =>
    tableOf(await workbook({ name, xml: `<?xml version="1.0"?>${xml}` }))
  const name = (words: string): string =>
    `<workbook><definedNames><definedName name="a">${words}</definedName></definedNames></workbook>`
  const rule = (words: string): string =>
    `<worksheet><sheetData/><dataValidations><dataValidation><formula1>${words}</formula1></dataValidation></dataValidations></worksheet>`
  test.each([
    ['a name that computes', 'xl/workbook2.xml', name('SUM(Sheet1!$A$1:$A$9)'), 'hidden_formula'],
    ['a rule for input that computes', 'xl/worksheets/sheet1.xml', rule('INDIRECT(A1)'), 'hidden_formula'],
    ['the same, written in other letters', 'xl/worksheets/sheet1.xml', rule('INDIRECT&#40;A1)'), 'hidden_formula'],
    [
      'the same, of a newer kind',
      'xl/worksheets/sheet1.xml',
      '<worksheet xmlns:xm="x"><sheetData/><extLst><x14:formula1><xm:f>OFFSET(A1,1,1)</xm:f></x14:formula1></extLst></worksheet>',
      'hidden_formula',
    ],
    [
      'a column of a table that computes',
      'xl/tables/table1.xml',
      '<table><calculatedColumnFormula>SUM(A1)</calculatedColumnFormula></table>',
      'hidden_formula',
    ],
    ['a name of another workbook', 'xl/workbook2.xml', name('[1]Sheet1!$A$1'), 'reaches_out'],
    ['the same by its path', 'xl/workbook2.xml', name("'C:\\[名簿.xlsx]Sheet1'!$A$1"), 'reaches_out'],
    ['a service', 'xl/worksheets/sheet1.xml', rule("cmd|'/c calc'!A0"), 'reaches_out'],
    [
      'a colour that fetches',
      'xl/worksheets/sheet1.xml',
      '<worksheet><cfRule><formula>WEBSERVICE("http://x.test")</formula></cfRule></worksheet>',
      'reaches_out',
    ],
    ['another workbook', 'xl/externalLinks/externalLink1.xml', '<externalLink/>', 'reaches_out'],
    [
      'a service’s link',
      'xl/odd.xml',
      '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
      'reaches_out',
    ],
    ['a connection', 'xl/connections.xml', '<connections/>', 'reaches_out'],
    ['a macro', 'xl/vbaProject.bin', '', 'reaches_out'],
    ['a sheet of macros', 'xl/macrosheets/sheet1.xml', '<worksheet/>', 'reaches_out'],
    [
      'a picture from elsewhere',
      'xl/drawings/_rels/drawing1.xml.rels',
      '<Relationships><Relationship Type="http://x/relationships/image" TargetMode="External" Target="http://x.test/a.png"/></Relationships>',
      'reaches_out',
    ],
  ])('%s', async (_, part, xml, kind) => {
    expect(await elsewhere(part, xml)()).toEqual({ ok: false, error: { kind } })
  })

  test.each([
    ['an area to print, and a filter', 'xl/workbook2.xml', name("'名簿 (2)'!$A$1:$D$20")],
    ['a list to choose from', 'xl/worksheets/sheet1.xml', rule('"生活(B型),その他"')],
    [
      'a list on another sheet',
      'xl/worksheets/sheet1.xml',
      '<worksheet><extLst><x14:formula1><xm:f>Sheet2!$A$1:$A$3</xm:f></x14:formula1></extLst></worksheet>',
    ],
    [
      'a colour for some words',
      'xl/worksheets/sheet1.xml',
      '<worksheet><cfRule><formula>NOT(ISERROR(SEARCH("済",A1)))</formula></cfRule></worksheet>',
    ],
    [
      'a mail address that became a link',
      'xl/worksheets/_rels/sheet1.xml.rels',
      '<Relationships><Relationship Type="http://x/relationships/hyperlink" TargetMode="External" Target="mailto:a@b.test"/></Relationships>',
    ],
  ])('but not %s', async (_, part, xml) => {
    const table = await elsewhere(part, xml)()
    expect(table.ok ? null : table.error.kind).not.toMatch(/formula|reaches_out/)
  })

  test('a locked workbook', async () => {
    const bytes = packed([{ name: 'xl/workbook.xml', bytes: text('<x/>'), locked: true }])
    expect(await tableOf(bytes)).toEqual({ ok: false, error: { kind: 'locked' } })
  })

  test('more rows than we take', async () => {
    const bytes = text('a,b\n'.repeat(tableLimits.rows + 2))
    expect(await tableOf(bytes)).toEqual({ ok: false, error: { kind: 'too_many_rows', mostRows: tableLimits.rows } })
  })

  test('a picture', async () => {
    expect(await tableOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toMatchObject({ ok: false })
  })
})

describe('any bytes', () => {
  test('give rows or a trouble', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(typeof (await tableOf(bytes)).ok).toBe('boolean')
      }),
    )
  })

  test('a workbook with some bytes changed too', async () => {
    const whole = await writeSheets([
      {
        name: 'x',
        rows: [
          ['氏名', '回数'],
          ['見本', 3],
        ],
      },
    ])
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, value] of all) bytes[at] = value
        expect(typeof (await tableOf(bytes)).ok).toBe('boolean')
      }),
    )
  })
})

test('a file is read in a thread of its own', async () => {
  expect(await readTableFile(text('氏名,回数\n見本,3\n'))).toEqual({
    ok: true,
    value: {
      encoding: 'utf-8',
      sheets: [
        {
          name: '',
          rows: [
            ['氏名', '回数'],
            ['見本', '3'],
          ],
          lines: [1, 2],
        },
      ],
    },
  })
  expect(await readTableFile(text('"'))).toEqual({ ok: false, error: { kind: 'not_a_table' } })
})
