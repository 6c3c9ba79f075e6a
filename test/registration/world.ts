import { day } from '#kernel/calendar-day.ts'
import type { OpenDatabase, Tx } from '#platform/db/index.ts'
import type { Ctx } from '#platform/http/call.ts'
import { applyToRegister, arrangeTalk } from '#domains/registration/actions/apply.ts'
import { beginRegistration, register } from '#domains/registration/actions/register.ts'
import { saveSheet, type SheetChange } from '#domains/registration/actions/save-sheet.ts'
import { showSheet } from '#domains/registration/actions/show-sheet.ts'
import type { Sheet } from '#domains/registration/core/sheet.ts'
import type { StepName } from '#domains/registration/core/sheet-steps.ts'
import type { Member } from '../builders.ts'
import { aMember, aProgramme } from '../database.ts'
import { testSystem } from '../system.ts'
import { aSetting } from './setting.ts'

export type RegistrationWorld = Awaited<ReturnType<typeof aRegistrationWorld>>

export const today = day('2026-11-22')

/** A programme with staff, a place and an activity, and what tests of sheets do again and again. `other` coordinates elsewhere. */
export const aRegistrationWorld = async (db: OpenDatabase, clock: () => Date) => {
  const system = await testSystem(db, clock)
  const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.asPlatform(work)
  const as = <T>(member: Member, work: (ctx: Ctx) => Promise<T>): Promise<T> => system.as(member, work)
  const people = await asOwner(async (tx) => {
    const programmeId = await aProgramme(tx)
    return {
      programmeId,
      coordinator: await aMember(tx, programmeId, 'coordinator'),
      companion: await aMember(tx, programmeId, 'companion'),
      other: await aMember(tx, await aProgramme(tx), 'coordinator'),
      ...(await aSetting(tx, programmeId)),
    }
  })
  const { programmeId, coordinator } = people

  return {
    ...people,
    asOwner,
    as,
    asSystem: <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => system.asSystem(programmeId, work),
    aSupporter: async (name?: string): Promise<Member> => {
      const member = await asOwner(async (tx) => {
        const found = await aMember(tx, programmeId, 'supporter', name ? { name } : {})
        // The role comes with the registration.
        await tx.deleteFrom('platform.membership').where('id', '=', found.membershipId).execute()
        return found
      })
      await as(coordinator, async (ctx) =>
        beginRegistration(ctx, { id: member.personId, email: member.email }, { on: today, from: null }),
      )
      const role = await asOwner((tx) =>
        tx
          .selectFrom('platform.membership')
          .select(['id', 'account_id'])
          .where('person_id', '=', member.personId)
          .where('role', '=', 'supporter')
          .executeTakeFirstOrThrow(),
      )
      return { ...member, membershipId: role.id, accountId: role.account_id ?? '' }
    },
    /** Somebody whose registration ended applies again; their sheet is still there. */
    comesBack: ({ personId }: Member): Promise<void> =>
      as(coordinator, async (ctx) => {
        await applyToRegister(ctx, personId, { words: '', told: { via: 'phone', at: ctx.now } })
        await arrangeTalk(ctx, personId, { at: ctx.now, place: '事務所', with: people.companion.personId })
        const shown = await showSheet(ctx, personId)
        const told = { via: 'in_person', at: ctx.now } as const
        await saveSheet(ctx, personId, {
          step: 'travel',
          version: shown?.supporter.version ?? 0,
          change: (sheet) => ({ ...sheet, town: '見本町' }),
          told,
        })
        const registered = await register(ctx, personId, ctx.today)
        if (!registered?.ok) throw new Error('they did not come back')
      }),
    save: (who: Member, about: Member, step: StepName, change: Partial<Sheet>, more: Partial<SheetChange> = {}) =>
      as(who, async (ctx) => {
        const shown = await showSheet(ctx, about.personId)
        return saveSheet(ctx, about.personId, {
          step,
          version: shown?.supporter.version ?? 0,
          change: (sheet) => ({ ...sheet, ...change }),
          told: null,
          ...more,
        })
      }),
    sheetOf: (who: Member, about: Member) => as(who, (ctx) => showSheet(ctx, about.personId)),
    events: async (topic: string): Promise<unknown[]> => {
      const rows = await asOwner((tx) =>
        tx
          .selectFrom('platform.event')
          .select('payload')
          .where('topic', '=', topic)
          .orderBy('created_at')
          .orderBy('id')
          .execute(),
      )
      return rows.map((row) => row.payload)
    },
  }
}
