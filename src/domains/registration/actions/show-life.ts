import { namesOf } from '#domains/people/index.ts'
import {
  cardAhead,
  cardOn,
  type Credential,
  credentialNumber,
  type OpenedPaper,
  openPaper,
  standingCards,
  wordingFrom,
} from '#domains/training/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { type Application, applicationWordsField } from '../data/applications.ts'
import { type Change, changesOf } from '../data/leavings.ts'
import { actingFor, type Standing, standingOf } from './registration-facts.ts'

interface ShownCard {
  opened: OpenedPaper
  number: string
}

/** All that a page of a registration shows. */
export interface ShownLife {
  standing: Standing
  /** In their own words; empty where there are none. */
  words: string
  talkWith: { name: string; kana: string } | null
  card: ShownCard | null
  /** The one that begins when that of now is over. */
  nextCard: ShownCard | null
  changes: Change[]
}

/** Null: it is not the actor's to see. A look at somebody else's words is noted. */
export const showLife = async (ctx: Ctx, personId: string): Promise<ShownLife | null> => {
  const { tx, actor } = ctx
  const who = await actingFor(ctx, personId)
  if (!who) return null
  const standing = await standingOf(ctx, personId)
  const { application } = standing
  const talkWith = application?.talkWith ?? null
  const cards = await standingCards(tx, actor.programmeId, personId)
  const [card, ahead] = [cardOn(cards, ctx.today), cardAhead(cards, ctx.today)]
  return {
    standing,
    words: who === 'follows' || !application ? '' : await wordsOf(ctx, application),
    talkWith: talkWith ? ((await namesOf(tx, actor.programmeId, [talkWith])).get(talkWith) ?? null) : null,
    card: await opened(ctx, card),
    nextCard: await opened(ctx, card && ahead?.id === card.id ? null : ahead),
    changes: await changesOf(tx, actor.programmeId, personId),
  }
}

/** What somebody applied with, in their own words. Read by others, it is noted. */
export const wordsOf = async (ctx: Ctx, { id, personId, wordsSealed }: Application): Promise<string> => {
  if (!wordsSealed) return ''
  if (personId !== ctx.actor.personId) {
    ctx.audit.read({ kind: 'registration.application', id, subject: personId, classes: ['lived'] })
  }
  return ctx.vault.open(personId, applicationWordsField, id, wordsSealed)
}

const opened = async (ctx: Ctx, paper: Credential | null): Promise<ShownCard | null> => {
  if (!paper) return null
  const prefix = (await wordingFrom(ctx.tx, ctx.actor.programmeId, paper))?.prefix ?? ''
  return { opened: await openPaper(ctx, paper), number: credentialNumber({ ...paper, prefix }) }
}
