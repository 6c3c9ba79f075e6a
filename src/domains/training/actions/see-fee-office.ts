import { findPlace } from '#domains/places/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { FeeSupplement } from '../core/fee-rules.ts'
import { type FeeAnswer, feeAnswer } from '../core/fee-supplement.ts'
import { type FeeOffice, findOffice, noNotices } from '../data/fee-offices.ts'
import { type OfficePerson, readOfficeStaff } from './read-office-staff.ts'
import { type OfficeTraining, readOwnTrainings, readUnnamedTrainings } from './read-office-trainings.ts'

export interface SeenOffice {
  name: string
  office: FeeOffice
  staff: OfficePerson[]
  trainings: OfficeTraining[]
}

/** The office of the actor's own place; null for whoever stands for none. */
export const seeOwnOffice = async (ctx: Ctx): Promise<SeenOffice | null> => {
  const { role, placeId } = ctx.actor
  return role === 'host' && placeId ? see(ctx, placeId, readOwnTrainings) : null
}

/** An office whose host asks the programme for help; only to see its results. */
export const seeShownOffice = async (ctx: Ctx, placeId: string): Promise<SeenOffice | null> => {
  if (ctx.actor.role !== 'coordinator') return null
  const office = await findOffice(ctx.tx, ctx.actor.programmeId, placeId)
  return office?.shown ? see(ctx, placeId, readUnnamedTrainings, office) : null
}

const see = async (
  ctx: Ctx,
  placeId: string,
  readTrainings: typeof readUnnamedTrainings,
  known?: FeeOffice,
): Promise<SeenOffice | null> => {
  const { tx, actor } = ctx
  const place = await findPlace(tx, actor.programmeId, placeId)
  if (!place) return null
  const office = known ?? (await findOffice(tx, actor.programmeId, placeId)) ?? nothingYet(placeId)
  return {
    name: place.name,
    office,
    staff: await readOfficeStaff(ctx, placeId),
    trainings: await readTrainings(ctx, placeId),
  }
}

const nothingYet = (placeId: string): FeeOffice => ({
  placeId,
  officeNumber: '',
  services: [],
  flatRate: [],
  shown: false,
  notices: noNotices(),
  version: 0,
})

export const answerOf = (
  { office, staff, trainings }: SeenOffice,
  supplement: FeeSupplement,
  on: CalendarDay,
): FeeAnswer =>
  feeAnswer(
    supplement,
    {
      services: office.services,
      flatRate: office.flatRate,
      staff,
      inHouse: trainings,
      ...office.notices[supplement],
    },
    on,
  )
