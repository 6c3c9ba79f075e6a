import { namesOf } from '#domains/people/index.ts'
import type { Call } from '#platform/http/call.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { runWords } from './run-words.ts'

/** What was done, and whose other plans it runs into: names only, never what they have planned. */
export const busyText = async (call: Call, done: string, busy: readonly string[]): Promise<string> => {
  if (busy.length === 0) return done
  const t = runWords[call.reader.locale]
  const names = await namesOf(call.tx, call.actor.programmeId, busy)
  const gap = call.reader.locale === 'en' ? '. ' : '。'
  return `${done}${gap}${t.busy([...names.values()].map(spoken).join(t.join))}`
}
