import { dayIn } from '#kernel/time.ts'
import type { Cell } from '#platform/documents/csv.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { Roll } from '../actions/show-roll.ts'
import type { Session } from '../data/sessions.ts'
import { attendanceWords, stateWord } from './attendance-words.ts'
import { enrolmentWords } from './enrolment-words.ts'

/** The columns of the list: every session that stands, by number and time. */
export const rollSessions = ({ sessions }: Roll): Session[] =>
  sessions.filter(({ status }) => status === 'planned' || status === 'held')

/** The attendance list as a file: the same people, sessions and words as the page. */
export const rollRows = (roll: Roll, locale: Locale, zone: string): Cell[][] => {
  const t = enrolmentWords[locale]
  const sessions = rollSessions(roll)
  return [
    [roll.run.name],
    [
      t.name,
      ...sessions.map(
        ({ no, title, startsAt }) =>
          `${attendanceWords[locale].no(no)} ${title} ${formatDay(dayIn(startsAt, zone), locale)}`,
      ),
      t.attended,
      t.standing,
    ],
    ...roll.people.map(({ enrolment, taking }): Cell[] => [
      enrolment.name,
      ...sessions.map(({ id }) => {
        const own = taking.sessions.find((one) => one.id === id)
        return own?.state ? stateWord(own.state, locale) : ''
      }),
      taking.attended,
      t.status[enrolment.status],
    ]),
  ]
}
