import { type Call, notFound, type Reply, redirect } from '#platform/http/call.ts'
import { listPage, nameColumns, onePerson } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { openByHand } from '../actions/open-by-hand.ts'
import { reachOf } from '../actions/reach.ts'
import { notHeardFrom } from '../core/silence.ts'
import { listContacts } from '../data/contact-list.ts'
import { careStaff } from './follow-up-show.tsx'
import { NotHeardPage } from './not-heard-page.tsx'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

const reach = 'companion: those they follow; coordinator: the programme'

const show = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const { programmeId } = call.actor
  const within = await reachOf(call)
  const personIds = within === 'all' ? null : within.supporterIds
  const contacts = await listContacts(call.tx, { programmeId, today: call.today, zone: call.zone, personIds })
  const people = notHeardFrom(contacts, call.today)
  return listPage(
    call,
    {
      title: followUpWords[locale].silentTitle,
      body: <NotHeardPage locale={locale} people={people} token={call.formToken} />,
    },
    { kind: 'registration.supporter', names: onePerson, columns: () => nameColumns(locale), rows: () => people },
  )
}

const getInTouch = async (call: Call): Promise<Reply> => {
  const opened = await openByHand(call, { personId: call.param('personId'), reason: 'silent', dueOn: call.today })
  if (!opened?.ok) return notFound()
  const t = followUpWords[call.reader.locale]
  return opened.value
    ? redirect(carePaths.followUp(opened.value), t.added)
    : redirect(carePaths.followUps, t.addedBefore)
}

export const silenceRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: carePaths.notHeardFrom, who: careStaff, reach, handle: show }),
  memberRoute({ method: 'POST', path: carePaths.getInTouch(':personId'), who: careStaff, reach, handle: getInTouch }),
]
