import { type Credential, credentialsOf, reissueCredential, validCard } from '#domains/training/index.ts'
import { no, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import { lifePaths } from '../web/life-paths.ts'

type Reason = Parameters<typeof reissueCredential>[2]
type Blocker = Extract<NonNullable<Awaited<ReturnType<typeof reissueCredential>>>, { ok: false }>['error'][number]

/** Every card that somebody was handed, the newest first: printed again it is a card of its own, with why. */
export const cardsOf = async ({ tx, actor }: Ctx, personId: string): Promise<Credential[]> =>
  (await credentialsOf(tx, actor.programmeId, personId)).filter(({ kind }) => kind === 'card')

/** The card printed anew: number and day stay, the former one verifies nothing. Null: not the actor's to print. */
export const reissueCard = async (
  ctx: Ctx,
  personId: string,
  reason: Reason,
): Promise<Result<string, Blocker[]> | null> => {
  const { tx, actor } = ctx
  if (actor.role !== 'coordinator' || personId === actor.personId) return null
  const card = await validCard(tx, actor.programmeId, { personId, on: ctx.today })
  if (!card) return no([{ kind: 'not_valid' }])
  const done = await reissueCredential(ctx, card.id, reason)
  if (done?.ok) await ctx.outbox.tell(personId, 'registration.card_reissued', {}, lifePaths.mine)
  return done
}
