import { addDays, type CalendarDay, monthStart, weekdayOf } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import { type Cast, found } from './cast.ts'
import type { Diary } from './history.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'
import { suits } from './sheets.ts'
import type { PlacedPlace, Setting } from './write-people.ts'
import type { MenuLine } from './write-visits.ts'

interface Parts {
  rows: Rows
  luck: Chance
  setting: Setting
  cast: Cast
  places: readonly PlacedPlace[]
  menu: readonly MenuLine[]
  today: CalendarDay
  diary: Diary
}

type Open = 'draft' | 'submitted' | 'adjusting' | 'agreed' | 'matching' | 'withdrawn' | 'not_possible'

const paths: Record<Open, readonly Open[]> = {
  draft: ['draft'],
  submitted: ['draft', 'submitted'],
  adjusting: ['draft', 'submitted', 'adjusting'],
  agreed: ['draft', 'submitted', 'adjusting', 'agreed'],
  matching: ['draft', 'submitted', 'agreed', 'matching'],
  withdrawn: ['draft', 'submitted', 'withdrawn'],
  not_possible: ['draft', 'submitted', 'adjusting', 'not_possible'],
}

const reasons: Partial<Record<Open, string>> = {
  withdrawn: '行事の日程が変わりました',
  not_possible: '希望の日にご一緒できる人が見つかりませんでした。来月にもう一度ご相談させてください',
  adjusting: '時間を30分短くできるか、場と相談しています',
}

const states: readonly Open[] = [
  'submitted',
  'submitted',
  'draft',
  'adjusting',
  'agreed',
  'matching',
  'matching',
  'matching',
  'withdrawn',
  'not_possible',
  'agreed',
  'matching',
]

// Of these the first supporter, who signs in, is asked: something waits for them.
const asked = [5, 7]

/** Requests that are still on their way, in every state, and the invitations that wait for an answer. Gives who was invited, yesterday. */
export const addOpenRequests = (parts: Parts): ReadonlySet<string> =>
  new Set(states.flatMap((state, index) => addRequest(parts, state, index, addDays(parts.today, 8 + index * 2))))

const ahead = 9

/** Requests of the month after this one that nobody has been asked for: what a draft is made of. */
export const addMonthAhead = (parts: Parts): void => {
  for (let i = 0; i < ahead; i += 1)
    addRequest(parts, 'agreed', states.length + i, addDays(monthStart(parts.today, 1), 3 + 2 * i), i === ahead - 1)
}

/** When hardly anybody has time: what stays open is shown too. */
const late = 20 * 60

const addRequest = (parts: Parts, state: Open, index: number, around: CalendarDay, isLate = false): string[] => {
  const { rows, luck, setting, cast, places, today } = parts
  const programme_id = setting.programmeId
  const place = found(places[index % places.length])
  const host = found(cast.hosts[index % cast.hosts.length])
  const id = luck.uuid()
  const fitting = timeFor(parts, place, index, workday(around))
  const { activity, on, couldCome } = fitting
  const from = isLate ? late : fitting.from
  const wanted = index % 3 === 0 ? 2 : 1
  rows.add('visits.request', {
    programme_id,
    id,
    place_id: place.id,
    activity_id: activity.id,
    status: state,
    field: place.field,
    supporters_wanted: wanted,
    audience: '利用している人',
    audience_count: luck.int(4, 12),
    purpose: luck.pick([
      'はじめての人にも安心して来てほしい',
      '同じ経験のある人の話を聞きたい',
      '外に出るきっかけにしたい',
    ]),
    preparation: luck.pick(['none', 'talk', 'trial']),
    if_few: luck.pick(['go_ahead', 'talk_with_staff', 'other_day']),
    content_agreed_on: state === 'agreed' || state === 'matching' ? addDays(today, -2) : null,
    created_by: host.membershipId,
    created_at: instantAt(addDays(today, -6), 600, setting.zone),
    submitted_at: state === 'draft' ? null : instantAt(addDays(today, -5), 600, setting.zone),
  })
  const slots = [on, ...(index % 2 === 0 ? [workday(addDays(on, 3))] : [])].map((slotDay) => {
    const slotId = luck.uuid()
    rows.add('visits.request_slot', {
      programme_id,
      id: slotId,
      request_id: id,
      starts_at: instantAt(slotDay, from, setting.zone),
      ends_at: instantAt(slotDay, from + activity.minutes, setting.zone),
    })
    return slotId
  })
  paths[state].forEach((to, step, path) => {
    rows.add('visits.request_event', {
      programme_id,
      id: luck.uuid(),
      request_id: id,
      from_status: path[step - 1] ?? null,
      to_status: to,
      at: instantAt(addDays(today, -6 + step), 610, setting.zone),
      by_membership: step < 2 ? host.membershipId : cast.coordinator.membershipId,
      reason: step === path.length - 1 ? (reasons[to] ?? '') : '',
    })
  })
  return state === 'matching' ? addProposals(parts, { id, slotId: found(slots[0]), couldCome }, index) : []
}

