import type { CalendarDay } from '#kernel/calendar-day.ts'
import { fiscalYearOf } from '#kernel/fiscal-year.ts'
import type { DocumentKind, Documents, Pressing, Printed } from '#platform/documents/pdf.ts'
import { eraDay, formatFiscalYear } from '#platform/i18n/dates.ts'
import { documentWords } from './words.ts'

/** 登録簿（様式第2号）: the office's list, or the entry of one person alone. In the order of the numbers. */
export interface RegisterPage {
  on: CalendarDay
  entries: readonly {
    number: string
    name: string
    kana: string
    registeredOn: CalendarDay
    validFrom: CalendarDay
    validUntil: CalendarDay | null
    /** What changed and when; an end says no reason. */
    changes: readonly { on: CalendarDay; words: string }[]
    note: string
  }[]
}

export const registerPageKind: DocumentKind<RegisterPage> = {
  name: 'register-page',
  folder: 'src/domains/registration/documents',
  orderOf: ({ on, entries }) => {
    const t = documentWords
    const title = t.registerTitle(formatFiscalYear(fiscalYearOf(on), 'ja'))
    return {
      title,
      on,
      data: {
        form: t.registerForm,
        title,
        entries: entries.map(({ number, name, kana, registeredOn, validFrom, validUntil, changes, note }) => ({
          number,
          name,
          reading: kana,
          registered: eraDay(registeredOn),
          valid: validUntil ? t.period(eraDay(validFrom), eraDay(validUntil)) : t.periodOpen(eraDay(validFrom)),
          changes: changes.map((change) => t.change(eraDay(change.on), change.words)),
          note,
        })),
        footer: t.registerFooter(eraDay(on)),
      },
    }
  },
}

export const registerPagePdf = (to: { documents: Documents }, facts: RegisterPage): Promise<Pressing<Printed>> =>
  to.documents.paper(registerPageKind, facts)
