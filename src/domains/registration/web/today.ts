import type { Call } from '#platform/http/call.ts'
import type { TodayCard, TodaySource } from '#platform/http/slice.ts'
import { doorTo } from '../actions/show-sheet.ts'
import { currentPause } from '../core/pause.ts'
import { pausesOf } from '../data/pauses.ts'
import { listVersions } from '../data/sheet-versions.ts'
import { findSupporter } from '../data/supporters.ts'
import { ownWords } from './own-words.ts'
import { registrationPaths as paths } from './paths.ts'

/** What a supporter's start page says of their sheet and their break. */
export const supporterToday = async (call: Call): Promise<TodayCard[]> => {
  const { tx, actor, now, today } = call
  const t = ownWords[call.reader.locale]
  const supporter = await findSupporter(tx, actor.programmeId, actor.personId)
  if (!supporter) return []
  const pauses = await pausesOf(tx, actor.programmeId, actor.personId)
  const paused = currentPause(pauses, { now: now.getTime(), today }) !== null
  const untouched = supporter.version === 1 && (await listVersions(doorTo(call, actor.personId))).length > 0
  return [
    {
      title: t.todayTitle,
      lines: [
        { text: untouched ? t.todayFirst : t.todaySheet, href: paths.mine },
        { text: paused ? t.todayPaused : t.todayPause, href: paths.pause },
      ],
      empty: '',
      press: paused ? { label: t.resume, action: paths.resume } : { label: t.pause, action: paths.pause },
    },
  ]
}

export const registrationToday: readonly TodaySource[] = [{ who: ['supporter'], order: 80, cards: supporterToday }]
