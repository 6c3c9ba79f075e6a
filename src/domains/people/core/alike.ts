import { folded } from './kana.ts'

/** What tells people apart, as far as it is known. */
export interface Known {
  name: string
  kana: string
  email: string | null
  phone: string | null
}

const digits = (phone: string): string => phone.replaceAll(/\D/g, '')

/** What two people would share if they were one. A family shares an address or a telephone: sharing proves nothing. */
const traitsOf = (known: Known): string[] => [
  `name ${folded(known.name)}`,
  ...(known.kana === '' ? [] : [`kana ${folded(known.kana)}`]),
  ...(known.email === null ? [] : [`mail ${known.email.toLowerCase()}`]),
  ...(known.phone === null ? [] : [`phone ${digits(known.phone)}`]),
]

/** Everything is said of both, and it is the same: nothing is left to ask. */
export const isSame = (one: Known, other: Known): boolean =>
  (one.email !== null || one.phone !== null) &&
  one.email?.toLowerCase() === other.email?.toLowerCase() &&
  digits(one.phone ?? '') === digits(other.phone ?? '') &&
  folded(one.name) === folded(other.name) &&
  folded(one.kana) === folded(other.kana)

/**
 * Whether somebody was asked before whom this speaks of: it says nothing that one of those alike does not have already, and all the others are known
 * to be other people than that one.
 */
export const isSettled = (
  known: Known,
  alike: readonly (Known & { id: string })[],
  saidNotSame: ReadonlySet<string>,
): boolean =>
  alike.length > 1 &&
  alike.some(
    (one) =>
      saysNothingNew(known, one) &&
      alike.every((other) => other === one || saidNotSame.has(pairSign(one.id, other.id))),
  )

const saysNothingNew = (said: Known, of: Known): boolean =>
  folded(said.name) === folded(of.name) &&
  folded(said.kana) === folded(of.kana) &&
  (said.email === null || said.email.toLowerCase() === of.email?.toLowerCase()) &&
  (said.phone === null || digits(said.phone) === digits(of.phone ?? ''))

/** Finds who among many may be the same person as somebody; each question costs as much as it has answers. */
export const alikeAmong = <T extends Known>(people: readonly T[]): ((known: Known) => T[]) => {
  const byTrait = new Map<string, T[]>()
  for (const person of people)
    for (const trait of traitsOf(person)) byTrait.set(trait, [...(byTrait.get(trait) ?? []), person])
  return (known) => [...new Set(traitsOf(known).flatMap((trait) => byTrait.get(trait) ?? []))]
}

export type Shared = 'name' | 'kana' | 'email' | 'phone'

/** What two people have in common. */
export const sharedBy = (one: Known, other: Known): Shared[] => [
  ...(folded(one.name) === folded(other.name) ? ['name' as const] : []),
  ...(one.kana !== '' && folded(one.kana) === folded(other.kana) ? ['kana' as const] : []),
  ...(one.email !== null && one.email.toLowerCase() === other.email?.toLowerCase() ? ['email' as const] : []),
  ...(one.phone !== null && digits(one.phone) === digits(other.phone ?? '') ? ['phone' as const] : []),
]

export interface Double<T> {
  one: T
  other: T
  shared: Shared[]
}

/**
 * Pairs that are likely one person: the same name or reading, or both address and telephone. An address or a telephone alone is what families
 * and homes share. In the order of the list, each pair once.
 */
export const likelyDoubles = <T extends Known & { id: string }>(
  people: readonly T[],
  saidNotSame: ReadonlySet<string>,
): Double<T>[] => {
  const place = new Map(people.map((person, index) => [person.id, index]))
  const alikeTo = alikeAmong(people)
  return people.flatMap((one, index) =>
    alikeTo(one)
      .filter((other) => (place.get(other.id) ?? 0) > index && !saidNotSame.has(pairSign(one.id, other.id)))
      .map((other) => ({ one, other, shared: sharedBy(one, other) }))
      .filter(({ shared }) => shared.includes('name') || shared.includes('kana') || shared.length > 1),
  )
}

/** The same for both orders of a pair. */
export const pairSign = (one: string, other: string): string => [one, other].toSorted().join(' ')
