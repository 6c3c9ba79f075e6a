import { unpack } from '#platform/documents/zip-parts.ts'
import { readPdf } from '#test/documents/read-pdf.ts'

export type AnswerKind = 'page' | 'table' | 'calendar' | 'workbook' | 'paper' | 'other'

/** What an answer says, whatever it is packed in. */
export interface ReadAnswer {
  kind: AnswerKind
  words: string
}

/** Reads a page, the parts of a workbook, the text of a paper. An answer of another kind is taken as text. */
export const readAnswer = async (answer: Response): Promise<ReadAnswer> => {
  const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
  const kind = kinds[type] ?? 'other'
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return { kind, words: await wordsIn(kind, bytes) }
}

const kinds: Readonly<Record<string, AnswerKind>> = {
  'text/html': 'page',
  'text/csv': 'table',
  'text/calendar': 'calendar',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'workbook',
  'application/pdf': 'paper',
}

const wordsIn = async (kind: AnswerKind, bytes: Uint8Array): Promise<string> => {
  if (kind === 'workbook') return wordsOfWorkbook(bytes)
  if (kind === 'paper') {
    const { text, title, alts, xmp } = await readPdf(bytes)
    return [title, text, ...alts, xmp].join('\n')
  }
  const text = new TextDecoder().decode(bytes)
  // A calendar's lines are folded wherever they are full.
  return kind === 'calendar' ? text.replaceAll('\r\n ', '') : text
}

// When it was made stands in its properties, and nothing else that is told.
const wordsOfWorkbook = (bytes: Uint8Array): string => {
  const parts = unpack(bytes, { parts: 200, bytes: 50_000_000 })
  if (!parts.ok) throw new Error(`a workbook that cannot be opened: ${parts.error}`)
  const told = parts.value.filter(({ name }) => name !== 'docProps/core.xml')
  return told.map((part) => new TextDecoder().decode(part.bytes)).join('\n')
}
