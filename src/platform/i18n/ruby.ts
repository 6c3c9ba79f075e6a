const kanji = /[々〆ヵヶ㐀-䶿一-鿿豈-﫿]|[\u{20000}-\u{323af}]/u
const kanjiRun = /[々〆㐀-䶿一-鿿豈-﫿\u{20000}-\u{323af}]+/gu

export const hasKanji = (text: string): boolean => kanji.test(text)

export const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))

/** One written part with its reading above it, hidden from what reads aloud. */
export const ruby = (written: string, reading: string): string =>
  `<ruby>${written}<rt aria-hidden="true">${reading}</rt></ruby>`

/** A word with its reading over its kanji only: 申<もう>し込<こ>み. Where the two do not fit together, over the whole word. */
export const rubyWord = (word: string, reading: string): string => {
  if (!hasKanji(word) || reading === '' || reading === word) return word
  const runs = word.match(kanjiRun)
  if (!runs) return word
  const pattern = word.split(kanjiRun).map((kana) => escaped(toHiragana(kana)))
  const found = new RegExp(`^${pattern.join('(.+?)')}$`, 'u').exec(toHiragana(reading))
  if (!found) return ruby(word, reading)
  let index = 0
  return word.replace(kanjiRun, (run) => ruby(run, found[++index] ?? ''))
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
