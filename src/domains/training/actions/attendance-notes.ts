import type { Ctx } from '#platform/http/call.ts'
import { type Entry, hasNote, noteField } from '../data/attendance.ts'

/** An entry with what the person let us know. */
export interface NotedEntry extends Entry {
  note: string
}

export const openNote = async ({ vault }: Ctx, personId: string, entry: Entry): Promise<NotedEntry> => ({
  ...entry,
  note: entry.noteSealed ? await vault.open(personId, noteField, entry.id, entry.noteSealed) : entry.noteOpen,
})

/** As staff see it: that they looked, the person can see. */
export const showNote = (ctx: Ctx, personId: string, entry: Entry): Promise<NotedEntry> => {
  const { id } = entry
  if (hasNote(entry) && personId !== ctx.actor.personId)
    ctx.audit.read({ kind: 'training.attendance', id, subject: personId, classes: ['staff'] })
  return openNote(ctx, personId, entry)
}
