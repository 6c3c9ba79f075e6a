import { z } from 'zod'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  BackLink,
  blankForm,
  CrisisCard,
  EmptyState,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  Notice,
  OwnWords,
  refusedForm,
  Section,
  type StaleField,
  StatusTag,
} from '#ui/index.ts'
import {
  beginStory,
  chooseReader,
  commentOnStory,
  layAside,
  type OpenStory,
  possibleReaders,
  reachableStories,
  showStory,
  writeStory,
} from '../actions/stories.ts'
import { readerRoles, tellerRoles } from '../data/stories.ts'
import { versionOf } from './form-values.ts'
import { StoryForm, StoryPage, type StoryPageProps } from './story-page.tsx'
import { storyPaths as paths } from './story-paths.ts'
import { storyWords } from './story-words.ts'

const tellers = tellerRoles
const everybody = [...new Set([...tellerRoles, ...readerRoles])]
const reach = 'own; the one reader whom the person chose'

const crisisOf = ({ programme }: Call) => ({
  text: programme.crisisCard,
  phone: programme.contactPhone,
  hours: programme.contactHours,
})

const mayTell = ({ actor }: Call): boolean => (tellers as readonly string[]).includes(actor.role)

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = storyWords[locale]
  const stories = await reachableStories(call)
  const own = stories.filter((story) => story.own)
  const toRead = stories.filter((story) => !story.own)
  return page(
    t.title,
    <>
      <Heading>{t.title}</Heading>
      <Lead>{mayTell(call) ? t.lead : t.leadReader}</Lead>
      {mayTell(call) ? (
        <Section title={t.own}>
          {own.length === 0 ? <EmptyState>{t.empty}</EmptyState> : null}
          <List
            items={own.map(({ id, title, setAsideAt }) => ({
              title: <span data-own-words>{title}</span>,
              href: paths.story(id),
              tag: setAsideAt ? <StatusTag tone="ended">{t.asideTag}</StatusTag> : null,
            }))}
          />
          <Actions>
            <LinkButton href={paths.new}>{t.begin}</LinkButton>
          </Actions>
        </Section>
      ) : null}
      {toRead.length > 0 || !mayTell(call) ? (
        <Section title={t.toRead}>
          {toRead.length === 0 ? <EmptyState>{t.emptyReader}</EmptyState> : null}
          <List items={toRead.map((story) => ({ title: t.of(spoken(story)), href: paths.story(story.id) }))} />
        </Section>
      ) : null}
    </>,
  )
}

const newPage = (call: Call, form: FormState, status = 200): Reply => {
  const { locale } = call.reader
  const t = storyWords[locale]
  return page(
    t.begin,
    <>
      <BackLink href={paths.list}>{t.back}</BackLink>
      <Heading>{t.begin}</Heading>
      <Lead>{t.lead}</Lead>
      <StoryForm locale={locale} action={paths.new} token={call.formToken()} form={form} crisis={crisisOf(call)} />
    </>,
    { status },
  )
}

const toldSchema = z.object({
  title: z.string().trim().min(1).max(100),
  text: z.string().max(20000).default(''),
})

const labels = (call: Call) => {
  const t = storyWords[call.reader.locale]
  return { title: t.storyTitle, text: t.text }
}

const begin = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const parsed = toldSchema.safeParse(call.form.values)
  if (!parsed.success)
    return newPage(call, refusedForm(locale, call.form.values, formErrors(parsed.error, labels(call), locale)), 422)
  const { id, risk } = await beginStory(call, parsed.data)
  return risk ? heard(call, id) : redirect(paths.story(id), storyWords[locale].saved)
}

// Words that call for somebody: the numbers at once, on the page that answers.
const heard = (call: Call, id: string): Reply => {
  const { locale } = call.reader
  const t = storyWords[locale]
  const crisis = crisisOf(call)
  return page(
    t.title,
    <>
      <Notice tone="good">{t.savedRisk}</Notice>
      <CrisisCard locale={locale} text={crisis.text} phone={crisis.phone} hours={crisis.hours} urgent />
      <LinkButton href={paths.story(id)}>{t.backToStory}</LinkButton>
    </>,
  )
}

interface Again {
  forms?: Partial<StoryPageProps['forms']>
  stale?: readonly StaleField[]
  status?: number
}

