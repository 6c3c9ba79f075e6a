import { forgetEverywhere } from '#domains/people/index.ts'
import { inProgramme, type SystemDeps, systemActor } from '#platform/jobs/system.ts'
import { type Erased, erasedFile, readErased } from '#platform/vault/erased.ts'
import { forgettings } from './forgettings.ts'
import type { Services } from './open-services.ts'

/** A backup that is older than an erasure brings the record back: it is erased again before anybody sees it. Answers how many. */
export const eraseAgain = async (
  { db, config, auditKey, log }: Pick<Services, 'db' | 'config' | 'auditKey' | 'log'>,
  deps: SystemDeps,
): Promise<number> => {
  const back = await cameBack(db, readErased(erasedFile(config), auditKey))
  for (const { programmeId, personId } of back)
    await inProgramme(deps, systemActor(programmeId), async (ctx) => {
      await forgetEverywhere(ctx, personId, forgettings)
      ctx.audit.wrote({ action: 'erase', kind: 'people.person', id: personId, subject: personId, reason: 'again' })
    })
  if (back.length > 0) log.info('records that came back with a backup were erased again', { count: back.length })
  return back.length
}

const cameBack = async (db: Services['db'], erased: readonly Erased[]): Promise<Erased[]> => {
  if (erased.length === 0) return []
  const ids = [...new Set(erased.map((one) => one.personId))]
  return db.asPlatform((tx) =>
    tx
      .selectFrom('people.person')
      .select(['programme_id as programmeId', 'id as personId'])
      .where('id', 'in', ids)
      .where((is) => is.or([is('erased_at', 'is', null), is('merged_into', 'is not', null)]))
      .execute(),
  )
}
