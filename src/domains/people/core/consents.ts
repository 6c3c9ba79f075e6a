import type { Role } from '#kernel/role.ts'

/** To whom a person may show something of themselves, and what. Each line is given and taken back on its own. */
export const consentLines = [
  { recipient: 'place', item: 'name' },
  { recipient: 'place', item: 'considerations' },
  { recipient: 'place', item: 'first_time' },
  { recipient: 'companion', item: 'contact' },
  { recipient: 'companion', item: 'experience' },
  { recipient: 'companion', item: 'care' },
  { recipient: 'staff', item: 'experience' },
  { recipient: 'staff', item: 'care' },
] as const

export type ConsentLine = (typeof consentLines)[number]
export type ConsentRecipient = ConsentLine['recipient']
export type ConsentItem = ConsentLine['item']
/** 'place.name' and so on: what is given at a time. */
export type ConsentKey = `${ConsentRecipient}.${ConsentItem}`

/** Those of whom something is shown to others at all. */
export const showingRoles: readonly Role[] = ['seeker', 'trainee', 'supporter']

/** The words that the person read when they decided; a new text is a new question. */
export const consentTextVersion = '2026-11-22'

export const keyOf = (line: { recipient: ConsentRecipient; item: ConsentItem }): ConsentKey =>
  `${line.recipient}.${line.item}`

export const findConsentLine = (recipient: string, item: string): ConsentLine | null =>
  consentLines.find((line) => line.recipient === recipient && line.item === item) ?? null

/** What was said about one line, and when. Oldest first or in any order: the newest counts. */
export interface ConsentSaid {
  recipient: string
  item: string
  given: boolean
  at: Date
}

/** The lines that are given now. Nothing said is not given. */
export const givenNow = (said: readonly ConsentSaid[], now: Date): ReadonlySet<ConsentKey> => {
  const known = said.filter((one) => one.at <= now)
  return new Set(consentLines.filter((line) => newestOf(known, line)?.given).map(keyOf))
}

/** The newest word on one line; of two at the same instant the refusal counts. */
export const newestOf = <T extends ConsentSaid>(said: readonly T[], line: ConsentLine): T | undefined =>
  said
    .filter((one) => one.recipient === line.recipient && one.item === line.item)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime() || Number(a.given) - Number(b.given))[0]

/** What a place calls the person: by name only where they agreed to it. */
export const nameForPlace = (person: { name: string; nickname: string }, given: ReadonlySet<ConsentKey>): string =>
  given.has('place.name') ? person.name : person.nickname
