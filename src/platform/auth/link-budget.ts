const minute = 60_000
const day = 24 * 60 * minute

export const linkLife = { sign_in: 15 * minute, invite: 7 * day } as const

export type LinkPurpose = keyof typeof linkLife

const liveAtMost = 3
const manyADay = 20

/**
 * Whether one more mail goes to this address. Strangers may ask as often as they like: no more than three live links lie in the
 * mailbox, and one after a day of many. There is always a live one, so nobody can use up the owner's way in.
 */
export const mayMailLink = (sent: { live: number; lastDay: number }): boolean =>
  sent.live < (sent.lastDay >= manyADay ? 1 : liveAtMost)
