const meanings = {
  H01: 'a request or an option that is not there, or a request with two visits',
  H02: 'not as many different supporters as asked for',
  H03: 'a supporter who pauses',
  H04: 'a supporter who does not do this activity',
  H05: 'a supporter who will not talk about a topic',
  H06: 'not the gender wished for',
  H07: 'not the language wished for',
  H08: 'too far to travel, or not online',
  H09: 'a place or a person to be avoided',
  H10: 'at a time when the supporter cannot come',
  H11: 'more than the supporter does in a month',
  H12: 'more than the supporter does in a week',
  H13: 'not enough rest between two visits',
  H14: 'a first time without an experienced partner',
  H15: 'nobody of the staff who can go along, or somebody who is not needed',
  H16: 'a staff member in two places',
  H17: 'more than a staff member does in a day or a week',
  H18: 'what was agreed is not kept',
  H19: 'what was declined is proposed again',
} as const

export type ViolationCode = keyof typeof meanings

/** A hard constraint that a plan breaks. */
export interface Violation {
  code: ViolationCode
  /** The request whose visit breaks it; of a limit, the visit with which it is passed. */
  request: number
  supporter?: number
  staff?: number
}

export const violationText = ({ code, request, supporter, staff }: Violation): string => {
  const who = [`request ${request}`]
  if (supporter !== undefined) who.push(`supporter ${supporter}`)
  if (staff !== undefined) who.push(`staff ${staff}`)
  return `${code}, ${meanings[code]} (${who.join(', ')})`
}
