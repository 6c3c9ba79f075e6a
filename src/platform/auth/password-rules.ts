import { commonPhrases, commonWords } from './common-words.ts'

export const passwordMin = 15
export const passwordMax = 200

export type PasswordBlocker =
  | { code: 'too-short'; have: number }
  | { code: 'too-long' }
  | { code: 'repeats' }
  | { code: 'sequence' }
  | { code: 'common' }
  | { code: 'about-you' }

/** The form in which a password is counted, hashed and compared: the same letters from every keyboard. */
export const normalPassword = (text: string): string => text.normalize('NFKC')

/**
 * What stands in the way of a password: length and guessability, never kinds of characters (NIST SP 800-63B-4).
 * `context`: what anybody knows of the person: parts of the mail address, the programme's names.
 */
export const passwordBlockers = (text: string, context: readonly string[]): PasswordBlocker[] => {
  const letters = [...normalPassword(text)]
  if (letters.length < passwordMin) return [{ code: 'too-short', have: letters.length }]
  if (letters.length > passwordMax) return [{ code: 'too-long' }]
  const plain = plainOf(letters.join(''))
  if (new Set(plain).size < 6 || isRepeated(plain)) return [{ code: 'repeats' }]
  if (isMostlySequence(plain)) return [{ code: 'sequence' }]
  if (commonPhrases.some((phrase) => plain.includes(phrase) && plain.length - phrase.length < ownLetters))
    return [{ code: 'common' }]
  const withoutWords = cutOut(plain, knownWords)
  if (isThin(withoutWords)) return [{ code: 'common' }]
  const facts = context.flatMap(contextWords)
  if (isThin(cutOut(cutOut(plain, inOrder(facts)), knownWords))) return [{ code: 'about-you' }]
  return []
}

// What must be left when everything guessable is cut out.
const ownLetters = 8

const isThin = (rest: string): boolean => {
  const letters = [...rest]
  return letters.length < ownLetters || new Set(letters).size < 5 || isMostlySequence(rest)
}

const swaps: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Lower case, without spaces and signs between words. Katakana and hiragana count as one. */
const plainOf = (text: string): string =>
  [...text.toLowerCase()]
    .map(hiragana)
    .filter((letter) => !/[\s\-_.,・、。]/u.test(letter))
    .join('')

const hiragana = (letter: string): string => {
  const code = letter.codePointAt(0) ?? 0
  return code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : letter
}

/** One block said again and again: 'abcabcabcabcabc'. The last one may be cut off. */
const isRepeated = (text: string): boolean => {
  const letters = [...text]
  for (let block = 1; block <= letters.length / 2; block += 1) {
    if (letters.every((letter, i) => i < block || letter === letters[i - block])) return true
  }
  return false
}

const rows = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
]
const steps = new Set(
  rows.flatMap((row) => [...row].slice(1).flatMap((to, i) => [`${[...row][i]}${to}`, `${to}${[...row][i]}`])),
)

/** Neighbours on the keyboard, in the alphabet or in the syllabary, for three quarters of the way. */
const isMostlySequence = (text: string): boolean => {
  const letters = [...text]
  if (letters.length < 2) return true
  const near = letters.slice(1).filter((to, i) => isStep(letters[i] ?? '', to)).length
  return near / (letters.length - 1) >= 0.75
}

const isStep = (from: string, to: string): boolean =>
  Math.abs((from.codePointAt(0) ?? 0) - (to.codePointAt(0) ?? 0)) <= 1 ||
  steps.has(from + to) ||
  from + to === '90' ||
  from + to === '09'

const unswapped = (text: string): string => [...text].map((letter) => swaps[letter] ?? letter).join('')

const inOrder = (words: readonly string[]): string[] => words.map(unswapped).toSorted((a, b) => b.length - a.length)

const knownWords = inOrder(commonWords)

/** The text without these words, also where digits stand for their letters. Longest first. */
const cutOut = (text: string, words: readonly string[]): string => {
  let rest = text
  let bare = unswapped(text)
  for (const word of words) {
    for (let at = bare.indexOf(word); at >= 0; at = bare.indexOf(word)) {
      rest = rest.slice(0, at) + rest.slice(at + word.length)
      bare = bare.slice(0, at) + bare.slice(at + word.length)
    }
  }
  return rest
}

const contextWords = (fact: string): string[] => {
  const whole = plainOf(normalPassword(fact))
  const parts = normalPassword(fact)
    .split(/[\s@.\-_+・]/u)
    .map(plainOf)
  return [whole, ...parts].filter((word) => [...word].length >= 3)
}
