import type { Ctx } from '#platform/http/call.ts'
import { openWords, putSealed, wordColumns, wordField } from '../data/old-words.ts'

/** Words about people that were written before they were sealed move under the key of whom they are about. */
export const sealOldWords = async ({ tx, vault, actor }: Ctx): Promise<void> => {
  for (const column of wordColumns) {
    let left = await openWords(tx, actor.programmeId, column)
    while (left.length > 0) {
      await vault.warm(left.map(({ personId }) => personId))
      for (const { id, personId, text } of left) {
        const sealed = await vault.seal(personId, wordField(column), id, text)
        await putSealed(tx, actor.programmeId, column, { id, sealed })
      }
      left = await openWords(tx, actor.programmeId, column)
    }
  }
}
