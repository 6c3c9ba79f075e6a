import { type Called, personsInRole } from '#domains/people/index.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  commentsOf,
  endReading,
  findStory,
  insertComment,
  insertReader,
  insertStory,
  insertVersion,
  listStories,
  markStory,
  mentorsOf,
  type Story,
  tellerRoles,
  versionsOf,
} from '../data/stories.ts'
import { storyPaths } from '../web/story-paths.ts'

const titleField = 'training.story_draft.title_sealed'
const textField = 'training.story_version.text_sealed'
const commentField = 'training.story_comment.text_sealed'

export interface OpenStory extends Story {
  own: boolean
  title: string
  text: string
  /** When each was written, the newest first; of others only the newest is shown. */
  versions: { version: number; at: Date }[]
  comments: { name: string; kana: string; own: boolean; text: string; at: Date }[]
}

const rowOf = (storyId: string, version: number): string => `${storyId}/${version}`

const isTeller = ({ actor }: Ctx): boolean => (tellerRoles as readonly string[]).includes(actor.role)

const ownStory = async (ctx: Ctx, id: string): Promise<Story | null> => {
  const story = await findStory(ctx.tx, ctx.actor, id)
  return story && isTeller(ctx) && story.personId === ctx.actor.personId ? story : null
}

/** The stories that the actor reaches: one's own, and those one was chosen to read. */
export const reachableStories = async (ctx: Ctx): Promise<(Story & { own: boolean; title: string })[]> => {
  const stories = await listStories(ctx.tx, ctx.actor)
  await ctx.vault.warm(stories.map(({ personId }) => personId))
  const open = []
  for (const story of stories) {
    const own = story.personId === ctx.actor.personId
    open.push({ ...story, own, title: own ? await titleOf(ctx, story) : '' })
  }
  return open
}

const titleOf = (ctx: Ctx, { id, personId, titleSealed }: Story): Promise<string> =>
  ctx.vault.open(personId, titleField, id, titleSealed)

/** One story, opened; read by its reader, it is noted, and the person sees it. `version`: an earlier one, for the person alone. */
export const showStory = async (ctx: Ctx, id: string, version: number | null = null): Promise<OpenStory | null> => {
  const story = await findStory(ctx.tx, ctx.actor, id)
  if (!story) return null
  const { personId } = story
  const own = personId === ctx.actor.personId
  const versions = await versionsOf(ctx.tx, ctx.actor.programmeId, id)
  const wanted = version === null ? versions[0] : own ? versions.find((one) => one.version === version) : undefined
  if (!wanted) return null
  if (!own) ctx.audit.read({ kind: 'training.story_draft', id, subject: personId, classes: ['lived'] })
  const comments: OpenStory['comments'] = []
  for (const one of await commentsOf(ctx.tx, ctx.actor.programmeId, id)) {
    const text = await ctx.vault.open(personId, commentField, one.id, one.textSealed)
    comments.push({ name: one.name, kana: one.kana, own: one.byPerson === ctx.actor.personId, text, at: one.at })
  }
  return {
    ...story,
    own,
    title: await titleOf(ctx, story),
    text: await ctx.vault.open(personId, textField, rowOf(id, wanted.version), wanted.textSealed),
    versions: own ? versions.map(({ version: of, at }) => ({ version: of, at })) : [],
    comments,
  }
}

export interface Told {
  title: string
  text: string
}

/** Begins a story. Answers whether its words call for somebody. */
export const beginStory = async (ctx: Ctx, { title, text }: Told): Promise<{ id: string; risk: boolean }> => {
  const { personId, programmeId } = ctx.actor
  const id = ctx.newId()
  const titleSealed = await ctx.vault.seal(personId, titleField, id, title)
  await insertStory(ctx.tx, programmeId, { id, personId, titleSealed, at: ctx.now })
  await keepText(ctx, id, 1, text)
  ctx.audit.wrote({ action: 'begin', kind: 'training.story_draft', id, subject: personId })
  return { id, risk: await heedRisk(ctx, personId, title, text) }
}

const keepText = async (ctx: Ctx, id: string, version: number, text: string): Promise<void> => {
  const textSealed = await ctx.vault.seal(ctx.actor.personId, textField, rowOf(id, version), text)
  await insertVersion(ctx.tx, ctx.actor.programmeId, id, { version, textSealed, at: ctx.now })
}

const heedRisk = async (ctx: Ctx, personId: string, ...texts: string[]): Promise<boolean> => {
  const risk = hasWordsOfRisk(...texts)
  if (risk) await ctx.outbox.emit('training.words_of_risk', { personId })
  return risk
}

