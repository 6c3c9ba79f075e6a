import { consentWords, givenNow, nameForPlace } from '#domains/people/index.ts'
import { getProgramme } from '#domains/programme/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  findPracticum,
  listPracticums,
  lockPracticum,
  type Practicum,
  type PracticumDay,
  type Seeing,
} from '../data/practicums.ts'

const goalsField = 'training.practicum.goals_sealed'
const diaryField = 'training.practicum_day.diary_sealed'
const wordsField = 'training.practicum_day.place_words_sealed'

const reasonField = 'training.practicum_day.reason_sealed'
const eventField = 'training.practicum_event.reason_sealed'

export const practicumFields = {
  goals: goalsField,
  diary: diaryField,
  words: wordsField,
  reason: reasonField,
  event: eventField,
}

/** Until when a place sees its people is the programme's to decide. */
export const seeing = async (ctx: Ctx): Promise<Seeing> => {
  const { placeSeesDays } = await getProgramme(ctx.tx, ctx.actor.programmeId)
  return { today: ctx.today, zone: ctx.zone, placeSeesDays }
}

export const reachPracticum = async (ctx: Ctx, id: string): Promise<Practicum | null> =>
  findPracticum(ctx.tx, ctx.actor, id, await seeing(ctx))

export const holdPracticum = async (ctx: Ctx, id: string): Promise<Practicum | null> =>
  lockPracticum(ctx.tx, ctx.actor, id, await seeing(ctx))

/** What the actor may call the person: the place by the name that they agreed to show. */
export interface CalledPracticum extends Practicum {
  called: { name: string; kana: string }
}

export interface SeenDay extends PracticumDay {
  /** The person's own, or shown by them; null: not to be seen. */
  diary: string | null
  placeWords: string
  /** Why it fell out; '' for the place, whose matter that is not. */
  reason: string
}

export interface SeenPracticum extends CalledPracticum {
  goals: string
  seenDays: SeenDay[]
}

export const reachablePracticums = async (ctx: Ctx, which: { enrolmentId?: string } = {}): Promise<CalledPracticum[]> =>
  called(ctx, await listPracticums(ctx.tx, ctx.actor, await seeing(ctx), which))

/** One practicum with everything this actor may read of it; null where it is not theirs. */
export const showPracticum = async (ctx: Ctx, id: string): Promise<SeenPracticum | null> => {
  const found = await reachPracticum(ctx, id)
  const [practicum] = found ? await called(ctx, [found]) : []
  if (!practicum) return null
  const { personId, goalsSealed } = practicum
  const own = personId === ctx.actor.personId
  if (!own) ctx.audit.read({ kind: 'training.practicum', id, subject: personId, classes: ['lived'] })
  const seenDays: SeenDay[] = []
  for (const day of practicum.days) {
    const mayRead = own || (day.diaryShown && ctx.actor.role !== 'host')
    seenDays.push({
      ...day,
      diary: mayRead && day.diarySealed ? await ctx.vault.open(personId, diaryField, day.id, day.diarySealed) : null,
      placeWords: day.placeWordsSealed ? await ctx.vault.open(personId, wordsField, day.id, day.placeWordsSealed) : '',
      reason: ctx.actor.role === 'host' ? '' : await reasonOf(ctx, personId, day),
    })
  }
  return { ...practicum, goals: await goalsOf(ctx, practicum, goalsSealed), seenDays }
}

const reasonOf = async (
  { vault }: Ctx,
  personId: string,
  { id, reasonSealed, reasonOpen }: PracticumDay,
): Promise<string> => (reasonSealed ? vault.open(personId, reasonField, id, reasonSealed) : reasonOpen)

export const goalsOf = async (
  ctx: Ctx,
  { id, personId }: Pick<Practicum, 'id' | 'personId'>,
  sealed: string | null,
): Promise<string> => (sealed ? ctx.vault.open(personId, goalsField, id, sealed) : '')

const called = async (ctx: Ctx, practicums: readonly Practicum[]): Promise<CalledPracticum[]> => {
  if (ctx.actor.role !== 'host')
    return practicums.map((one) => ({ ...one, called: { name: one.name, kana: one.kana } }))
  const said = await consentWords(
    ctx.tx,
    ctx.actor.programmeId,
    practicums.map(({ personId }) => personId),
  )
  return practicums.map((one) => {
    const name = nameForPlace(one, givenNow(said.get(one.personId) ?? [], ctx.now))
    // What somebody likes to be called has no reading that they gave.
    return { ...one, called: { name, kana: name === one.name ? one.kana : '' } }
  })
}
