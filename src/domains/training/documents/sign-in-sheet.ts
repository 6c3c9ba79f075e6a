import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { DocumentKind, Documents, Pressing, Printed } from '#platform/documents/pdf.ts'
import { documentWords } from './words.ts'

/** The sheet that lies at the entrance of one session. */
export interface SignInSheet {
  run: string
  no: number
  title: string
  on: CalendarDay
  /** The day and the times, in words. */
  when: string
  place: string
  /** As each wants to be called among the others. */
  people: readonly string[]
  /** Empty lines for those who were not expected. */
  blanks: number
}

export const signInSheetKind: DocumentKind<SignInSheet> = {
  name: 'sign-in-sheet',
  folder: 'src/domains/training/documents',
  orderOf: ({ run, no, title, on, when, place, people, blanks }) => ({
    title: `${documentWords.signInTitle} ${documentWords.session(no, title)}`,
    on,
    data: {
      run,
      title: documentWords.signInTitle,
      facts: [
        [documentWords.session(no, '').trim(), title],
        [documentWords.when, when],
        [documentWords.where, place],
      ],
      people,
      blanks,
      note: documentWords.signInNote,
    },
  }),
}

export const signInSheetPdf = (to: { documents: Documents }, facts: SignInSheet): Promise<Pressing<Printed>> =>
  to.documents.paper(signInSheetKind, facts)
