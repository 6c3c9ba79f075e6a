import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { DocumentKind, Documents, Pressing, Printed } from '#platform/documents/pdf.ts'
import { eraDay, formatDayLong } from '#platform/i18n/dates.ts'

/** A letter on paper. `sender` and `subject` are neutral: whoever opens the post of the house reads them too. */
export interface Letter {
  lang: 'ja' | 'en'
  sentOn: CalendarDay
  /** The programme's own number of outgoing letters; empty where it has none. */
  number: string
  /** Lines of the address; empty when it is handed over. */
  address: readonly string[]
  name: string
  sender: readonly string[]
  subject: string
  paragraphs: readonly string[]
  /** When, where, until when: pairs of what and its value; may be empty. */
  points: readonly (readonly [string, string])[]
  pointsHead: readonly [string, string]
  contact: readonly string[]
}

export const letterKind: DocumentKind<Letter> = {
  name: 'letter',
  folder: 'src/domains/training/documents',
  orderOf: ({ sentOn, ...facts }) => ({
    title: facts.subject,
    on: sentOn,
    lang: facts.lang,
    data: {
      ...facts,
      sent: facts.lang === 'ja' ? eraDay(sentOn) : formatDayLong(sentOn, 'en'),
      honorific: facts.lang === 'ja' ? '様' : '',
    },
  }),
}

export const letterPdf = (to: { documents: Documents }, facts: Letter): Promise<Pressing<Printed>> =>
  to.documents.paper(letterKind, facts)
