import type { Role } from '#kernel/role.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { blankForm, type FormState, refusedForm } from '#ui/index.ts'
import { askHolders, recordHolderAnswer } from '../actions/ask-holders.ts'
import { againstMerging, mergePersons, sayNotSame, undoMerge } from '../actions/merge-persons.ts'
import type { Belongings } from '../belongings.ts'
import { likelyDoubles } from '../core/alike.ts'
import { isMergeAnswer } from '../core/merge-question.ts'
import { listKnown } from '../data/alike.ts'
import { areasOf, notSamePairs, saidNotSame, standingMerges } from '../data/merges.ts'
import { openQuestions, questionsAbout } from '../data/merge-questions.ts'
import { findPerson, personSince, rolesOf } from '../data/persons.ts'
import { peopleBelongings } from '../own-belongings.ts'
import { DoublePage, type Side } from './double-page.tsx'
import { DoublesPage } from './doubles-page.tsx'
import { doublesWords } from './doubles-words.ts'
import { peoplePaths } from './paths.ts'
import { toldLabels, toldSchema } from './told-form.tsx'

export interface DoublesParts {
  belongings: readonly Belongings[]
  roleWords: Record<Locale, Record<Role, string>>
}

const pageSize = 50

const list = async (call: Call): Promise<Reply> => {
  const { tx, actor, reader } = call
  const said = await saidNotSame(tx, actor.programmeId)
  const doubles = likelyDoubles(await listKnown(tx, actor.programmeId), said)
  const last = Math.max(1, Math.ceil(doubles.length / pageSize))
  const at = Math.min(last, Math.max(1, Math.trunc(Number(call.query.get('page'))) || 1))
  return page(
    doublesWords[reader.locale].title,
    <DoublesPage
      locale={reader.locale}
      zone={call.zone}
      doubles={doubles.slice((at - 1) * pageSize, at * pageSize)}
      page={at}
      last={last}
      questions={await openQuestions(tx, actor.programmeId)}
      merges={await standingMerges(tx, actor.programmeId)}
      notSame={await notSamePairs(tx, actor.programmeId)}
      token={call.formToken}
    />,
  )
}

const sideOf = async (call: Call, parts: DoublesParts, id: string): Promise<Side | null> => {
  const { tx, actor, reader } = call
  const person = await findPerson(tx, actor.programmeId, id)
  const since = person && (await personSince(tx, actor.programmeId, id))
  if (!person || !since) return null
  const columns = [peopleBelongings, ...parts.belongings].flatMap((each) => each.columns)
  const roles = await rolesOf(tx, actor.programmeId, id)
  return {
    ...person,
    since,
    roles: roles.map((role) => parts.roleWords[reader.locale][role]),
    areas: await areasOf(tx, actor.programmeId, columns, id),
  }
}

const compare = async (
  call: Call,
  parts: DoublesParts,
  refused: { form?: FormState; told?: FormState; status: number } | null = null,
): Promise<Reply> => {
  const one = await sideOf(call, parts, call.param('oneId'))
  const other = await sideOf(call, parts, call.param('otherId'))
  if (!one || !other || one.id === other.id) return notFound()
  const { locale } = call.reader
  // Which of them stays decides what stands in the way: the page names what stands in it both ways, until one is chosen.
  const ways = [
    await againstMerging(call, { kept: one.id, gone: other.id }, parts.belongings),
    await againstMerging(call, { kept: other.id, gone: one.id }, parts.belongings),
  ]
  const open = ways.find(({ own, others }) => own.length + others.length === 0)
  return page(
    doublesWords[locale].compareTitle,
    <DoublePage
      locale={locale}
      zone={call.zone}
      sides={[one, other]}
      against={open ?? ways[0] ?? { own: [], others: [] }}
      questions={await questionsAbout(call.tx, call.actor.programmeId, { kept: one.id, gone: other.id })}
      form={refused?.form ?? blankForm(locale, {}, 'merge')}
      told={refused?.told ?? blankForm(locale, {}, 'told')}
      token={call.formToken}
    />,
    { status: refused?.status ?? 200 },
  )
}

