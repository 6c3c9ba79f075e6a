import { no, ok, type Result } from '#kernel/result.ts'
import type { Ctx } from '#platform/http/call.ts'
import type { IntakeRow, Judgement } from '#platform/intake/kinds.ts'
import { folded } from './core/kana.ts'
import { whoAmong } from './core/who.ts'
import { listKnown } from './data/alike.ts'

/** Of whom a row speaks. `asked`: the row left it open, and somebody said who it is. */
export interface Whose {
  id: string
  asked: Extract<Judgement, { kind: 'alike' }> | null
}

/**
 * Finds the people of somebody's list among those who are here; nobody is added by it. `ofNumber`: whose number stands in the row, where it is
 * one of ours.
 */
export const peopleOfList = async (
  ctx: Pick<Ctx, 'tx' | 'actor'>,
  ofNumber: (number: string) => string | null,
): Promise<(row: IntakeRow) => Result<Whose, Judgement>> => {
  const people = await listKnown(ctx.tx, ctx.actor.programmeId)
  const byId = new Map(people.map((one) => [one.id, one]))
  const who = whoAmong(people)
  return ({ values, decision }) => {
    const [name, kana, number] = ['name', 'kana', 'number'].map((key) => String(values[key] ?? ''))
    const numbered = byId.get(ofNumber(number ?? '') ?? '')
    if (numbered) {
      const same = folded(numbered.name) === folded(name ?? '')
      return same ? ok({ id: numbered.id, asked: null }) : no({ kind: 'refused', reasons: ['number_of_another'] })
    }
    const found = who({ name: name ?? '', kana: kana ?? '' })
    if (found.kind === 'nobody') return no({ kind: 'refused', reasons: ['nobody'] })
    if (found.kind === 'one') return ok({ id: found.person.id, asked: null })
    const sign = [name, kana].map((text) => folded(text ?? '')).join('|')
    const asked = { kind: 'alike', with: found.people, sign, orNew: false } as const
    const said = found.people.find((one) => one.id === decision)
    return said ? ok({ id: said.id, asked }) : no(asked)
  }
}

/** What a row is that can be taken over for this person. */
export const takenFor = (whose: Whose): Judgement => whose.asked ?? { kind: 'fresh', about: whose.id }
