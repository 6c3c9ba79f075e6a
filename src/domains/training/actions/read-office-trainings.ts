import type { Ctx } from '#platform/http/call.ts'
import { attendeesField, type SealedTraining, type TrainingContent, trainingsOf } from '../data/office-trainings.ts'

/** A training as the office wrote it down. */
export interface OfficeTraining extends TrainingContent {
  id: string
  version: number
  /** Those who took part and are named: for the office itself. */
  attendees: string[]
}

/** The trainings of an office, the newest first, names left sealed; `id`: one of them. */
export const readUnnamedTrainings = async (ctx: Ctx, placeId: string): Promise<OfficeTraining[]> =>
  (await trainingsOf(ctx.tx, ctx.actor.programmeId, placeId)).map((one) => opened(one, []))

/** The same with their names, opened: each look is noted. The caller knows that it is the actor's own office. */
export const readOwnTrainings = async (ctx: Ctx, placeId: string, id?: string): Promise<OfficeTraining[]> => {
  const sealed = await trainingsOf(ctx.tx, ctx.actor.programmeId, placeId, id)
  const named = sealed.filter((one) => one.attendeesSealed !== null)
  await ctx.vault.warm(named.map((one) => one.id))
  const trainings: OfficeTraining[] = []
  for (const one of sealed) trainings.push(opened(one, await namesOf(ctx, one)))
  return trainings
}

const namesOf = async (ctx: Ctx, { id, attendeesSealed }: SealedTraining): Promise<string[]> => {
  if (attendeesSealed === null) return []
  ctx.audit.read({ kind: 'training.office_training', id, subject: id, classes: ['staff'] })
  return (await ctx.vault.open(id, attendeesField, id, attendeesSealed)).split('\n')
}

const opened = ({ attendeesSealed: _, ...rest }: SealedTraining, attendees: string[]): OfficeTraining => ({
  ...rest,
  attendees,
})
