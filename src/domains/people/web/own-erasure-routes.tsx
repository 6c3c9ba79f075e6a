import { roles } from '#kernel/role.ts'
import { dayIn } from '#kernel/time.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { type Call, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { Actions, BackLink, Heading, Lead, Notice, PostButton } from '#ui/index.ts'
import { takeBackWish, wishErasure } from '../actions/wish-erasure.ts'
import { openWishes } from '../data/erasure.ts'
import { ErasureLists } from './erasure-lists.tsx'
import { meWords } from './me-words.ts'
import { ownErasureWords } from './own-erasure-words.ts'
import { peoplePaths } from './paths.ts'

const show = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = ownErasureWords[locale]
  const [wish] = await openWishes(call.tx, call.actor.programmeId, call.actor.personId)
  return page(
    t.title,
    <>
      <BackLink href={peoplePaths.me}>{meWords[locale].back}</BackLink>
      <Heading>{t.title}</Heading>
      {wish ? (
        <Notice tone="good">{t.askedOn(formatDayLong(dayIn(wish.at, call.zone), locale))}</Notice>
      ) : (
        <Lead>{t.lead}</Lead>
      )}
      <ErasureLists locale={locale} />
      <Actions>
        {wish ? (
          <PostButton action={peoplePaths.endMyErasure} token={call.formToken()}>
            {t.takeBack}
          </PostButton>
        ) : (
          <PostButton action={peoplePaths.myErasure} token={call.formToken()} kind="careful">
            {t.ask}
          </PostButton>
        )}
      </Actions>
    </>,
  )
}

const own = { who: roles, reach: 'own' } as const

/** A person asks to have their record erased, or to keep it after all. */
export const ownErasureRoutes: RouteSpec[] = [
  memberRoute({ ...own, method: 'GET', path: peoplePaths.myErasure, handle: show }),
  memberRoute({
    ...own,
    method: 'POST',
    path: peoplePaths.myErasure,
    handle: async (call) => {
      await wishErasure(call, call.actor.personId, null)
      return redirect(peoplePaths.myErasure, ownErasureWords[call.reader.locale].asked)
    },
  }),
  memberRoute({
    ...own,
    method: 'POST',
    path: peoplePaths.endMyErasure,
    handle: async (call) => {
      await takeBackWish(call, call.actor.personId, null)
      return redirect(peoplePaths.myErasure, ownErasureWords[call.reader.locale].takenBack)
    },
  }),
]
