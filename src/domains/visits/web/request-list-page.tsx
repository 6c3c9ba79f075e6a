import type { VNode } from 'preact'
import type { Activity } from '#domains/programme/index.ts'
import type { Role } from '#kernel/role.ts'
import { dayIn } from '#kernel/time.ts'
import type { Call } from '#platform/http/call.ts'
import { instantCell } from '#platform/http/list-page.tsx'
import { listWords } from '#platform/http/words.ts'
import { formatSpan } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  Card,
  Cards,
  EmptyState,
  FilterForm,
  Fold,
  type FormState,
  Heading,
  Hidden,
  Lead,
  LinkButton,
  List,
  Pagination,
  Select,
  StatusTag,
  Tabs,
  TextField,
  type Tone,
} from '#ui/index.ts'
import type { RequestStatus } from '../core/request-status.ts'
import type { RequestLine } from '../data/request-list.ts'
import { boardPaths } from './board-paths.ts'
import { requestPaths } from './paths.ts'
import { ActivityLimits } from './request-facts-view.tsx'
import { boardWords } from './words-board.ts'
import { requestWords } from './words-request.ts'
import { requestFormWords } from './words-request-form.ts'
import { requestListWords } from './words-request-list.ts'

export const requestTones: Record<RequestStatus, Tone> = {
  draft: 'neutral',
  submitted: 'waiting',
  adjusting: 'attention',
  agreed: 'waiting',
  matching: 'waiting',
  confirmed: 'good',
  done: 'ended',
  withdrawn: 'ended',
  not_possible: 'ended',
}

interface ListProps {
  locale: Locale
  zone: string
  role: Role
  lines: readonly RequestLine[]
  show: 'open' | 'all'
  page: number
  more: boolean
}

export const RequestListPage = (props: ListProps): VNode => {
  const { locale, role, lines } = props
  const t = requestListWords[locale]
  const ideas = role === 'supporter'
  const add = (
    <LinkButton href={requestPaths.choose} kind="primary">
      {ideas ? t.newIdea : t.newRequest}
    </LinkButton>
  )
  return (
    <>
      <Heading>{ideas ? t.ideasTitle : t.listTitle}</Heading>
      <Lead>{ideas ? t.ideasLead : t.listLead}</Lead>
      <Actions>
        {add}
        {role === 'coordinator' && <LinkButton href={boardPaths.board}>{boardWords[locale].title}</LinkButton>}
      </Actions>
      <Tabs
        label={t.show}
        tabs={[
          { href: requestPaths.listOf('open', 1), label: t.showOpen, current: props.show === 'open' },
          { href: requestPaths.listOf('all', 1), label: t.showAll, current: props.show === 'all' },
        ]}
      />
      {lines.length === 0 ? (
        <EmptyState>{ideas ? t.emptyIdeas : t.empty}</EmptyState>
      ) : (
        <List items={lines.map((line) => item(line, props))} />
      )}
      <Pagination
        locale={locale}
        previous={props.page > 1 ? requestPaths.listOf(props.show, props.page - 1) : null}
        next={props.more ? requestPaths.listOf(props.show, props.page + 1) : null}
      />
    </>
  )
}

/** The list as a file. */
export const requestColumns = ({ reader: { locale }, zone }: Pick<Call, 'reader' | 'zone'>) => {
  const heads = listWords[locale]
  return [
    { head: heads.on, text: (line: RequestLine) => dayIn(line.createdAt, zone) },
    { head: requestWords[locale].facts.activity, text: (line: RequestLine) => line.activity[locale] },
    { head: requestFormWords[locale].title, text: (line: RequestLine) => line.title },
    { head: heads.place, text: (line: RequestLine) => line.placeName ?? '' },
    { head: heads.from, text: (line: RequestLine) => instantCell(line.firstSlot?.startsAt ?? null, zone) },
    { head: heads.to, text: (line: RequestLine) => instantCell(line.firstSlot?.endsAt ?? null, zone) },
    { head: heads.state, text: (line: RequestLine) => requestWords[locale].status[line.status] },
  ]
}

const item = (line: RequestLine, { locale, zone, role }: ListProps) => {
  const t = requestListWords[locale]
  const notes = role === 'coordinator' ? [line.isIdea && t.ideaTag, line.enteredByStaff && t.staffTag] : []
  return {
    title: line.title ? `${line.activity[locale]} ${line.title}` : line.activity[locale],
    href: requestPaths.request(line.id),
    tag: <StatusTag tone={requestTones[line.status]}>{requestWords[locale].status[line.status]}</StatusTag>,
    lines: [
      role === 'host' ? null : (line.placeName ?? t.noPlaceYet),
      line.firstSlot ? formatSpan(line.firstSlot.startsAt, line.firstSlot.endsAt, zone, locale) : t.noSlotYet,
      notes.filter(Boolean).join(' · '),
    ],
  }
}

interface ChooseProps {
  locale: Locale
  isIdea: boolean
  placeName: string | null
  activities: readonly Activity[]
  href: (activityId: string) => string
}

/** The menu: one card for each thing that can be asked for. */
export const ChooseActivityPage = ({ locale, isIdea, placeName, activities, href }: ChooseProps): VNode => {
  const t = requestListWords[locale]
  return (
    <>
      <Heading>{isIdea ? t.chooseIdeaTitle : t.chooseTitle}</Heading>
      <Lead>{isIdea ? t.chooseIdeaLead : t.chooseLead}</Lead>
      {placeName && <p>{t.forPlace(placeName)}</p>}
      <Cards>
        {activities.map((activity) => (
          <Card level={2} title={activity.name[locale]} href={href(activity.id)}>
            <ActivityLimits activity={activity} locale={locale} />
          </Card>
        ))}
      </Cards>
    </>
  )
}

interface PlaceProps {
  locale: Locale
  title: string
  form: FormState
  action: string
  /** Kept through the search. */
  keep?: Record<string, string>
  places: readonly { id: string; name: string; town: string }[] | null
  pick: (place: { id: string; name: string }) => VNode
}

/** Staff look for the place: by a part of its name, reading or town. */
export const PlaceSearch = ({ locale, title, form, action, keep, places, pick }: PlaceProps): VNode => {
  const t = requestListWords[locale]
  return (
    <>
      <FilterForm action={action} submit={t.search}>
        {Object.entries(keep ?? {}).map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <TextField form={form} name="place_q" label={title} hint={t.choosePlaceHint} unmarked />
      </FilterForm>
      {places !== null && places.length === 0 && <EmptyState>{t.noPlaceFound}</EmptyState>}
      {places !== null && places.length > 0 && (
        <List items={places.map((place) => ({ title: place.name, lines: [place.town], action: pick(place) }))} />
      )}
    </>
  )
}

/** Staff begin here: a place that phoned, or a supporter who told of an idea. */
export const ChoosePlacePage = (props: PlaceProps & { supporters: readonly { id: string; name: string }[] }): VNode => {
  const t = requestListWords[props.locale]
  return (
    <>
      <Heading>{props.title}</Heading>
      <PlaceSearch
        locale={props.locale}
        title={props.title}
        form={props.form}
        action={props.action}
        places={props.places}
        pick={props.pick}
      />
      {props.supporters.length > 0 && (
        <Fold summary={t.ideaTold}>
          <FilterForm action={props.action} submit={t.newIdea}>
            <Select
              form={props.form}
              name="idea_of"
              label={t.whoseIdea}
              unmarked
              options={props.supporters.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FilterForm>
        </Fold>
      )}
    </>
  )
}
