import { expect, test } from 'vitest'
import { openDocuments } from '#platform/documents/pdf.ts'
import { writeSheets, xlsxType } from '#platform/documents/xlsx.ts'
import { day } from '#kernel/calendar-day.ts'
import { pressed } from '#test/documents/pressed.ts'
import { readAnswer } from './read-answer.ts'

const mark = 'よその事業のことば'
const answer = (type: string, body: string | Uint8Array) =>
  new Response(new Blob([new Uint8Array(Buffer.from(body))]), { headers: { 'content-type': type } })

test('a word in a workbook is found, though it is packed', async () => {
  const bytes = await writeSheets([{ name: '一覧', rows: [['名前'], [`${mark}さん`]] }])
  expect(Buffer.from(bytes).includes(mark)).toBe(false)
  expect(await readAnswer(answer(xlsxType, bytes))).toEqual({ kind: 'workbook', words: expect.stringContaining(mark) })
})

test('and in a paper, though its letters are numbers of shapes', async () => {
  const documents = openDocuments({ own: null, onProblem: () => {} })
  const kind = {
    name: 'note',
    folder: 'test/documents',
    orderOf: (words: string) => ({ title: '見本', on: day('2026-11-22'), data: { words } }),
  }
  const { bytes } = await pressed(await documents.of(1).paper(kind, `${mark}です`))
  documents.close()
  expect(Buffer.from(bytes).includes(mark)).toBe(false)
  expect(await readAnswer(answer('application/pdf', bytes))).toEqual({
    kind: 'paper',
    words: expect.stringContaining(mark),
  })
})

test('and in a calendar, where a full line is broken', async () => {
  const text = `SUMMARY:${mark.slice(0, 3)}\r\n ${mark.slice(3)}\r\n`
  expect(await readAnswer(answer('text/calendar; charset=utf-8', text))).toEqual({
    kind: 'calendar',
    words: expect.stringContaining(mark),
  })
})
