const katakana = /[\u30a1-\u30f6]/g

/** Folds what people type for the same name: full and half width, katakana and hiragana, capitals and spaces. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(katakana, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .toLowerCase()
    .replace(/[\s・]+/g, '')
