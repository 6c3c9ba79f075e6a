import { type Belongings, sealedIn } from '#domains/people/index.ts'
import { sharedRuns } from './data/shared-runs.ts'
import { forgettingWords } from './web/forgetting-words.ts'
import { runPaths } from './web/paths.ts'

const ofApplication = { owner: { table: 'training.application', by: 'application_id' } }
const ofEnrolment = { owner: { table: 'training.enrolment', by: 'enrolment_id' } }
const ofPracticum = { owner: { table: 'training.practicum', by: 'practicum_id' } }
const ofStory = { owner: { table: 'training.story_draft', by: 'story_id' } }

/** What somebody applied for, took and wrote, and the papers of it. Whoever takes one run twice is two people, or a slip of that run. */
export const trainingBelongings: Belongings = {
  columns: [
    { table: 'training.run_staff', column: 'person_id', key: ['run_id'] },
    { table: 'training.taster_guest', column: 'person_id' },
    { table: 'training.application', column: 'person_id' },
    { table: 'training.enrolment', column: 'person_id' },
    { table: 'training.practicum', column: 'person_id' },
    { table: 'training.practicum', column: 'companion_id' },
    { table: 'training.story_draft', column: 'person_id' },
    { table: 'training.story_reader', column: 'reader_id' },
    { table: 'training.story_comment', column: 'by_person' },
    { table: 'training.credential', column: 'person_id', ifTwice: 'superseded_at' },
    { table: 'training.qualification', column: 'person_id' },
    { table: 'training.ceremony_guest', column: 'person_id', key: ['ceremony_id'] },
  ],
  sealed: [
    ...sealedIn('training.application', ['track_sealed', 'words_sealed', 'needs_sealed']),
    ...sealedIn('training.application_event', ['reason_sealed'], ofApplication),
    ...sealedIn('training.accommodation', ['answer_sealed', 'reason_sealed'], ofApplication),
    ...sealedIn('training.consideration', ['words_sealed'], ofApplication),
    ...sealedIn('training.enrolment', ['track_sealed', 'went_on_sealed']),
    ...sealedIn('training.attendance', ['note_sealed'], ofEnrolment),
    ...sealedIn('training.enrolment_event', ['reason_sealed'], ofEnrolment),
    ...sealedIn('training.session_word', ['feeling_sealed', 'words_sealed'], {
      ...ofEnrolment,
      row: { of: ['enrolment_id', 'session_id'], between: '/' },
    }),
    ...sealedIn('training.kind_call', ['done_sealed'], ofEnrolment),
    ...sealedIn('training.practicum', ['goals_sealed']),
    ...sealedIn('training.practicum_day', ['diary_sealed', 'place_words_sealed', 'reason_sealed'], ofPracticum),
    ...sealedIn('training.practicum_event', ['reason_sealed'], ofPracticum),
    ...sealedIn('training.story_draft', ['title_sealed']),
    ...sealedIn('training.story_version', ['text_sealed'], {
      ...ofStory,
      row: { of: ['story_id', 'version'], between: '/' },
    }),
    ...sealedIn('training.story_comment', ['text_sealed'], ofStory),
    ...sealedIn('training.credential', ['name_sealed', 'code_sealed', 'withdrawn_sealed']),
    ...sealedIn('training.qualification', ['role_sealed']),
  ],
  standsInTheWay: async ({ tx, actor }, pair) =>
    (await sharedRuns(tx, actor.programmeId, pair)).map((id) => ({
      text: (locale) => forgettingWords[locale].bothTake,
      href: runPaths.run(id),
    })),
}
