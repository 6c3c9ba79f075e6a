import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { clientAddress } from './client-address.ts'
import { deviceName } from './device.ts'

/** What only the sign-in needs to know of a request. */
export interface Client {
  /** The whole Cookie header. */
  cookie: string | null
  /** What attempts are counted by: see client-address.ts. */
  address: string
  /** The browser and system in two words, for the person's list of sessions. */
  device: string
}

export const clientOf = (c: Context, trustedProxies: number): Client => ({
  cookie: c.req.header('cookie') ?? null,
  address: clientAddress(socketAddress(c), c.req.header('x-forwarded-for') ?? null, trustedProxies),
  device: deviceName(c.req.header('user-agent') ?? ''),
})

// There is no socket under app.request(): tests say theirs in the env.
const socketAddress = (c: Context): string => {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return typeof c.env?.socketAddress === 'string' ? c.env.socketAddress : 'unknown'
  }
}
