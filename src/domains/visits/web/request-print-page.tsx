import type { VNode } from 'preact'
import type { Activity } from '#domains/programme/index.ts'
import type { ProgrammeFace } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { PrintSheet, Section, WriteHere } from '#ui/index.ts'
import type { Request } from '../data/requests.ts'
import { RequestFactsView } from './request-facts-view.tsx'
import { requestStaffWords } from './words-request-staff.ts'

interface Props {
  locale: Locale
  zone: string
  programme: ProgrammeFace
  request: Request
  activity: Activity
  placeName: string | null
}

/** The request on one A4 page, with a part to send back. */
export const RequestPrintPage = ({ locale, zone, programme, request, activity, placeName }: Props): VNode => {
  const t = requestStaffWords[locale]
  return (
    <PrintSheet
      locale={locale}
      title={t.printTitle}
      from={t.printFrom(programme.shortName, programme.contactPhone, programme.contactHours)}
      foot={t.printNumber(request.id.slice(0, 8))}
    >
      <RequestFactsView request={request} activity={activity} placeName={placeName} locale={locale} zone={zone} />
      <Section title={t.printAnswer}>
        <p>{t.printAnswerLead}</p>
        {[t.printYes, t.printChange, t.printNo].map((answer) => (
          <p>{answer}</p>
        ))}
        <WriteHere label={t.printWishes} lines={3} />
        <WriteHere label={t.printName} />
      </Section>
    </PrintSheet>
  )
}