/** An activity of the place and a time that some supporters wish and can; where the first of them is asked, they too. */
const timeFor = ({ luck, cast, menu, diary }: Parts, place: PlacedPlace, index: number, around: CalendarDay) => {
  const own = menu.filter((line) => place.kinds.includes(line.kind))
  // The last one takes a break.
  const supporters = cast.supporters.length < 6 ? cast.supporters : cast.supporters.slice(0, -1)
  const times = Array.from({ length: 12 }, (_, days) => workday(addDays(around, days))).flatMap((on) =>
    luck.some(own, own.length).flatMap((activity) =>
      luck.some([600, 780, 840], 3).map((from) => {
        const slot = { on, from, minutes: activity.minutes, activity: menu.indexOf(activity) }
        const couldCome = supporters.filter(({ sheet }, i) => suits(sheet, diary.get(`s${i}`) ?? [], slot))
        return { activity, on, from, couldCome }
      }),
    ),
  )
  const fitting = times.filter(({ couldCome }) => !asked.includes(index) || couldCome[0] === cast.supporters[0])
  const most = (fitting.length > 0 ? fitting : times).toSorted((a, b) => b.couldCome.length - a.couldCome.length)
  return fitting.find(({ couldCome }) => couldCome.length >= 4) ?? found(most[0])
}

const addProposals = (
  { rows, luck, setting, cast, today }: Parts,
  { id: request_id, slotId: slot_id, couldCome }: { id: string; slotId: string; couldCome: Cast['supporters'] },
  index: number,
): string[] => {
  const answers = index % 2 === 0 ? (['yes', 'sent', 'declined'] as const) : (['sent', 'sent'] as const)
  const others = couldCome.filter((one) => one !== cast.supporters[0])
  const [first, ...rest] = asked.includes(index) ? couldCome : luck.some(others, others.length)
  const people = first ? [first, ...luck.some(rest, answers.length - 1)] : []
  people.forEach((person, i) => {
    const status = found(answers[i])
    const sentAt = instantAt(addDays(today, -1), 660, setting.zone)
    const id = luck.uuid()
    rows.add('visits.proposal', {
      programme_id: setting.programmeId,
      id,
      request_id,
      person_id: person.id,
      slot_id,
      status,
      sent_at: sentAt,
      answer_by: instantAt(addDays(today, 4), 1080, setting.zone),
      answered_at: status === 'sent' ? null : instantAt(addDays(today, -1), 900, setting.zone),
    })
    rows.add('visits.proposal_event', {
      programme_id: setting.programmeId,
      id: luck.uuid(),
      proposal_id: id,
      from_status: null,
      to_status: 'sent',
      at: sentAt,
      by_membership: cast.coordinator.membershipId,
    })
  })
  return people.map((one) => one.id)
}

const workday = (on: CalendarDay): CalendarDay => (weekdayOf(on) === 7 ? addDays(on, 1) : on)
