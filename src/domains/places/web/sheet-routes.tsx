import { findActivity, getProgramme, listActivities } from '#domains/programme/index.ts'
import { type Call, notFound, page, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { BackLink, EmptyState, Heading, Lead, List, Small } from '#ui/index.ts'
import { findPlaceFor } from '../actions/find-place.ts'
import { placePaths } from './paths.ts'
import { PlaceSheet } from './sheet.tsx'
import { sheetWords } from './sheet-words.ts'
import { placeWords } from './words.ts'

const readers = ['coordinator', 'companion', 'host'] as const
const reach = 'staff: the programme; host: own place'

const listPage = async (call: Call): Promise<Reply> => {
  const place = await findPlaceFor(call, call.param('id'))
  if (!place) return notFound()
  const { locale } = call.reader
  const t = placeWords[locale]
  const activities = await listActivities(call.tx, call.today)
  return page(
    t.sheets,
    <>
      <BackLink href={placePaths.place(place.id)}>{t.backToPlace}</BackLink>
      <Heading above={place.name}>{t.sheets}</Heading>
      <Lead>{t.sheetsLead}</Lead>
      <Small>{sheetWords[locale].languages}</Small>
      {activities.length === 0 && <EmptyState>{sheetWords[locale].none}</EmptyState>}
      <List
        items={activities.map((activity) => ({
          title: activity.name[locale],
          href: placePaths.sheet(place.id, activity.id),
          lines: [activity.plain[locale]],
        }))}
      />
    </>,
  )
}

const sheetPage = async (call: Call): Promise<Reply> => {
  const place = await findPlaceFor(call, call.param('id'))
  const activity = place && (await findActivity(call.tx, call.param('activityId')))
  if (!activity) return notFound()
  const { locale } = call.reader
  const { illnessWords } = await getProgramme(call.tx, call.actor.programmeId)
  return page(
    sheetWords[locale].title(activity.name[locale]),
    <>
      <div class="no-print">
        <BackLink href={placePaths.sheets(place.id)}>{sheetWords[locale].listTitle}</BackLink>
      </div>
      <PlaceSheet locale={locale} place={place} activity={activity} illness={illnessWords} />
    </>,
  )
}

export const sheetRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: placePaths.sheets(':id'), who: readers, reach, handle: listPage }),
  memberRoute({ method: 'GET', path: placePaths.sheet(':id', ':activityId'), who: readers, reach, handle: sheetPage }),
]
