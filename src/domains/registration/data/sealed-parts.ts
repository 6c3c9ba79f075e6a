import { z } from 'zod'
import { mergedPeople } from '#domains/people/index.ts'
import { avoidanceKinds, type Avoidance, type CarePlan } from '../core/sheet.ts'
import type { SheetDoor } from './sheet-door.ts'

export const targetField = 'registration.avoidance.target_sealed'

export const targetShape = z.object({
  kind: z.enum(avoidanceKinds),
  id: z.string().nullable(),
  text: z.string(),
  order: z.number(),
})

/** Of which record it speaks today: a person's record may have gone into another since. */
export const targetOf = (
  { id }: Pick<z.infer<typeof targetShape>, 'id'>,
  merged: ReadonlyMap<string, string>,
): string | null => (id === null ? null : (merged.get(id) ?? id))

export const readAvoidances = async ({ tx, vault, programmeId, personId }: SheetDoor): Promise<Avoidance[]> => {
  const rows = await tx
    .selectFrom('registration.avoidance')
    .select(['id', 'target_sealed'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .execute()
  const merged = await mergedPeople(tx, programmeId)
  const found: (Avoidance & { order: number })[] = []
  for (const row of rows) {
    const target = targetShape.parse(JSON.parse(await vault.open(personId, targetField, row.id, row.target_sealed)))
    found.push({
      id: row.id,
      kind: target.kind,
      targetId: targetOf(target, merged),
      text: target.text,
      order: target.order,
    })
  }
  // Nothing outside the sealed text tells which line stood where.
  return found.toSorted((a, b) => a.order - b.order).map(({ order: _, ...one }) => one)
}

/** Replaces what is avoided; lines that stay keep their record. */
export const writeAvoidances = async (
  door: SheetDoor,
  avoidances: readonly Avoidance[],
  how: { now: Date; newId: () => string },
): Promise<void> => {
  const { tx, vault, programmeId, personId } = door
  await tx
    .deleteFrom('registration.avoidance')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .execute()
  for (const [order, one] of avoidances.entries()) {
    const id = one.id ?? how.newId()
    const target = JSON.stringify({ kind: one.kind, id: one.targetId, text: one.text, order })
    await tx
      .insertInto('registration.avoidance')
      .values({
        programme_id: programmeId,
        id,
        person_id: personId,
        target_sealed: await vault.seal(personId, targetField, id, target),
        created_at: how.now,
      })
      .execute()
  }
}

type Words = CarePlan & { company: string }

const columns = {
  whatHelps: 'what_helps_sealed',
  warningSigns: 'warning_signs_sealed',
  whomToCall: 'whom_to_call_sealed',
  considerations: 'considerations_sealed',
  company: 'company_sealed',
} as const satisfies Record<keyof Words, string>

const parts = Object.keys(columns) as (keyof Words)[]

export const readCarePlan = async ({ tx, vault, programmeId, personId }: SheetDoor): Promise<Words> => {
  const row = await tx
    .selectFrom('registration.care_plan')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const words: Words = { whatHelps: '', warningSigns: '', whomToCall: '', considerations: '', company: '' }
  for (const part of parts) {
    const sealed = row?.[columns[part]]
    if (sealed) words[part] = await vault.open(personId, fieldOf(part), personId, sealed)
  }
  return words
}

/** What to consider of somebody, and nothing else of what helps them: the rest stays sealed. */
export const readConsiderations = async ({ tx, vault, programmeId, personId }: SheetDoor): Promise<string> => {
  const row = await tx
    .selectFrom('registration.care_plan')
    .select('considerations_sealed')
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  const sealed = row?.considerations_sealed
  return sealed ? vault.open(personId, fieldOf('considerations'), personId, sealed) : ''
}

export const writeCarePlan = async (door: SheetDoor, words: Words): Promise<void> => {
  const { tx, vault, programmeId, personId } = door
  const sealed: Partial<Record<(typeof columns)[keyof Words], string | null>> = {}
  for (const part of parts) {
    const text = words[part]
    sealed[columns[part]] = text === '' ? null : await vault.seal(personId, fieldOf(part), personId, text)
  }
  await tx
    .insertInto('registration.care_plan')
    .values({ programme_id: programmeId, person_id: personId, ...sealed })
    .onConflict((conflict) => conflict.columns(['programme_id', 'person_id']).doUpdateSet(sealed))
    .execute()
}

const fieldOf = (part: keyof Words): string => `registration.care_plan.${columns[part]}`
