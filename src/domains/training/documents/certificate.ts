import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { DocumentKind, Documents, Pressing, Printed } from '#platform/documents/pdf.ts'
import { qrSvg } from '#platform/documents/qr.ts'
import { eraDay } from '#platform/i18n/dates.ts'
import { documentWords } from './words.ts'

/** 修了証. What it says is the programme's wording; the number is of its own series. */
export interface Certificate {
  title: string
  /** As it is printed, for example 第2026-12号. */
  number: string
  name: string
  /** One entry a paragraph. */
  body: readonly string[]
  issuedOn: CalendarDay
  /** One entry a line; the last, larger one stands beside the seal. */
  issuer: readonly string[]
  /** The address of the page that says 'matches' or 'does not', with its token. */
  verifyUrl: string | null
  /** Room for the seal beside the issuer. */
  sealBox: boolean
  /** Printed again: `no` counts from 1. The certificate keeps its number and its day. */
  reissued: { on: CalendarDay; no: number } | null
}

export const certificateKind: DocumentKind<Certificate> = {
  name: 'certificate',
  folder: 'src/domains/training/documents',
  orderOf: ({ issuedOn, verifyUrl, reissued, ...facts }) => ({
    title: `${facts.title} ${facts.number}`,
    on: issuedOn,
    data: {
      ...facts,
      issued: eraDay(issuedOn),
      reissued: reissued && documentWords.reissued(eraDay(reissued.on), reissued.no),
      verification: verifyUrl && { url: verifyUrl, qr: qrSvg(verifyUrl), alt: documentWords.qrAlt(verifyUrl) },
    },
  }),
}

export const certificatePdf = (to: { documents: Documents }, facts: Certificate): Promise<Pressing<Printed>> =>
  to.documents.paper(certificateKind, facts)
