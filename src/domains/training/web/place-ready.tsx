import { findPlace, placePaths, type PlaceSection } from '#domains/places/index.ts'
import { listActivities } from '#domains/programme/index.ts'
import { parseDay } from '#kernel/calendar-day.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { listWords } from '#platform/http/words.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import {
  BackLink,
  blankForm,
  DateField,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  Name,
  PostButton,
  refusedForm,
  Section,
  Select,
  StatusTag,
  SubHeading,
  TextField,
} from '#ui/index.ts'
import { readinessOn } from '../core/place-ready.ts'
import { insertReady, type PlaceReady, readyFor, trainedContacts } from '../data/place-ready.ts'
import { credentialPaths as paths } from './credential-paths.ts'
import { placeReadyWords } from './place-ready-words.ts'

const who = ['coordinator'] as const
const reach = 'the programme'
const tones = { ready: 'good', ends_soon: 'waiting', over: 'attention' } as const

/** On a place's page: who took the course for places, and for what it is ready until when. */
export const placeReadySection: PlaceSection = {
  who: ['coordinator', 'companion', 'host'],
  load: async (call, placeId) => {
    const { tx, actor } = call
    const { locale } = call.reader
    const t = placeReadyWords[locale]
    const trained = await trainedContacts(tx, actor.programmeId, placeId)
    return (
      <Section title={t.title}>
        <SubHeading>{t.trained}</SubHeading>
        {trained.length === 0 && <p>{t.nobody}</p>}
        <List
          items={trained.map((one) => ({
            title: <Name name={one.name} kana={one.kana} />,
            lines: [one.run, one.on && formatDayLong(one.on, locale)],
          }))}
        />
        <SubHeading>{t.ready}</SubHeading>
        <ReadyList call={call} all={await readyFor(tx, actor.programmeId, placeId)} />
        {actor.role === 'coordinator' && <LinkButton href={paths.ready(placeId)}>{t.edit}</LinkButton>}
      </Section>
    )
  },
}

const ReadyList = (props: { call: Call; all: readonly PlaceReady[]; places?: boolean; ends?: boolean }) => {
  const { call, all } = props
  const { locale } = call.reader
  const t = placeReadyWords[locale]
  if (all.length === 0) return <p>{t.none}</p>
  return (
    <List
      items={all.map((one) => {
        const state = readinessOn(one.until, call.today)
        return {
          title: props.places ? one.place : one.activity[locale],
          href: props.places ? paths.ready(one.placeId) : undefined,
          lines: [props.places ? one.activity[locale] : one.note, t.until(formatDayLong(one.until, locale))],
          tag: <StatusTag tone={tones[state]}>{t.states[state]}</StatusTag>,
          action: props.ends ? (
            <PostButton
              action={paths.ready(one.placeId)}
              token={call.formToken()}
              kind="quiet"
              fields={{ activity: one.activityId, ends: 'yes' }}
            >
              {t.noLonger}
            </PostButton>
          ) : null,
        }
      })}
    />
  )
}

const editPage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { tx, actor } = call
  const { locale } = call.reader
  const t = placeReadyWords[locale]
  const place = await findPlace(tx, actor.programmeId, call.param('id'))
  if (!place) return notFound()
  const activities = await listActivities(tx, call.today)
  return page(
    t.edit,
    <>
      <BackLink href={placePaths.place(place.id)}>{place.name}</BackLink>
      <Heading above={place.name}>{t.edit}</Heading>
      <ReadyList call={call} all={await readyFor(tx, actor.programmeId, place.id)} ends />
      <Form action={paths.ready(place.id)} token={call.formToken()} form={form} submit={t.save}>
        <Select
          form={form}
          name="activity"
          label={t.activity}
          required
          options={activities.map((one) => ({ value: one.id, label: one.name[locale] }))}
        />
        <DateField form={form} name="until" label={t.lastDay} required min={call.today} />
        <TextField form={form} name="note" label={t.note} maxlength={200} />
      </Form>
    </>,
    { status },
  )
}

const save = async (call: Call): Promise<Reply> => {
  const { tx, actor, now } = call
  const { locale } = call.reader
  const t = placeReadyWords[locale]
  const placeId = call.param('id')
  if (!(await findPlace(tx, actor.programmeId, placeId))) return notFound()
  const typed = call.form.text('activity')
  const activity = isUuid(typed) ? (await listActivities(tx, call.today)).find((one) => one.id === typed) : undefined
  const ends = call.form.text('ends') === 'yes'
  const until = ends ? null : parseDay(call.form.text('until'))
  const dayWrong = !ends && (until === null || until < call.today)
  if (!activity || dayWrong) {
    const errors = [
      ...(activity ? [] : [{ field: 'activity', message: t.chooseActivity }]),
      ...(dayWrong ? [{ field: 'until', message: t.chooseDay }] : []),
    ]
    return editPage(call, refusedForm(locale, call.form.values, errors), 422)
  }
  const id = call.newId()
  const note = call.form.text('note').slice(0, 200)
  const by = actor.membershipId
  await insertReady(tx, actor.programmeId, { id, placeId, activityId: activity.id, until, note, by, at: now })
  call.audit.wrote({ action: ends ? 'end' : 'record', kind: 'training.place_ready', id: placeId })
  return redirect(paths.ready(placeId), t.saved)
}

const soonPage = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = placeReadyWords[locale]
  const all = await readyFor(call.tx, call.actor.programmeId, null)
  const soon = all.filter((one) => readinessOn(one.until, call.today) !== 'ready')
  const body = (
    <>
      <BackLink href={placePaths.list}>{t.title}</BackLink>
      <Heading>{t.soonTitle}</Heading>
      <Lead>{t.soonLead}</Lead>
      {soon.length === 0 ? <EmptyState>{t.soonNone}</EmptyState> : <ReadyList call={call} all={soon} places />}
    </>
  )
  return listPage(
    call,
    { title: t.soonTitle, body },
    {
      kind: 'training.place_ready',
      names: null,
      columns: () => [
        { head: listWords[locale].place, text: (one: PlaceReady) => one.place },
        { head: t.activity, text: (one: PlaceReady) => one.activity[locale] },
        { head: t.lastDay, text: (one: PlaceReady) => one.until },
        { head: listWords[locale].state, text: (one: PlaceReady) => t.states[readinessOn(one.until, call.today)] },
      ],
      rows: () => soon,
    },
  )
}

/** How ready places are: recorded by the coordinator, with what ends soon. */
export const placeReadyRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.readySoon, who, reach, handle: soonPage }),
  memberRoute({
    method: 'GET',
    path: paths.ready(':id'),
    who,
    reach,
    handle: (call) => editPage(call, blankForm(call.reader.locale)),
  }),
  memberRoute({ method: 'POST', path: paths.ready(':id'), who, reach, handle: save }),
]
