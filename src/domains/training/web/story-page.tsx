import type { VNode } from 'preact'
import { formatInstant } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  BackLink,
  CrisisCard,
  EmptyState,
  Fold,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Name,
  Notice,
  OwnWords,
  PostButton,
  Section,
  Select,
  Small,
  StaleEdit,
  type StaleField,
  StatusTag,
  TextArea,
  TextField,
  Time,
} from '#ui/index.ts'
import type { OpenStory } from '../actions/stories.ts'
import { storyPaths as paths } from './story-paths.ts'
import { storyWords } from './story-words.ts'

export interface StoryPageProps {
  locale: Locale
  zone: string
  story: OpenStory
  readers: readonly { id: string; name: string }[]
  forms: { story: FormState; reader: FormState; comment: FormState }
  stale: readonly StaleField[]
  token: () => string
  crisis: Crisis
}

interface Crisis {
  text: string
  phone: string
  hours: string
}

/** A story: to its owner with all that they can do, to its one reader with the text and the words beside it. */
export const StoryPage = ({ page }: { page: StoryPageProps }): VNode => {
  const { locale, story } = page
  const t = storyWords[locale]
  return (
    <>
      <BackLink href={paths.list}>{t.back}</BackLink>
      <Heading tag={story.setAsideAt ? <StatusTag tone="ended">{t.asideTag}</StatusTag> : null}>
        {story.own ? <span data-own-words>{story.title}</span> : t.of(spoken(story))}
      </Heading>
      <Lead>{story.own ? t.lead : t.leadReader}</Lead>
      {story.own ? <Writing page={page} /> : <OwnWords text={`${story.title}\n\n${story.text}`} />}
      {story.setAsideAt === null ? <Comments page={page} /> : null}
      {story.own ? <Keeping page={page} /> : null}
    </>
  )
}

const Writing = ({ page }: { page: StoryPageProps }): VNode => {
  const { locale, story, forms, stale, token, crisis } = page
  return (
    <>
      {stale.length > 0 ? <StaleEdit locale={locale} fields={stale} /> : null}
      <StoryForm
        locale={locale}
        action={paths.story(story.id)}
        token={token()}
        form={forms.story}
        version={story.version}
        crisis={crisis}
      />
    </>
  )
}

export const StoryForm = (props: {
  locale: Locale
  action: string
  token: string
  form: FormState
  version?: number
  crisis: Crisis
}): VNode => {
  const { locale, form, crisis } = props
  const t = storyWords[locale]
  return (
    <>
      <Form action={props.action} token={props.token} form={form} submit={t.save} version={props.version}>
        <TextField form={form} name="title" label={t.storyTitle} required maxlength={100} />
        <TextArea form={form} name="text" label={t.text} hint={t.textHint} unmarked rows={16} maxlength={20000} />
      </Form>
      <CrisisCard locale={locale} text={crisis.text} phone={crisis.phone} hours={crisis.hours} />
    </>
  )
}

const Comments = ({ page }: { page: StoryPageProps }): VNode | null => {
  const { locale, zone, story, forms, token } = page
  const t = storyWords[locale]
  if (story.own && story.readerId === null && story.comments.length === 0) return null
  return (
    <Section title={t.comments}>
      {story.comments.length === 0 ? <EmptyState>{t.commentsEmpty}</EmptyState> : null}
      {story.comments.map(({ name, kana, own, text, at }) => (
        <article class="card quiet">
          <Small>
            {own ? t.me : <Name name={name} kana={kana} />} <Time at={at} zone={zone} locale={locale} />
          </Small>
          <OwnWords text={text} />
        </article>
      ))}
      {story.own && story.readerId === null ? null : (
        <Form
          action={paths.comments(story.id)}
          token={token()}
          form={forms.comment}
          submit={t.commentSave}
          submitKind="secondary"
        >
          <TextArea
            form={forms.comment}
            name="comment"
            label={t.comment}
            hint={t.commentHint}
            required
            maxlength={2000}
          />
        </Form>
      )}
    </Section>
  )
}

const Keeping = ({ page }: { page: StoryPageProps }): VNode => {
  const { locale, zone, story, readers, forms, token } = page
  const t = storyWords[locale]
  return (
    <>
      {story.setAsideAt === null ? (
        <Section title={t.reader}>
          <p>{t.readerLead}</p>
          {story.readerName ? (
            <Notice>
              {t.readerNow} <Name name={story.readerName} kana={story.readerKana} />
            </Notice>
          ) : null}
          <Form
            action={paths.reader(story.id)}
            token={token()}
            form={forms.reader}
            submit={t.readerSave}
            submitKind="secondary"
          >
            <Select
              form={forms.reader}
              name="reader_id"
              label={t.reader}
              unmarked
              blank={t.readerNobody}
              options={readers.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form>
        </Section>
      ) : null}
      {story.versions.length > 1 ? (
        <Fold summary={t.versions}>
          <List
            items={story.versions.slice(1).map(({ version, at }) => ({
              title: t.versionAt(formatInstant(at, zone, locale)),
              href: paths.version(story.id, version),
            }))}
          />
        </Fold>
      ) : null}
      <Fold summary={story.setAsideAt ? t.takeUp : t.aside}>
        <p>{t.asideLead}</p>
        <PostButton action={paths.aside(story.id)} token={token()}>
          {story.setAsideAt ? t.takeUp : t.aside}
        </PostButton>
      </Fold>
    </>
  )
}
