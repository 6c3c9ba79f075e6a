// Crockford's letters: none that a reader takes for another one.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 25

/** 125 of these bits as letters that can be typed from paper. */
export const codeFrom = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  return Array.from({ length }, (_, at) => letters[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join('')
}

/** In groups of five, as the paper shows it. */
export const printedCode = (code: string): string => code.match(/.{5}/g)?.join('-') ?? code

const shape = new RegExp(`^[${letters}]{${length}}$`)

/** What somebody typed or scanned; null where it cannot be a code. */
export const readCode = (typed: string): string | null => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}ー−]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return shape.test(code) ? code : null
}

/** A name as it is compared: width, spaces, capital letters and variants of one character make no difference. */
export const comparedName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, '')
    .toLowerCase()

/** What code and name together are kept and looked for as, before it is hashed; neither is found without the other. */
export const proofText = (code: string, name: string): string => `${code} ${comparedName(name)}`
