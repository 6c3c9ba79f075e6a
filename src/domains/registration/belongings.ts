import { type Belongings, sealedIn } from '#domains/people/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { type SheetsBlocker, sheetsBlocker } from './core/two-sheets.ts'
import { openApplication } from './data/applications.ts'
import { findSupporter } from './data/supporters.ts'
import { lifePaths } from './web/life-paths.ts'
import { registrationPaths } from './web/paths.ts'
import { registrationWords } from './web/staff-words.ts'

const ofRenewal = { owner: { table: 'registration.renewal', by: 'renewal_id' } }

const said = (key: SheetsBlocker | 'bothApply', href: string) => ({
  text: (locale: Locale) => registrationWords[locale][key],
  href,
})

/**
 * The registration follows as a whole, with its sheet and all that hangs on it. Where both records have a sheet, that of the one that stays counts: a
 * sheet that has ended is left where it is, and only its terms follow; two that are both open are for people to decide.
 */
export const registrationBelongings: Belongings = {
  columns: [
    { table: 'registration.supporter', column: 'person_id', key: [] },
    { table: 'registration.term', column: 'person_id' },
    { table: 'registration.application', column: 'person_id' },
    { table: 'registration.application', column: 'talk_with' },
    { table: 'registration.renewal', column: 'talk_with' },
    { table: 'registration.change', column: 'person_id' },
  ],
  sealed: [
    ...sealedIn('registration.application', ['words_sealed']),
    ...sealedIn('registration.sheet_version', ['sheet_sealed'], {
      row: { of: ['person_id', 'version'], between: ':' },
    }),
    ...sealedIn('registration.avoidance', ['target_sealed']),
    ...sealedIn(
      'registration.care_plan',
      ['what_helps_sealed', 'warning_signs_sealed', 'whom_to_call_sealed', 'considerations_sealed', 'company_sealed'],
      { row: { of: ['person_id'], between: '' } },
    ),
    ...sealedIn('registration.renewal', ['ended_sealed']),
    ...sealedIn('registration.reach_attempt', ['words_sealed'], ofRenewal),
  ],
  standsInTheWay: async ({ tx, actor, today }, { kept, gone }) => {
    const { programmeId } = actor
    const blocker = sheetsBlocker({
      kept: await findSupporter(tx, programmeId, kept),
      gone: await findSupporter(tx, programmeId, gone),
      today,
    })
    const bothApply = (await openApplication(tx, programmeId, kept)) && (await openApplication(tx, programmeId, gone))
    return [
      ...(blocker ? [said(blocker, registrationPaths.supporter(gone))] : []),
      ...(bothApply ? [said('bothApply', lifePaths.applications)] : []),
    ]
  },
}