const storyPage = async (call: Call, again: Again = {}): Promise<Reply> => {
  const { locale } = call.reader
  const story = await showStory(call, call.param('id'))
  if (!story) return notFound()
  const title = story.own ? story.title : storyWords[locale].of(spoken(story))
  return page(
    title,
    <StoryPage
      page={{
        locale,
        zone: call.zone,
        story,
        readers: story.own ? await possibleReaders(call) : [],
        forms: {
          story: blankForm(locale, { title: story.title, text: story.text }),
          reader: blankForm(locale, { reader_id: story.readerId ?? '' }, 'reader'),
          comment: blankForm(locale, {}, 'comment'),
          ...again.forms,
        },
        stale: again.stale ?? [],
        token: call.formToken,
        crisis: crisisOf(call),
      }}
    />,
    { status: again.status ?? 200 },
  )
}

const write = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = storyWords[locale]
  const { values } = call.form
  const parsed = toldSchema.safeParse(values)
  if (!parsed.success) {
    const form = refusedForm(locale, values, formErrors(parsed.error, labels(call), locale))
    return storyPage(call, { forms: { story: form }, status: 422 })
  }
  const id = call.param('id')
  const written = await writeStory(call, id, { ...parsed.data, version: versionOf(call.form) })
  if (!written) return notFound()
  if (!written.ok) {
    const form = refusedForm(locale, values, [])
    return storyPage(call, { forms: { story: form }, stale: staleOf(call, parsed.data, written.error), status: 409 })
  }
  return written.value.risk ? heard(call, id) : redirect(paths.story(id), t.saved)
}

const staleOf = (call: Call, mine: z.infer<typeof toldSchema>, theirs: OpenStory): StaleField[] => {
  const t = storyWords[call.reader.locale]
  return [
    { label: t.storyTitle, mine: mine.title, theirs: theirs.title },
    { label: t.text, mine: mine.text, theirs: theirs.text },
  ]
}

const showVersion = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = storyWords[locale]
  const version = Number(call.param('version'))
  const story = Number.isInteger(version) && version > 0 ? await showStory(call, call.param('id'), version) : null
  if (!story) return notFound()
  return page(
    story.title,
    <>
      <BackLink href={paths.story(story.id)}>{t.backToStory}</BackLink>
      <Heading>
        <span data-own-words>{story.title}</span>
      </Heading>
      <Lead>{t.older}</Lead>
      <OwnWords text={story.text} />
    </>,
  )
}

const reader = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = storyWords[locale]
  const id = call.param('id')
  const chosen = await chooseReader(call, id, call.form.text('reader_id') || null)
  if (!chosen) return notFound()
  if (chosen.ok) return redirect(paths.story(id), t.readerSaved)
  const form = refusedForm(locale, call.form.values, [{ field: 'reader_id', message: t.readerUnknown }], 'reader')
  return storyPage(call, { forms: { reader: form }, status: 409 })
}

const comment = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = storyWords[locale]
  const id = call.param('id')
  const text = call.form.text('comment').trim().slice(0, 2000)
  if (text === '') {
    const form = refusedForm(locale, call.form.values, [{ field: 'comment', message: t.commentNeeded }], 'comment')
    return storyPage(call, { forms: { comment: form }, status: 422 })
  }
  const said = await commentOnStory(call, id, text)
  if (!said) return notFound()
  return said.risk ? heard(call, id) : redirect(paths.story(id), t.commentSaved)
}

const aside = async (call: Call): Promise<Reply> =>
  (await layAside(call, call.param('id'))) ? redirect(paths.story(call.param('id'))) : notFound()

export const storyRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.list, who: everybody, reach, handle: list }),
  memberRoute({
    method: 'GET',
    path: paths.new,
    who: tellers,
    reach: 'own',
    handle: async (call) => newPage(call, blankForm(call.reader.locale)),
  }),
  memberRoute({ method: 'POST', path: paths.new, who: tellers, reach: 'own', handle: begin }),
  memberRoute({
    method: 'GET',
    path: paths.story(':id'),
    who: everybody,
    reach,
    handle: (call) => storyPage(call),
  }),
  memberRoute({ method: 'POST', path: paths.story(':id'), who: tellers, reach: 'own', handle: write }),
  memberRoute({
    method: 'GET',
    path: paths.version(':id', ':version'),
    who: tellers,
    reach: 'own',
    handle: showVersion,
  }),
  memberRoute({ method: 'POST', path: paths.reader(':id'), who: tellers, reach: 'own', handle: reader }),
  memberRoute({ method: 'POST', path: paths.comments(':id'), who: everybody, reach, handle: comment }),
  memberRoute({ method: 'POST', path: paths.aside(':id'), who: tellers, reach: 'own', handle: aside }),
]
