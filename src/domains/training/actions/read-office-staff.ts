import { type CalendarDay, parseDay } from '#kernel/calendar-day.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { OfficeStaff } from '../core/fee-supplement.ts'
import { officeStaffField, type SealedStaff, staffOf } from '../data/office-staff.ts'

/** What an office writes down of somebody, besides their hours. */
export interface StaffFacts extends Omit<OfficeStaff, 'id' | 'fte'> {
  name: string
  kana: string
}

export interface OfficePerson extends StaffFacts, OfficeStaff {
  version: number
  hoursVersion: number
}

/** The people of an office, opened: each look is noted. The caller knows whose office the actor may read. */
export const readOfficeStaff = async (ctx: Ctx, placeId: string, id?: string): Promise<OfficePerson[]> => {
  const sealed = await staffOf(ctx.tx, ctx.actor.programmeId, placeId, id)
  await ctx.vault.warm(sealed.map((one) => one.id))
  const people: OfficePerson[] = []
  for (const one of sealed) {
    ctx.audit.read({ kind: 'training.office_staff', id: one.id, subject: one.id, classes: ['lived'] })
    people.push(await opened(ctx, one))
  }
  return people
}

const opened = async (ctx: Ctx, { id, factsSealed, ...rest }: SealedStaff): Promise<OfficePerson> => {
  const facts = JSON.parse(await ctx.vault.open(id, officeStaffField, id, factsSealed)) as Record<string, unknown>
  return {
    id,
    ...rest,
    name: text(facts['name']),
    kana: text(facts['kana']),
    role: facts['role'] === 'experience' ? 'experience' : 'colleague',
    recognisedOn: dayIn(facts['recognisedOn']),
    basicOn: dayIn(facts['basicOn']),
    advancedOn: dayIn(facts['advancedOn']),
    otherTrainingOn: dayIn(facts['otherTrainingOn']),
    givesSupport: facts['givesSupport'] === true,
  }
}

const text = (stored: unknown): string => (typeof stored === 'string' ? stored : '')

const dayIn = (stored: unknown): CalendarDay | null => parseDay(text(stored))
