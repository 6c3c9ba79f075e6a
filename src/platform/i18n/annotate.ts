import { countedPattern, readCounted } from './counted.ts'
import { hasKanji, ruby, rubyWord, toHiragana } from './ruby.ts'
import { contextual, terms } from './terms.ts'
import type { Tokenise } from './tokens.ts'

// Longest first: of two terms that begin alike the longer one is meant.
const known = Object.keys(terms)
  .toSorted((a, b) => b.length - a.length)
  .join('|')

const contexts = contextual.map(([pattern], index) => `(?<at${index}>${pattern})`).join('|')

const splitter = new RegExp(`${contexts}|(?<counted>${countedPattern})|${known}`, 'gu')

/** Text → the same text with ruby. Terms of ours and counted things first, the dictionary for the rest. */
export const annotator =
  (tokenise: Tokenise) =>
  (text: string): string => {
    let out = ''
    let done = 0
    for (const found of text.matchAll(splitter)) {
      out += fromDictionary(text.slice(done, found.index), tokenise) + fromTerms(found)
      done = found.index + found[0].length
    }
    return out + fromDictionary(text.slice(done), tokenise)
  }

const fromTerms = (found: RegExpExecArray): string => {
  const [text] = found
  const context = contextual.find((_, index) => found.groups?.[`at${index}`])
  if (context) return ruby(text, context[1])
  if (!found.groups?.['counted']) return rubyWord(text, terms[text] ?? '')
  const { before, written, reading } = readCounted(text)
  return before + ruby(written, reading)
}

// kuromoji counts in UTF-16 units and loses text beside characters of two units, such as 𠮷: they go round it.
const beyond = /([\u{10000}-\u{10ffff}]+)/u

const fromDictionary = (text: string, tokenise: Tokenise): string =>
  text
    .split(beyond)
    .map((part) => (hasKanji(part) && !beyond.test(part) ? tokenised(part, tokenise) : part))
    .join('')

const tokenised = (text: string, tokenise: Tokenise): string => {
  const tokens = tokenise(text)
  if (tokens.map((token) => token.surface_form).join('') !== text) return text
  return tokens.map((token) => rubyWord(token.surface_form, toHiragana(token.reading ?? ''))).join('')
}
