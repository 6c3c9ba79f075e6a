/** Stands where a character cannot be printed, as printers have always done. */
export const unknownMark = '〓'

const invisible = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}\ufeff]/gu

// Text that turns the direction of what follows, or that no eye sees, would let a document read differently than it looks.
const cleaned = (text: string, notShown: ReadonlySet<string>): string =>
  [
    ...text
      .toWellFormed()
      .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
      .replaceAll('\t', ' ')
      .replaceAll(invisible, ''),
  ]
    .map((character) => (notShown.has(character) ? unknownMark : character))
    .join('')

/** The same data with nothing in its texts that cannot be printed. Numbers, names of fields and lists stay. */
export const printable = (data: unknown, notShown: ReadonlySet<string> = new Set()): unknown => {
  if (typeof data === 'string') return cleaned(data, notShown)
  if (Array.isArray(data)) return data.map((one) => printable(one, notShown))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printable(value, notShown)]))
}