const merge = async (call: Call, parts: DoublesParts): Promise<Reply> => {
  const { locale } = call.reader
  const t = doublesWords[locale]
  const [one, other] = [call.param('oneId'), call.param('otherId')]
  const kept = call.form.text('keep')
  const refuse = (field: string, message: string, status: number): Promise<Reply> =>
    compare(call, parts, { form: refusedForm(locale, call.form.values, [{ field, message }], 'merge'), status })
  if (kept !== one && kept !== other) return refuse('keep', t.keepNeeded, 422)
  const gone = kept === one ? other : one
  const merged = await mergePersons(call, { kept, gone }, parts.belongings)
  if (!merged) return notFound()
  if (merged.ok) return redirect(peoplePaths.person(kept), t.merged)
  const [first] = merged.error.others
  return refuse('keep', first?.text(locale) ?? t.changed, 409)
}

const ask = async (call: Call): Promise<Reply> => {
  const t = doublesWords[call.reader.locale]
  const [one, other] = [call.param('oneId'), call.param('otherId')]
  const asked = await askHolders(call, { kept: one, gone: other })
  if (!asked) return notFound()
  return redirect(peoplePaths.double(one, other), asked.ok ? t.asked : t.changed)
}

const holderTold = async (call: Call, parts: DoublesParts): Promise<Reply> => {
  const { locale } = call.reader
  const t = doublesWords[locale]
  const told = toldSchema(locale, call.today).pick({ via: true }).safeParse(call.form.values)
  const answer = call.form.text('answer')
  if (!told.success || !isMergeAnswer(answer)) {
    const errors = [
      ...(isMergeAnswer(answer) ? [] : [{ field: 'answer', message: t.answerNeeded }]),
      ...(told.success ? [] : formErrors(told.error, toldLabels(locale), locale)),
    ]
    return compare(call, parts, { told: refusedForm(locale, call.form.values, errors, 'told'), status: 422 })
  }
  const [holder, other] = [call.param('oneId'), call.param('otherId')]
  const recorded = await recordHolderAnswer(call, { holder, other }, { answer, told: told.data.via })
  return recorded ? redirect(peoplePaths.double(holder, other), t.answerRecorded) : notFound()
}

const sayTwo = async (call: Call, differ: boolean): Promise<Reply> => {
  const t = doublesWords[call.reader.locale]
  const said = await sayNotSame(call, [call.param('oneId'), call.param('otherId')], differ)
  return said ? redirect(peoplePaths.doubles, differ ? t.notSameDone : t.maybeSameDone) : notFound()
}

const undo = async (call: Call, parts: DoublesParts): Promise<Reply> => {
  const t = doublesWords[call.reader.locale]
  const undone = await undoMerge(call, call.param('id'), parts.belongings)
  if (!undone) return notFound()
  const [blocker] = undone.ok ? [] : undone.error
  return redirect(peoplePaths.doubles, blocker ? t.undoBlockers[blocker.kind] : t.undone)
}

const coordinators = { who: ['coordinator'], reach: 'the programme' } as const

/** Finding records of one person, making them one, and taking them apart again. */
export const doublesRoutes = (parts: DoublesParts): RouteSpec[] => {
  const get = (path: string, handle: (call: Call) => Promise<Reply>) =>
    memberRoute({ ...coordinators, method: 'GET', path, handle })
  const post = (path: string, handle: (call: Call) => Promise<Reply>) =>
    memberRoute({ ...coordinators, method: 'POST', path, handle })
  return [
    get(peoplePaths.doubles, list),
    get(peoplePaths.double(':oneId', ':otherId'), (call) => compare(call, parts)),
    post(peoplePaths.mergeDouble(':oneId', ':otherId'), (call) => merge(call, parts)),
    post(peoplePaths.askHolders(':oneId', ':otherId'), ask),
    post(peoplePaths.holderTold(':oneId', ':otherId'), (call) => holderTold(call, parts)),
    post(peoplePaths.notSame(':oneId', ':otherId'), (call) => sayTwo(call, true)),
    post(peoplePaths.maybeSame(':oneId', ':otherId'), (call) => sayTwo(call, false)),
    post(peoplePaths.undoMerge(':id'), (call) => undo(call, parts)),
  ]
}
