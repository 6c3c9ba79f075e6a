import type { Ctx } from '#platform/http/call.ts'
import { openWords, putSealed, wordColumns, wordField } from '../data/old-words.ts'

// So many of each kind at a time: whoever writes meanwhile waits for no more than that.
const atOnce = 200

/** Words about people that were written before they were sealed move under the key of whom they are about. */
export const sealOldWords = async ({ tx, vault, actor }: Ctx): Promise<'more' | 'done'> => {
  let isFull = false
  for (const column of wordColumns) {
    const words = await openWords(tx, actor.programmeId, column, atOnce)
    await vault.warm(words.map(({ personId }) => personId))
    for (const word of words) {
      const sealed = await vault.seal(word.personId, wordField(column), word.id, word.text)
      await putSealed(tx, actor.programmeId, column, { ...word, sealed })
    }
    isFull ||= words.length === atOnce
  }
  return isFull ? 'more' : 'done'
}
