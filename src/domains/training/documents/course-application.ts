import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { DocumentKind, Documents, Pressing, Printed } from '#platform/documents/pdf.ts'
import { eraDay } from '#platform/i18n/dates.ts'
import { documentWords } from './words.ts'

/** 受講申込書, one A4 page. An empty text leaves room to write by hand. No diagnosis is asked. */
export interface CourseApplication {
  run: string
  /** The day it came in; for an empty form the day it is printed. */
  on: CalendarDay
  /** How it came, in words; null: an empty form. */
  received: string | null
  name: string
  kana: string
  contact: readonly string[]
  /** Null where the course is not split. */
  track: string | null
  /** Null except for the course of host places. */
  office: string | null
  words: string
  needs: string
  consent: { text: string; version: string; givenOn: CalendarDay | null }
}

// Millimetres to write in, where nothing is written yet.
const room = 48

export const courseApplicationKind: DocumentKind<CourseApplication> = {
  name: 'course-application',
  folder: 'src/domains/training/documents',
  orderOf: (facts) => {
    const t = documentWords
    return {
      title: `${t.applicationTitle} ${facts.run}`,
      on: facts.on,
      data: {
        title: t.applicationTitle,
        run: facts.run,
        received: facts.received === null ? '' : t.received(eraDay(facts.on), facts.received),
        answers: answersOf(facts),
        sections: [
          { label: t.ownWords, text: facts.words },
          { label: t.needs, text: facts.needs },
        ],
        consent: {
          label: t.consent,
          text: `${facts.consent.text}${t.consentVersion(facts.consent.version)}`,
          answer: facts.consent.givenOn ? t.agreed(eraDay(facts.consent.givenOn)) : t.toAgree,
        },
        room,
      },
    }
  },
}

const answersOf = ({ name, kana, contact, track, office }: CourseApplication): [string, string][] => [
  [documentWords.reading, kana],
  [documentWords.name, name],
  [documentWords.contact, contact.join('\n')],
  ...(track === null ? [] : [[documentWords.track, track] satisfies [string, string]]),
  ...(office === null ? [] : [[documentWords.office, office] satisfies [string, string]]),
]

export const courseApplicationPdf = (
  to: { documents: Documents },
  facts: CourseApplication,
): Promise<Pressing<Printed>> => to.documents.paper(courseApplicationKind, facts)