/** Writes on: what stood there stays as an earlier version. Where another window was quicker: what stands there now. */
export const writeStory = async (
  ctx: Ctx,
  id: string,
  told: Told & { version: number },
): Promise<Result<{ risk: boolean }, OpenStory> | null> => {
  const story = await ownStory(ctx, id)
  if (!story) return null
  const { programmeId, personId } = ctx.actor
  const titleSealed = await ctx.vault.seal(personId, titleField, id, told.title)
  if (!(await markStory(ctx.tx, programmeId, { id, version: told.version }, { title_sealed: titleSealed }))) {
    const theirs = await showStory(ctx, id)
    return theirs && no(theirs)
  }
  const [newest] = await versionsOf(ctx.tx, programmeId, id)
  await keepText(ctx, id, (newest?.version ?? 0) + 1, told.text)
  ctx.audit.wrote({ action: 'write', kind: 'training.story_draft', id, subject: personId })
  return ok({ risk: await heedRisk(ctx, personId, told.title, told.text) })
}

/** Whom the actor may ask to read: staff of the programme, and mentors of their runs. */
export const possibleReaders = async (ctx: Ctx): Promise<Called[]> => {
  const { programmeId, personId } = ctx.actor
  const staff = await personsInRole(ctx.tx, programmeId, ['companion', 'supervisor', 'coordinator'])
  const mentors = await mentorsOf(ctx.tx, programmeId, personId)
  const peers = (await personsInRole(ctx.tx, programmeId, ['supporter'])).filter(({ id }) => mentors.includes(id))
  return [...staff, ...peers].filter(
    ({ id }, at, all) => id !== personId && all.findIndex((one) => one.id === id) === at,
  )
}

/** One reader, or nobody from now on. Whoever read before reads no more. */
export const chooseReader = async (
  ctx: Ctx,
  id: string,
  readerId: string | null,
): Promise<Result<Story, 'unknown'> | null> => {
  const story = await ownStory(ctx, id)
  if (!story) return null
  if (readerId === story.readerId) return ok(story)
  if (readerId !== null && !(await possibleReaders(ctx)).some((one) => one.id === readerId)) return no('unknown')
  const { programmeId, personId } = ctx.actor
  await endReading(ctx.tx, programmeId, id, ctx.now)
  if (readerId !== null) {
    await insertReader(ctx.tx, programmeId, { id: ctx.newId(), storyId: id, readerId, at: ctx.now })
    await ctx.outbox.tell(readerId, 'training.story_to_read', {}, storyPaths.story(id))
  }
  ctx.audit.wrote({ action: 'choose_reader', kind: 'training.story_draft', id, subject: personId })
  return ok(story)
}

/** A word beside the story, by the person or the reader they chose; each is told of the other's. */
export const commentOnStory = async (ctx: Ctx, id: string, text: string): Promise<{ risk: boolean } | null> => {
  const story = await findStory(ctx.tx, ctx.actor, id)
  if (!story) return null
  const { programmeId } = ctx.actor
  const commentId = ctx.newId()
  const [newest] = await versionsOf(ctx.tx, programmeId, id)
  await insertComment(ctx.tx, programmeId, {
    id: commentId,
    storyId: id,
    onVersion: newest?.version ?? 1,
    byPerson: ctx.actor.personId,
    textSealed: await ctx.vault.seal(story.personId, commentField, commentId, text),
    at: ctx.now,
  })
  ctx.audit.wrote({ action: 'comment', kind: 'training.story_draft', id, subject: story.personId })
  const own = story.personId === ctx.actor.personId
  const other = own ? story.readerId : story.personId
  if (other) await ctx.outbox.tell(other, 'training.story_comment', {}, storyPaths.story(id))
  return { risk: own ? await heedRisk(ctx, story.personId, text) : false }
}

/** Lays it aside, where nobody else reads it, or takes it up again. */
export const layAside = async (ctx: Ctx, id: string): Promise<boolean> => {
  const story = await ownStory(ctx, id)
  if (!story) return false
  const aside = story.setAsideAt === null
  const marks = { set_aside_at: aside ? ctx.now : null }
  if (!(await markStory(ctx.tx, ctx.actor.programmeId, story, marks))) return false
  if (aside) await endReading(ctx.tx, ctx.actor.programmeId, id, ctx.now)
  const action = aside ? 'lay_aside' : 'take_up'
  ctx.audit.wrote({ action, kind: 'training.story_draft', id, subject: ctx.actor.personId })
  return true
}

/** Everything that the actor wrote, every version with its words: for their own record. */
export const ownStories = async (ctx: Ctx) => {
  const { tx, actor, vault } = ctx
  const own = (await listStories(tx, actor)).filter(({ personId }) => personId === actor.personId)
  return Promise.all(
    own.map(async (story) => ({
      title: await titleOf(ctx, story),
      versions: await Promise.all(
        (await versionsOf(tx, actor.programmeId, story.id)).map(async ({ version, textSealed, at }) => ({
          at,
          text: await vault.open(actor.personId, textField, rowOf(story.id, version), textSealed),
        })),
      ),
    })),
  )
}
