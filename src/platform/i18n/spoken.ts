/** A name inside a sentence, with its stored reading. Only `spoken` makes one, so no dictionary is given a name without it. */
export type Spoken = string & { readonly spoken: unique symbol }

// Unicode's own marks for text with a reading. They last until the page is finished; nobody can type them into a form.
const mark = /\uFFF9([^\uFFF9-\uFFFB]*)\uFFFA([^\uFFF9-\uFFFB]*)\uFFFB/
const everyMark = new RegExp(mark, 'g')

/** For a sentence, a label, a refusal: wherever `<Name>` cannot stand. Without a stored reading the name stays as it is written. */
export const spoken = ({ name, kana = '' }: { name: string; kana?: string }): Spoken =>
  `\uFFF9${withoutMarks(name)}\uFFFA${withoutMarks(kana)}\uFFFB` as Spoken

/** What was typed, without the marks. */
export const withoutMarks = (text: string): string => text.replace(/[\uFFF9-\uFFFB]/g, '')

/** The same text with the names as they are written. */
export const namesOnly = (text: string): string => (text.includes('\uFFF9') ? text.replace(everyMark, '$1') : text)

/** Rewrites the names and the text around them, each in its own way. */
export const besideNames = (
  text: string,
  around: (part: string) => string,
  read: (name: string, reading: string) => string,
): string => {
  let out = ''
  let rest = text
  for (let found = mark.exec(rest); found; found = mark.exec(rest)) {
    out += around(rest.slice(0, found.index)) + read(found[1] ?? '', found[2] ?? '')
    rest = rest.slice(found.index + found[0].length)
  }
  return out + around(rest)
}
