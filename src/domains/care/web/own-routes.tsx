import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import { isTelling } from '#domains/people/index.ts'
import { answerRest, recordRest } from '../actions/answer-rest.ts'
import { isRestAnswer, restUntil } from '../core/rest.ts'
import { listOwn } from '../data/follow-up-list.ts'
import { openRestOffer, type RestOffer } from '../data/rest-offers.ts'
import { careStaff } from './follow-up-routes.tsx'
import { OwnPage } from './own-page.tsx'
import { carePaths } from './paths.ts'
import { followUpWords, ownWords } from './words.ts'

const show = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId, personId } = call.actor
  const offer = await openRestOffer(call.tx, programmeId, personId)
  const body = (
    <OwnPage
      locale={locale}
      zone={call.zone}
      offerId={offer?.id ?? null}
      restUntil={restUntil(call.today)}
      followUps={await listOwn(call.tx, programmeId, personId)}
      token={call.formToken}
    />
  )
  return page(ownWords[locale].title, body)
}

const answer = async (call: Call): Promise<Reply> => {
  const given = call.form.text('answer')
  if (!isRestAnswer(given)) return notFound()
  const offer = await answerRest(call, call.param('id'), given)
  return offer ? redirect(carePaths.mine, thanks(call, offer)) : notFound()
}

const thanks = (call: Call, { restUntil: until }: RestOffer): string => {
  const { locale } = call.reader
  const t = ownWords[locale]
  return until ? t.resting(formatDay(until, locale)) : t.stays
}

const told = async (call: Call): Promise<Reply> => {
  const given = call.form.text('answer')
  const via = call.form.text('via')
  if (!isRestAnswer(given) || !isTelling(via)) return notFound()
  const offer = await recordRest(call, call.param('id'), { answer: given, via })
  return offer ? redirect(carePaths.followUps, followUpWords[call.reader.locale].restRecorded) : notFound()
}

export const ownRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: carePaths.mine, who: ['supporter'], reach: 'own', handle: show }),
  memberRoute({ method: 'POST', path: carePaths.rest(':id'), who: ['supporter'], reach: 'own', handle: answer }),
  memberRoute({
    method: 'POST',
    path: carePaths.restTold(':id'),
    who: careStaff,
    reach: 'companion: those they follow; coordinator: the programme',
    handle: told,
  }),
]
