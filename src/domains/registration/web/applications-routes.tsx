import { type Call, type Reply } from '#platform/http/call.ts'
import { instantCell, listPage, nameColumns, onePerson } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { listWords } from '#platform/http/words.ts'
import { formatInstantShort } from '#platform/i18n/dates.ts'
import { Actions, EmptyState, Heading, Lead, LinkButton, List, Name } from '#ui/index.ts'
import { type ListedApplication, openApplications } from '../data/applications.ts'
import { lifePaths as paths } from './life-paths.ts'
import { lifeStaffWords } from './life-staff-words.ts'
import { lifeWords } from './life-words.ts'

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const all = await openApplications(call.tx, call.actor.programmeId)
  const stateOf = ({ status }: ListedApplication): string =>
    lifeWords[locale].statuses[status === 'talking' ? 'talking' : 'applied']
  const body = (
    <>
      <Heading>{t.applications}</Heading>
      <Lead>{t.applicationsLead}</Lead>
      {all.length === 0 && <EmptyState>{t.noApplications}</EmptyState>}
      <List
        items={all.map((one) => ({
          title: <Name name={one.name} kana={one.kana} />,
          href: paths.of(one.personId),
          lines: [stateOf(one), one.talkAt && formatInstantShort(one.talkAt, call.zone, locale)],
        }))}
      />
      <Actions>
        <LinkButton href={paths.renewals}>{t.renewals}</LinkButton>
        <LinkButton href={paths.roll}>{t.roll}</LinkButton>
      </Actions>
    </>
  )
  return listPage(
    call,
    { title: t.applications, body },
    {
      kind: 'registration.application',
      names: onePerson,
      columns: () => [
        ...nameColumns(locale),
        { head: listWords[locale].on, text: (one: ListedApplication) => instantCell(one.appliedAt, call.zone) },
        { head: listWords[locale].state, text: stateOf },
        { head: lifeWords[locale].talkAt, text: (one: ListedApplication) => instantCell(one.talkAt, call.zone) },
      ],
      rows: () => all,
    },
  )
}

/** Who would like to be registered. */
export const applicationsRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.applications,
    who: ['coordinator'],
    reach: 'the programme',
    handle: list,
  }),
]
