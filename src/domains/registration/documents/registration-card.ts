import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { DocumentKind, Documents, Pressing, Printed } from '#platform/documents/pdf.ts'
import { qrSvg } from '#platform/documents/qr.ts'
import { eraDay } from '#platform/i18n/dates.ts'
import { documentWords } from './words.ts'

/** 登録票（様式第3号）, the size of a bank card. What it is called is the programme's wording: it is shown to strangers. */
export interface RegistrationCard {
  title: string
  number: string
  name: string
  kana: string
  validFrom: CalendarDay
  /** Null where registration does not end with the fiscal year. */
  validUntil: CalendarDay | null
  issuedOn: CalendarDay
  reissued: { on: CalendarDay; no: number } | null
  issuer: readonly string[]
  /** Room for the seal beside the issuer. */
  sealBox: boolean
  verifyUrl: string | null
  /** For the back: what whoever finds it should do. */
  notes: readonly string[]
}

export const registrationCardKind: DocumentKind<RegistrationCard> = {
  name: 'registration-card',
  folder: 'src/domains/registration/documents',
  orderOf: ({
    title,
    number,
    name,
    kana,
    validFrom,
    validUntil,
    issuedOn,
    reissued,
    issuer,
    sealBox,
    verifyUrl,
    notes,
  }) => {
    const t = documentWords
    return {
      title: `${title} ${number}`,
      on: issuedOn,
      data: {
        title,
        number,
        name,
        reading: kana,
        valid: validUntil ? t.validUntil(eraDay(validFrom), eraDay(validUntil)) : t.valid(eraDay(validFrom)),
        issued: `${t.issued(eraDay(issuedOn))}${reissued ? t.reissued(eraDay(reissued.on), reissued.no) : ''}`,
        issuer,
        sealBox,
        notes,
        verification: verifyUrl && { url: verifyUrl, qr: qrSvg(verifyUrl), alt: t.qrAlt(verifyUrl) },
      },
    }
  },
}

export const registrationCardPdf = (
  to: { documents: Documents },
  facts: RegistrationCard,
): Promise<Pressing<Printed>> => to.documents.paper(registrationCardKind, facts)
