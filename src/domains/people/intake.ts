import type { Ctx } from '#platform/http/call.ts'
import { fieldsFrom, inAll } from '#platform/intake/describe.ts'
import type { DecidedRow, IntakeField, IntakeKind, IntakeRow, Judgement } from '#platform/intake/kinds.ts'
import { alikeAmong, isSame, isSettled, type Known } from './core/alike.ts'
import { insertNotSame, listKnown } from './data/alike.ts'
import { saidNotSame } from './data/merges.ts'
import { fillContact, insertPersons } from './data/take-in.ts'
import { intakePeopleWords, peopleHeadings } from './intake-words.ts'

type Key = keyof typeof peopleHeadings

const field = fieldsFrom<Key>(intakePeopleWords, peopleHeadings)

const fields: readonly IntakeField[] = [
  field('name', 'text', true),
  field('kana', 'reading', true),
  field('nickname', 'text'),
  field('email', 'email'),
  field('phone', 'phone'),
]

/** The columns by which other lists name somebody who is here. */
export const personFields: readonly IntakeField[] = [
  field('name', 'text', true),
  field('kana', 'reading'),
  field('number', 'text'),
]

const longestName = 80

const knownOf = ({ values }: IntakeRow): Known & { nickname: string } => {
  const text = (key: Key): string => String(values[key] ?? '')
  const orNull = (key: Key): string | null => text(key) || null
  return {
    name: text('name'),
    kana: text('kana'),
    nickname: text('nickname'),
    email: orNull('email'),
    phone: orNull('phone'),
  }
}

const judge = async (ctx: Ctx, rows: readonly IntakeRow[]): Promise<Judgement[]> => {
  const alikeTo = alikeAmong(await listKnown(ctx.tx, ctx.actor.programmeId))
  const notSame = await saidNotSame(ctx.tx, ctx.actor.programmeId)
  const above = new Set<string>()
  return rows.map((row): Judgement => {
    const person = knownOf(row)
    if (Math.max(person.name.length, person.kana.length) > longestName) return { kind: 'refused', reasons: ['long'] }
    const sign = JSON.stringify([person.name, person.kana, person.email, person.phone])
    if (above.has(sign)) return { kind: 'refused', reasons: ['twice'] }
    above.add(sign)
    const alike = alikeTo(person)
    if (alike.some((one) => isSame(one, person)) || isSettled(person, alike, notSame)) return { kind: 'known' }
    return alike.length > 0 ? { kind: 'alike', with: alike, sign: '', orNew: true } : { kind: 'fresh', about: null }
  })
}

const take = async (ctx: Ctx, rows: readonly DecidedRow[]): Promise<void> => {
  const { tx, actor, now } = ctx
  const fresh = rows
    .filter((row) => row.same === null)
    .map((row) => ({ ...knownOf(row), id: ctx.newId(), differsFrom: row.differsFrom }))
  await insertPersons(tx, actor.programmeId, fresh, now)
  const pairs = fresh.flatMap(({ id, differsFrom }) => differsFrom.map((other) => [id, other] as const))
  await insertNotSame(tx, actor.programmeId, pairs, { at: now, byMembership: actor.membershipId })
  for (const { id } of fresh) ctx.audit.wrote({ action: 'take_in', kind: 'person', id, subject: id })
  for (const row of rows) {
    if (row.same === null || !(await fillContact(tx, actor.programmeId, row.same, knownOf(row)))) continue
    ctx.audit.wrote({ action: 'fill_in', kind: 'person', id: row.same, subject: row.same })
  }
}

/** People from a list. Whoever is here already keeps what is known of them; only what was empty is filled in. */
export const peopleIntake: IntakeKind = {
  title: inAll((locale) => intakePeopleWords[locale].title),
  lead: inAll((locale) => intakePeopleWords[locale].lead),
  reasons: inAll((locale) => intakePeopleWords[locale].reasons),
  fields,
  judge,
  take,
}
