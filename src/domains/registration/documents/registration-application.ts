import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { DocumentKind, Documents, Pressing, Printed } from '#platform/documents/pdf.ts'
import { eraDay } from '#platform/i18n/dates.ts'
import { documentWords } from './words.ts'

/** 登録申込書（様式第1号）. What the sheet of the conversation says, in the person's own words; empty answers leave room. */
export interface RegistrationApplication {
  appliedOn: CalendarDay
  /** To whom it is addressed. */
  to: string
  intro: string
  name: string
  kana: string
  /** Null where the person goes by their own name. */
  nickname: string | null
  address: string
  contact: readonly string[]
  emergency: string
  /** What they like to do, when and where, and what they need: titles and questions as the sheet has them. */
  sections: readonly { title: string; answers: readonly (readonly [string, string])[] }[]
  consents: readonly { purpose: string; answer: 'yes' | 'no' | 'later'; on: CalendarDay | null }[]
}

export const registrationApplicationKind: DocumentKind<RegistrationApplication> = {
  name: 'registration-application',
  folder: 'src/domains/registration/documents',
  orderOf: (facts) => {
    const t = documentWords
    return {
      title: `${t.applicationTitle} ${facts.name}`,
      on: facts.appliedOn,
      data: {
        form: t.applicationForm,
        title: t.applicationTitle,
        applied: eraDay(facts.appliedOn),
        to: facts.to,
        intro: facts.intro,
        person: [
          [t.reading, facts.kana],
          [t.name, facts.name],
          ...(facts.nickname === null ? [] : [[t.nickname, facts.nickname]]),
          [t.address, facts.address],
          [t.contact, facts.contact.join('\n')],
          [t.emergency, facts.emergency],
        ],
        sections: facts.sections,
        consentsTitle: t.consents,
        consentsHead: t.consentsHead,
        consents: facts.consents.map(({ purpose, answer, on }) => ({
          purpose,
          answer: t.answer[answer],
          on: on ? eraDay(on) : '',
        })),
        note: t.applicationNote,
      },
    }
  },
}

export const registrationApplicationPdf = (
  to: { documents: Documents },
  facts: RegistrationApplication,
): Promise<Pressing<Printed>> => to.documents.paper(registrationApplicationKind, facts)
