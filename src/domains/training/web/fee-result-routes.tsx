import { placesByIds } from '#domains/places/index.ts'
import { type CalendarDay, parseDay } from '#kernel/calendar-day.ts'
import { print } from '#platform/documents/print.ts'
import { type Call, type Later, notFound, page, type Reply } from '#platform/http/call.ts'
import { listPage, nameColumns } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { BackLink, EmptyState, Heading, Lead, List, Section } from '#ui/index.ts'
import { seeOwnOffice, seeShownOffice, type SeenOffice } from '../actions/see-fee-office.ts'
import { feeSupplements } from '../core/fee-rules.ts'
import { shownOffices } from '../data/fee-offices.ts'
import { feeEvidencePdf } from '../documents/fee-evidence.ts'
import { feeEvidenceOf } from './fee-evidence-facts.ts'
import { FeeEvidenceSheet } from './fee-evidence-sheet.tsx'
import { feeNames } from './fee-names.ts'
import { feePaths as paths } from './fee-paths.ts'
import { DayChooser, EvidenceLinks, ResultParts } from './fee-result-page.tsx'
import { feeResult, type FeeResult } from './fee-result.ts'
import { feeResultWords } from './fee-result-words.ts'
import { feeWords } from './fee-words.ts'

const askedDay = ({ query, today }: Call): CalendarDay => parseDay(query.get('on') ?? '') ?? today

interface Asked {
  seen: SeenOffice
  result: FeeResult
}

const ownResult = async (call: Call, locale = call.reader.locale): Promise<Asked | null> => {
  const supplement = feeSupplements.find((one) => one === call.param('supplement'))
  const seen = supplement ? await seeOwnOffice(call) : null
  if (!supplement || !seen) return null
  return { seen, result: feeResult(seen, { supplement, on: askedDay(call) }, { locale, named: true }) }
}

const show = async (call: Call): Promise<Reply> => {
  const asked = await ownResult(call)
  if (!asked) return notFound()
  const { locale } = call.reader
  const { seen, result } = asked
  const title = feeNames[locale].supplements[result.supplement]
  return page(
    title,
    <>
      <BackLink href={paths.office}>{feeResultWords[locale].back}</BackLink>
      <Heading above={seen.name}>{title}</Heading>
      <DayChooser locale={locale} action={paths.result(result.supplement)} on={result.on} />
      <ResultParts locale={locale} result={result} />
      <EvidenceLinks locale={locale} result={result} />
    </>,
  )
}

const sheet = async (call: Call): Promise<Reply> => {
  const asked = await ownResult(call)
  if (!asked) return notFound()
  const { locale } = call.reader
  const facts = feeEvidenceOf(asked.seen, asked.result, locale)
  return page(
    feeResultWords[locale].evidence(facts.supplement),
    <FeeEvidenceSheet locale={locale} facts={facts} from={asked.seen.name} />,
  )
}

// Papers for the authority are Japanese.
const pdf = async (call: Call): Promise<Reply | Later> => {
  const asked = await ownResult(call, 'ja')
  if (!asked) return notFound()
  const facts = feeEvidenceOf(asked.seen, asked.result, 'ja')
  return print(`${feeResultWords.ja.evidence(facts.supplement)}.pdf`, await feeEvidencePdf(call, facts))
}

const shownList = async (call: Call): Promise<Reply> => {
  const t = feeWords[call.reader.locale]
  const { tx, actor } = call
  const places = await placesByIds(tx, actor.programmeId, await shownOffices(tx, actor.programmeId))
  const byReading = [...places.values()].toSorted((a, b) => (a.kana < b.kana ? -1 : 1))
  const body = (
    <>
      <Heading>{t.shownTitle}</Heading>
      <Lead>{t.shownLead}</Lead>
      {places.size === 0 && <EmptyState>{t.shownEmpty}</EmptyState>}
      <List items={byReading.map(({ id, name }) => ({ title: name, href: paths.shownOffice(id) }))} />
    </>
  )
  return listPage(
    call,
    { title: t.shownTitle, body },
    { kind: 'training.fee_office', names: null, columns: () => nameColumns(call.reader.locale), rows: () => byReading },
  )
}

const shownOffice = async (call: Call): Promise<Reply> => {
  const seen = await seeShownOffice(call, call.param('id'))
  if (!seen) return notFound()
  const { locale } = call.reader
  const t = feeWords[locale]
  const on = askedDay(call)
  const results = feeSupplements.map((supplement) => feeResult(seen, { supplement, on }, { locale, named: false }))
  return page(
    seen.name,
    <>
      <BackLink href={paths.shown}>{t.shownTitle}</BackLink>
      <Heading above={t.title}>{seen.name}</Heading>
      <Lead>{t.shownLead}</Lead>
      <DayChooser locale={locale} action={paths.shownOffice(seen.office.placeId)} on={on} />
      {results.map((result) => (
        <Section title={feeNames[locale].supplements[result.supplement]}>
          <ResultParts locale={locale} result={result} level={3} />
        </Section>
      ))}
    </>,
  )
}

const own = { who: ['host'], reach: 'own place' } as const
const asking = { who: ['coordinator'], reach: 'places that show their results, without names' } as const

export const feeResultRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.result(':supplement'), ...own, handle: show }),
  memberRoute({ method: 'GET', path: paths.print(':supplement'), ...own, handle: sheet }),
  memberRoute({ method: 'GET', path: paths.pdf(':supplement'), ...own, handle: pdf }),
  memberRoute({ method: 'GET', path: paths.shown, ...asking, handle: shownList }),
  memberRoute({ method: 'GET', path: paths.shownOffice(':id'), ...asking, handle: shownOffice }),
]
