import { join } from 'node:path'
import { projectRoot } from '#platform/config/root.ts'

/** A word as written, with its reading in katakana where the dictionary knows it. */
export interface Token {
  surface_form: string
  reading?: string | undefined
}

export type Tokenise = (text: string) => Token[]

/** Loads the dictionary: 0.7 s and some 280 MB, so only when somebody reads with furigana. */
export const loadTokeniser = async (): Promise<Tokenise> => {
  const { default: kuromoji } = await import('@sglkc/kuromoji')
  const dicPath = join(projectRoot, 'node_modules/@sglkc/kuromoji/dict')
  return new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, tokenizer) => {
      if (error) reject(error)
      else resolve((text) => tokenizer.tokenize(text))
    })
  })
}
