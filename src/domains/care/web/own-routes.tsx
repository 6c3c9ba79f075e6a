import { type Call, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import { answerRest } from '../actions/answer-rest.ts'
import { isRestAnswer, restUntil } from '../core/rest.ts'
import { listOwn } from '../data/follow-up-list.ts'
import { openRestOffer, type RestOffer } from '../data/rest-offers.ts'
import { OwnPage } from './own-page.tsx'
import { carePaths } from './paths.ts'
import { ownWords } from './words.ts'

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
  const offer = await answerRest(call, call.param('id'), isRestAnswer(given) ? given : null)
  if (offer?.answer === null) return redirect(carePaths.mine)
  return offer ? redirect(carePaths.mine, thanks(call, offer)) : notFound()
}

const thanks = (call: Call, { restUntil: until }: RestOffer): string => {
  const { locale } = call.reader
  const t = ownWords[locale]
  return until ? t.resting(formatDay(until, locale)) : t.stays
}

export const ownRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: carePaths.mine, who: ['supporter'], reach: 'own', handle: show }),
  memberRoute({ method: 'POST', path: carePaths.rest(':id'), who: ['supporter'], reach: 'own', handle: answer }),
]
