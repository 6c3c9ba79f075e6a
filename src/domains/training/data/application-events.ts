import type { Tx } from '#platform/db/index.ts'
import type { Vault } from '#platform/vault/vault.ts'
import type { ApplicationStatus } from '../core/application-status.ts'

interface Door {
  tx: Tx
  vault: Vault
  programmeId: number
}

const reasonField = 'training.application_event.reason_sealed'

/** A step: from, to, who, when, and why in words, which belong to the person. */
export const insertApplicationEvent = async (
  { tx, vault, programmeId }: Door,
  event: {
    id: string
    applicationId: string
    personId: string
    from: ApplicationStatus | null
    to: ApplicationStatus
    at: Date
    by: string | null
    reason: string
  },
): Promise<void> => {
  await tx
    .insertInto('training.application_event')
    .values({
      programme_id: programmeId,
      id: event.id,
      application_id: event.applicationId,
      from_status: event.from,
      to_status: event.to,
      at: event.at,
      by_membership: event.by,
      reason_sealed: event.reason === '' ? null : await vault.seal(event.personId, reasonField, event.id, event.reason),
    })
    .execute()
}

export interface ApplicationStep {
  to: string
  at: Date
  /** Who decided; null: by itself. */
  by: { name: string; kana: string } | null
  reason: string
}

/** The steps of an application with their reasons: for those who decide. */
export const applicationSteps = async (
  { tx, vault, programmeId }: Door,
  which: { id: string; personId: string },
): Promise<ApplicationStep[]> => {
  const rows = await tx
    .selectFrom('training.application_event as e')
    .leftJoin('platform.membership as m', (on) =>
      on.onRef('m.programme_id', '=', 'e.programme_id').onRef('m.id', '=', 'e.by_membership'),
    )
    .leftJoin('people.person as p', (on) =>
      on.onRef('p.programme_id', '=', 'm.programme_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['e.id', 'e.to_status', 'e.at', 'e.reason_sealed', 'p.name', 'p.kana'])
    .where('e.programme_id', '=', programmeId)
    .where('e.application_id', '=', which.id)
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()
  const steps: ApplicationStep[] = []
  for (const row of rows)
    steps.push({
      to: row.to_status,
      at: row.at,
      by: row.name === null ? null : { name: row.name, kana: row.kana ?? '' },
      reason: row.reason_sealed ? await vault.open(which.personId, reasonField, row.id, row.reason_sealed) : '',
    })
  return steps
}
