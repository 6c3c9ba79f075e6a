import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attendanceIntake } from '#domains/training/index.ts'
import { peopleIntake } from '#domains/people/index.ts'
import { registrationIntake } from '#domains/registration/index.ts'
import { visitsIntake } from '#domains/visits/index.ts'
import { addDays, day } from '#kernel/calendar-day.ts'
import { minuteText } from '#kernel/time.ts'
import { writeCsv } from '#platform/documents/csv.ts'
import { tableOf } from '#platform/documents/table-bytes.ts'
import { writeSheets } from '#platform/documents/xlsx.ts'
import { mappingTroubles, proposeMapping } from '#platform/intake/columns.ts'
import type { CellValue, FieldType, IntakeField } from '#platform/intake/kinds.ts'
import { readRows } from '#platform/intake/read-rows.ts'

const kinds = { peopleIntake, registrationIntake, attendanceIntake, visitsIntake }

const word = fc
  .array(fc.constantFrom(...'見本例空海髙﨑𠮷ァヴーあいう・ Aa1-+=@"、,\''), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join('').replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !text.startsWith('='))
const minute = fc.integer({ min: 0, max: 1_439 })
const date = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1950-01-01'), days))

/** A value of a field, and how our own lists write it into a cell. */
const valueOf: Record<FieldType, fc.Arbitrary<{ value: CellValue; cell: string | number }>> = {
  text: word.map((value) => ({ value, cell: value })),
  reading: word.map((value) => ({ value, cell: value })),
  day: date.map((value) => ({ value, cell: value })),
  moment: fc
    .tuple(date, minute)
    .map(([on, at]) => `${on} ${minuteText(at)}`)
    .map((value) => ({ value, cell: value })),
  count: fc.nat({ max: 999_999 }).map((value) => ({ value, cell: value })),
  minute: minute.map((value) => ({ value, cell: minuteText(value) })),
  email: fc.constantFrom('a@example.jp', 'b.c@example.jp').map((value) => ({ value, cell: value })),
  phone: fc.constantFrom('03-1111-2222', '090-1234-5678', '0312345678').map((value) => ({ value, cell: value })),
}

const rowOf = (fields: readonly IntakeField[]) =>
  fc.tuple(
    ...fields.map((field) => {
      const filled = valueOf[field.type]
      return field.required ? filled : fc.oneof(filled, fc.constant({ value: null, cell: '' }))
    }),
  )

describe.each(Object.entries(kinds))('%s', (_, { fields }) => {
  test('what is written comes back equal, as CSV and as a workbook', async () => {
    const locale = fc.constantFrom('ja' as const, 'en' as const)
    await fc.assert(
      fc.asyncProperty(fc.array(rowOf(fields), { minLength: 1, maxLength: 5 }), locale, async (rows, lang) => {
        const table = [fields.map((field) => field.label[lang]), ...rows.map((row) => row.map(({ cell }) => cell))]
        const files = [new TextEncoder().encode(writeCsv(table)), await writeSheets([{ name: 'x', rows: table }])]
        for (const bytes of files) {
          const file = await tableOf(bytes)
          const sheet = (file.ok ? file.value.sheets[0] : null) ?? { rows: [], lines: [] }
          const mapping = proposeMapping(sheet.rows[0] ?? [], fields)
          expect(mappingTroubles(mapping, fields)).toEqual([])
          const read = readRows(sheet, mapping, fields)
          expect(read.map(({ troubles }) => troubles)).toEqual(rows.map(() => []))
          expect(read.map(({ values }) => fields.map((field) => values[field.key]))).toEqual(
            rows.map((row) => row.map(({ value }) => value)),
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  test('any bytes give a sentence or rows', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const file = await tableOf(bytes)
        if (!file.ok) expect(file.error.kind).not.toBe('')
        for (const sheet of file.ok ? file.value.sheets : []) {
          const read = readRows(sheet, proposeMapping(sheet.rows[0] ?? [], fields), fields)
          expect(read.length).toBe(Math.max(0, sheet.rows.length - 1))
          for (const row of read)
            for (const field of fields)
              if (field.required && row.values[field.key] === null)
                expect(row.troubles.some((trouble) => trouble.field === field.key)).toBe(true)
        }
      }),
    )
  })

  test('its headings say one thing each, in every language', () => {
    for (const lang of ['ja', 'en', 'easy'] as const) {
      const headings = fields.map((field) => field.label[lang])
      expect(proposeMapping(headings, fields)).toEqual(
        Object.fromEntries(fields.map((field, index) => [field.key, index])),
      )
    }
  })

  test('every reason is said in every language', () => {
    const { reasons } = Object.values(kinds).find((kind) => kind.fields === fields) ?? peopleIntake
    expect(Object.keys(reasons.en)).toEqual(Object.keys(reasons.ja))
  })
})
