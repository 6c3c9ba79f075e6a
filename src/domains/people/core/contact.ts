/** How a person wants to hear from the programme, besides the inbox that everybody has. */
export const channels = ['mail', 'inbox', 'phone', 'letter'] as const
export type Channel = (typeof channels)[number]

/** How something reached the programme that the person did not enter themselves. */
export const tellings = ['phone', 'paper', 'fax', 'in_person', 'mail'] as const
export type Telling = (typeof tellings)[number]

export const isTelling = (text: string): text is Telling => (tellings as readonly string[]).includes(text)

/** How a person can be reached at all; a channel that does not lead to them is not chosen. */
export interface Reach {
  channel: Channel
  email: string | null
  phone: string | null
}

export type ReachBlocker = { kind: 'mail_without_address' } | { kind: 'phone_without_number' }

export const reachBlockers = ({ channel, email, phone }: Reach): ReachBlocker[] => {
  if (channel === 'mail' && !email) return [{ kind: 'mail_without_address' }]
  if (channel === 'phone' && !phone) return [{ kind: 'phone_without_number' }]
  return []
}
