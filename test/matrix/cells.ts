import { type Role, roles } from '#kernel/role.ts'
import type { RecordKind } from './records.ts'

/** What comes back: the page, what a form did or why it may not, the sign-in, 'no such page', another page, a link that is spent. */
export type Answer = 'in' | 'door' | 'nothing' | 'elsewhere' | 'spent'

/** How the asked-for record stands to the asker. */
export const relations = ['own', 'other', 'foreign', 'unknown'] as const
export type Relation = (typeof relations)[number]

/** The expectation for one route, written by hand. */
export interface Expected {
  of: RecordKind | null
  /** A page of no programme: the demo's sign-in lists the people of all. */
  outside: boolean
  /** Parts of the address that name no record. */
  fixed?: Record<string, string>
  answer(who: Role | 'stranger', relation: Relation | null): Answer
}

/** Everybody gets the same, signed in or not. */
export const everyone = (answer: Answer): Expected => ({ of: null, outside: true, answer: () => answer })

/** A page of the account: whoever is signed in, in any role. */
export const signedIn = (answer: Answer, stranger: Answer = 'door'): Expected => ({
  of: null,
  outside: true,
  answer: (who) => (who === 'stranger' ? stranger : answer),
})

/** Only these roles; for all others there is no such page. */
export const only = (names: string, leads: Answer = 'in', fixed: Record<string, string> = {}): Expected => {
  const may = rolesIn(names)
  const answer: Expected['answer'] = (who) => (who === 'stranger' ? 'door' : may.includes(who) ? leads : 'nothing')
  return { of: null, outside: false, fixed, answer }
}

/** A route to one record: some roles reach all of the programme's, some only their own. Foreign ones nobody. */
export const records = (
  of: RecordKind,
  reach: { all?: string; own?: string; leads?: Answer; fixed?: Record<string, string> },
): Expected => {
  const all = rolesIn(reach.all ?? '')
  const own = rolesIn(reach.own ?? '')
  const both = all.filter((role) => own.includes(role))
  if (both.length > 0) throw new Error(`${both.join(', ')}: all, or only their own?`)
  return {
    of,
    outside: false,
    fixed: reach.fixed ?? {},
    answer: (who, relation) => {
      if (who === 'stranger') return 'door'
      const reached = all.includes(who)
        ? relation === 'own' || relation === 'other'
        : own.includes(who) && relation === 'own'
      return reached ? (reach.leads ?? 'in') : 'nothing'
    },
  }
}

const rolesIn = (names: string): Role[] => {
  const words = names === 'all' ? [...roles] : names.split(' ').filter((word) => word !== '')
  const unknown = words.filter((word) => !(roles as readonly string[]).includes(word))
  if (unknown.length > 0) throw new Error(`no such role: ${unknown.join(', ')}`)
  return words as Role[]
}
