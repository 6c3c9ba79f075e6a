import { no, ok, type Result } from '#kernel/result.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Feeling, feelingOf } from '../core/feelings.ts'
import { ownSession, sessionFor } from '../data/reached.ts'
import { findNote, findWord, keepNote, keepWord, removeWord, type SessionWord } from '../data/session-texts.ts'

const feelingField = 'training.session_word.feeling_sealed'
const wordsField = 'training.session_word.words_sealed'
const noteField = 'training.session_note.text_sealed'

export interface HowItWas {
  feeling: Feeling | null
  words: string
  shown: boolean
}

export type SayBlocker = 'not_yet'

/** How the session was for the actor. It is theirs; everything may be left out. Answers whether words call for somebody. */
export const sayHowItWas = async (
  ctx: Ctx,
  sessionId: string,
  said: HowItWas,
): Promise<Result<{ risk: boolean }, SayBlocker> | null> => {
  const own = await ownSession(ctx.tx, ctx.actor, sessionId)
  if (!own) return null
  if (own.session.startsAt > ctx.now) return no('not_yet')
  const { personId } = ctx.actor
  const enrolmentId = own.enrolment.id
  const row = rowOf(enrolmentId, sessionId)
  await keepWord(ctx.tx, ctx.actor.programmeId, {
    enrolmentId,
    sessionId,
    feelingSealed: said.feeling && (await ctx.vault.seal(personId, feelingField, row, said.feeling)),
    wordsSealed: said.words ? await ctx.vault.seal(personId, wordsField, row, said.words) : null,
    shown: said.shown,
    at: ctx.now,
  })
  ctx.audit.wrote({ action: 'say', kind: 'training.session_word', id: sessionId, subject: personId })
  const risk = hasWordsOfRisk(said.words)
  if (risk) await ctx.outbox.emit('training.words_of_risk', { personId })
  return ok({ risk })
}

/** The person takes back what they said. */
export const takeBackHowItWas = async (ctx: Ctx, sessionId: string): Promise<boolean> => {
  const own = await ownSession(ctx.tx, ctx.actor, sessionId)
  if (!own) return false
  await removeWord(ctx.tx, ctx.actor.programmeId, { sessionId, enrolmentId: own.enrolment.id })
  ctx.audit.wrote({ action: 'take_back', kind: 'training.session_word', id: sessionId, subject: ctx.actor.personId })
  return true
}

/** What somebody said, for those who may read it; read by others than its owner, it is noted. */
export const openWord = async (ctx: Ctx, sessionId: string, word: SessionWord): Promise<HowItWas> => {
  const { personId, enrolmentId, feelingSealed, wordsSealed } = word
  if (personId !== ctx.actor.personId) {
    ctx.audit.read({ kind: 'training.session_word', id: sessionId, subject: personId, classes: ['care'] })
  }
  const row = rowOf(enrolmentId, sessionId)
  const feeling = feelingSealed && (await ctx.vault.open(personId, feelingField, row, feelingSealed))
  return {
    feeling: feeling ? feelingOf(feeling) : null,
    words: wordsSealed ? await ctx.vault.open(personId, wordsField, row, wordsSealed) : '',
    shown: word.shown,
  }
}

/** What the actor said of the session. */
export const ownWord = async (ctx: Ctx, sessionId: string, enrolmentId: string): Promise<HowItWas | null> => {
  const word = await findWord(ctx.tx, ctx.actor.programmeId, { sessionId, enrolmentId })
  return word && word.personId === ctx.actor.personId ? openWord(ctx, sessionId, word) : null
}

const rowOf = (enrolmentId: string, sessionId: string): string => `${enrolmentId}/${sessionId}`

/** The note on a session as a whole, as staff of the run read it. */
export const readNote = async (ctx: Ctx, sessionId: string): Promise<{ text: string; version: number }> => {
  const note = await findNote(ctx.tx, ctx.actor.programmeId, sessionId)
  if (!note) return { text: '', version: 0 }
  const { programmeSubject } = ctx.vault
  return { text: await ctx.vault.open(programmeSubject, noteField, sessionId, note.textSealed), version: note.version }
}

/** Writes the note; null where the session is not theirs, `stale` where somebody wrote meanwhile. */
export const writeNote = async (
  ctx: Ctx,
  sessionId: string,
  note: { text: string; version: number },
): Promise<Result<null, 'stale'> | null> => {
  if (!(await sessionFor(ctx.tx, ctx.actor, sessionId))) return null
  const kept = await keepNote(ctx.tx, ctx.actor.programmeId, {
    sessionId,
    textSealed: await ctx.vault.seal(ctx.vault.programmeSubject, noteField, sessionId, note.text),
    at: ctx.now,
    by: ctx.actor.membershipId,
    version: note.version,
  })
  if (!kept) return no('stale')
  ctx.audit.wrote({ action: 'note', kind: 'training.session', id: sessionId })
  return ok(null)
}
