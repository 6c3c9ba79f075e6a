import type { Ctx } from '#platform/http/call.ts'
import type { Proposal } from '../data/proposals.ts'

/** One thing said between the person who was asked and the staff. */
export interface Turn {
  at: string
  text: string
}

const fields = {
  question: 'visits.proposal.question_sealed',
  reply: 'visits.proposal.reply_sealed',
} as const

/** Adds to what was said before: nothing is overwritten. Gives the sealed whole. */
export const sealTurn = async (
  ctx: Ctx,
  proposal: Proposal,
  part: keyof typeof fields,
  text: string,
): Promise<string> => {
  const turns = [...(await openTurns(ctx, proposal, part)), { at: ctx.now.toISOString(), text }]
  return ctx.vault.seal(proposal.personId, fields[part], proposal.id, JSON.stringify(turns))
}

const openTurns = async (ctx: Ctx, proposal: Proposal, part: keyof typeof fields): Promise<Turn[]> => {
  const sealed = part === 'question' ? proposal.questionSealed : proposal.replySealed
  if (sealed === null) return []
  return JSON.parse(await ctx.vault.open(proposal.personId, fields[part], proposal.id, sealed)) as Turn[]
}

/** The whole conversation in order. Read by anybody but the person, it is noted. */
export const readConversation = async (
  ctx: Ctx,
  proposal: Proposal,
): Promise<(Turn & { by: 'supporter' | 'staff' })[]> => {
  if (proposal.questionSealed === null && proposal.replySealed === null) return []
  if (ctx.actor.personId !== proposal.personId)
    ctx.audit.read({ kind: 'proposal', id: proposal.id, subject: proposal.personId, classes: ['care'] })
  const asked = (await openTurns(ctx, proposal, 'question')).map((turn) => ({ ...turn, by: 'supporter' as const }))
  const replied = (await openTurns(ctx, proposal, 'reply')).map((turn) => ({ ...turn, by: 'staff' as const }))
  return [...asked, ...replied].sort((a, b) => a.at.localeCompare(b.at))
}
