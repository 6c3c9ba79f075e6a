import type { Call } from '#platform/http/call.ts'
import type { RouteSpec } from '#platform/http/routes.ts'
import type { NavItem, TodayCard, TodaySource } from '#platform/http/slice.ts'
import { credentialState, holderRoles } from './core/credential.ts'
import { invitationsTo } from './data/ceremonies.ts'
import { credentialsOf } from './data/credentials.ts'
import { ceremonyRoutes } from './web/ceremony-routes.tsx'
import { ceremonyWords } from './web/ceremony-words.ts'
import { credentialPaths } from './web/credential-paths.ts'
import { ownPaperRoutes } from './web/own-paper-routes.tsx'
import { ownPaperWords } from './web/own-paper-words.ts'
import type { PaperDoor } from './web/paper-door.ts'
import { paperRoutes } from './web/paper-routes.tsx'
import { paperWords } from './web/paper-words.ts'
import { placeReadyRoutes } from './web/place-ready.tsx'
import { placeReadyWords } from './web/place-ready-words.ts'
import { personPaperRoutes } from './web/person-papers.tsx'
import { runPaperRoutes } from './web/run-paper-routes.tsx'
import { runPaperWords } from './web/run-paper-words.ts'
import { verifyRoutes } from './web/verify-routes.tsx'
import { wordingRoutes } from './web/wording-routes.tsx'

/** Certificates: issuing, printing, verifying; what people took elsewhere; the ceremony. */
export const paperPages = (door: PaperDoor): RouteSpec[] => [
  ...verifyRoutes(door),
  ...ownPaperRoutes,
  ...paperRoutes(door),
  ...runPaperRoutes,
  ...wordingRoutes,
  ...personPaperRoutes,
  ...ceremonyRoutes,
  ...placeReadyRoutes,
]

const label = <K extends string>(words: Record<'ja' | 'en' | 'easy', Record<K, string>>, key: K) => ({
  ja: words.ja[key],
  en: words.en[key],
  easy: words.easy[key],
})

export const paperNav: readonly NavItem[] = [
  { who: holderRoles, order: 60, label: label(paperWords, 'mine'), href: credentialPaths.mine },
  { who: ['coordinator'], order: 52, label: label(ceremonyWords, 'title'), href: credentialPaths.ceremonies },
  { who: ['coordinator'], order: 53, label: label(placeReadyWords, 'soonTitle'), href: credentialPaths.readySoon },
  {
    who: ['coordinator', 'admin'],
    order: 89,
    label: label(runPaperWords, 'wordings'),
    href: credentialPaths.wordings,
  },
]

const cards = async (call: Call): Promise<TodayCard[]> => {
  const { tx, actor, now } = call
  const { locale } = call.reader
  const papers = await credentialsOf(tx, actor.programmeId, actor.personId)
  const asked = await invitationsTo(tx, actor.programmeId, actor.personId, now)
  const lines = [
    ...asked
      .filter(({ answer }) => answer === null)
      .map(() => ({ text: ownPaperWords[locale].gathering, href: credentialPaths.mine })),
    ...papers
      .filter((one) => one.kind === 'certificate' && credentialState(one) === 'valid')
      .slice(0, 1)
      .map((one) => ({ text: paperWords[locale].todayLine, href: credentialPaths.paper(one.id) })),
  ]
  return lines.length === 0 ? [] : [{ title: paperWords[locale].todayTitle, lines, empty: '' }]
}

export const paperToday: readonly TodaySource[] = [{ who: holderRoles, order: 85, cards }]
