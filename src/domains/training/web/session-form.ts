import type { Call } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import type { FormState, StaleField } from '#ui/index.ts'
import type { Entering } from '../actions/enter-attendance.ts'
import type { Expected, ShownSession } from '../actions/show-session.ts'
import { stateWord } from './attendance-words.ts'

/** What can be entered about a session itself; making up for it comes later. */
export const enterableStates = ['present', 'late', 'online', 'absent', 'not_heard'] as const

/** The attendance form as it stands: what was entered last. */
export const enteredValues = ({ expected }: ShownSession): FormState['values'] => ({
  source: 'hand',
  ...Object.fromEntries(
    expected.flatMap(({ enrolment: { id }, last }) => [
      [`state-${id}`, last?.state ?? ''],
      [`note-${id}`, last?.note ?? ''],
    ]),
  ),
})

/** What was chosen on the form; whoever was left out stays as they are. */
export const typedEntries = ({ form }: Call, expected: readonly Expected[]): Entering[] =>
  expected.flatMap(({ enrolment: { id } }) => {
    const state = enterableStates.find((one) => one === form.text(`state-${id}`))
    return state ? [{ enrolmentId: id, state, note: form.text(`note-${id}`).trim().slice(0, 200) }] : []
  })

/** Where somebody else entered another thing meanwhile. */
export const staleEntries = (expected: readonly Expected[], typed: readonly Entering[], locale: Locale): StaleField[] =>
  expected.flatMap(({ enrolment, last }) => {
    const mine = typed.find(({ enrolmentId }) => enrolmentId === enrolment.id)
    if (!mine || mine.state === last?.state) return []
    return [
      { label: spoken(enrolment), mine: stateWord(mine.state, locale), theirs: stateWord(last?.state ?? null, locale) },
    ]
  })
