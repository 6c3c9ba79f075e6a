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

/** Finds who among many may be the same person as somebody; each question costs as much as it has answers. */
export const alikeAmong = <T extends Known>(people: readonly T[]): ((known: Known) => T[]) => {
  const byTrait = new Map<string, T[]>()
  for (const person of people)
    for (const trait of traitsOf(person)) byTrait.set(trait, [...(byTrait.get(trait) ?? []), person])
  return (known) => [...new Set(traitsOf(known).flatMap((trait) => byTrait.get(trait) ?? []))]
}
