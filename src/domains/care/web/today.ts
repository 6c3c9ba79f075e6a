import type { Call } from '#platform/http/call.ts'
import type { TodayCard, TodayLine, TodaySource } from '#platform/http/slice.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import { reachOf } from '../actions/reach.ts'
import { urgencyOn } from '../core/follow-up.ts'
import { listOpen } from '../data/follow-up-list.ts'
import { openRestOffer } from '../data/rest-offers.ts'
import { carePaths } from './paths.ts'
import { followUpWords, ownWords } from './words.ts'

const shownAtOnce = 8

const due = async (call: Call, first: boolean): Promise<TodayLine[]> => {
  const { locale } = call.reader
  const t = followUpWords[locale]
  const open = await listOpen(call.tx, call.actor.programmeId, await reachOf(call), { first, limit: 50 })
  return open.flatMap((line) => {
    const urgency = urgencyOn(line.dueOn, call.today)
    if (urgency === 'coming') return []
    const note = urgency === 'today' ? t.today : `${formatDay(line.dueOn, locale)} ${t.late}`
    return [{ person: line, text: t.of, href: carePaths.followUp(line.id), note }]
  })
}

const urgentCard = async (call: Call): Promise<TodayCard[]> => {
  const lines = await due(call, true)
  return lines.length === 0 ? [] : [{ title: followUpWords[call.reader.locale].first, lines, empty: '' }]
}

const staffCard = async (call: Call): Promise<TodayCard[]> => {
  const t = followUpWords[call.reader.locale]
  const lines = await due(call, false)
  return [
    {
      title: t.todayTitle,
      lines: lines.slice(0, shownAtOnce),
      empty: t.todayEmpty,
      action: { label: t.todayAll, href: carePaths.followUps },
    },
  ]
}

const restCard = async (call: Call): Promise<TodayCard[]> => {
  const t = ownWords[call.reader.locale]
  const offer = await openRestOffer(call.tx, call.actor.programmeId, call.actor.personId)
  return offer ? [{ title: t.todayTitle, lines: [{ text: t.todayLine, href: carePaths.mine }], empty: '' }] : []
}

export const careToday: readonly TodaySource[] = [
  { who: ['companion', 'coordinator'], order: 0, cards: urgentCard },
  { who: ['companion', 'coordinator'], order: 30, cards: staffCard },
  { who: ['supporter'], order: 15, cards: restCard },
]
