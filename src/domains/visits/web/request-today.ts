import { formatInstantShort } from '#platform/i18n/dates.ts'
import type { Call } from '#platform/http/call.ts'
import type { TodayCard, TodayLine, TodaySource } from '#platform/http/slice.ts'
import type { RequestStatus } from '../core/request-status.ts'
import { listOwnProposals, listQuestions } from '../data/proposal-list.ts'
import { listRequests, type RequestLine } from '../data/request-list.ts'
import { proposalPaths, requestPaths } from './paths.ts'
import { proposalWords } from './words-proposal.ts'
import { requestWords } from './words-request.ts'
import { boardPaths } from './board-paths.ts'
import { boardWords } from './words-board.ts'
import { requestTodayWords } from './words-request-today.ts'

const most = 6

const requestsIn = (call: Call, statuses: readonly RequestStatus[]): Promise<RequestLine[]> =>
  listRequests(call.tx, call.actor, { statuses, offset: 0, limit: most })

const lineOf = (call: Call, line: RequestLine, href: string): TodayLine => {
  const { locale } = call.reader
  const place = call.actor.role === 'coordinator' && line.placeName ? ` ${line.placeName}` : ''
  return {
    text: `${line.activity[locale]}${place}`,
    href,
    note: line.firstSlot
      ? `${requestWords[locale].status[line.status]} ${formatInstantShort(line.firstSlot.startsAt, call.zone, locale)}`
      : requestWords[locale].status[line.status],
  }
}

const forSupporter = async (call: Call): Promise<TodayCard[]> => {
  const { locale } = call.reader
  const t = requestTodayWords[locale]
  const own = await listOwnProposals(call.tx, call.actor.personId, call.now)
  const waiting = own.filter((line) => line.status === 'sent' || line.status === 'changed' || line.status === 'asking')
  return [
    {
      title: t.proposals,
      empty: t.noProposals,
      lines: waiting.slice(0, most).map((line) => ({
        text: line.activity[locale],
        href: proposalPaths.proposal(line.id),
        note: `${proposalWords[locale].status[line.status]} ${formatInstantShort(line.startsAt, call.zone, locale)}`,
      })),
      action: { label: t.toAnswer, href: proposalPaths.list },
    },
  ]
}

const ideasOf = async (call: Call): Promise<TodayCard[]> => {
  const t = requestTodayWords[call.reader.locale]
  const ideas = await requestsIn(call, ['draft', 'submitted', 'adjusting', 'agreed', 'matching', 'confirmed'])
  return [
    {
      title: t.ideas,
      empty: t.noIdeas,
      lines: ideas.map((line) => lineOf(call, line, requestPaths.request(line.id))),
      action: { label: t.newIdea, href: requestPaths.choose },
    },
  ]
}

const forHost = async (call: Call): Promise<TodayCard[]> => {
  const t = requestTodayWords[call.reader.locale]
  const lines = await requestsIn(call, ['adjusting', 'draft', 'submitted', 'agreed', 'matching', 'confirmed'])
  return [
    {
      title: t.ownRequests,
      empty: t.noOwn,
      lines: lines.map((line) => lineOf(call, line, requestPaths.request(line.id))),
      action: { label: t.newRequest, href: requestPaths.choose },
    },
  ]
}

const forCoordinator = async (call: Call): Promise<TodayCard[]> => {
  const t = requestTodayWords[call.reader.locale]
  const incoming = await requestsIn(call, ['submitted'])
  const looking = await requestsIn(call, ['agreed', 'matching'])
  const questions = await listQuestions(call.tx, most)
  return [
    {
      title: t.incoming,
      empty: t.noIncoming,
      lines: incoming.map((line) => lineOf(call, line, requestPaths.request(line.id))),
      action: { label: t.allRequests, href: requestPaths.list },
    },
    {
      title: t.questions,
      empty: t.noQuestions,
      lines: questions.map((one) => ({ text: one.name, href: proposalPaths.proposal(one.id) })),
    },
    {
      title: t.looking,
      empty: t.noLooking,
      lines: looking.map((line) =>
        lineOf(call, line, line.status === 'matching' ? requestPaths.matching(line.id) : requestPaths.request(line.id)),
      ),
      action: { label: boardWords[call.reader.locale].title, href: boardPaths.board },
    },
  ]
}

export const requestToday: readonly TodaySource[] = [
  { who: ['supporter'], order: 10, cards: forSupporter },
  { who: ['supporter'], order: 60, cards: ideasOf },
  { who: ['host'], order: 20, cards: forHost },
  { who: ['coordinator'], order: 10, cards: forCoordinator },
]
