import type { Role } from '#kernel/role.ts'
import type { Call, Later, PublicCall, Reply } from './call.ts'

interface RouteBase {
  method: 'GET' | 'POST'
  /** Hono pattern, from the slice's paths module: '/visits/:id'. */
  path: string
  /** Which records of the route the roles reach, in words: 'own place', 'own', 'the programme'. Printed by `hitoba routes`. */
  reach: string
  /** Largest body in bytes; 100 kB unless said otherwise. */
  bodyLimit?: number
}

/** A route for signed-in people of these roles; anybody else gets 404 (signed in) or the sign-in page. */
export interface MemberRoute extends RouteBase {
  who: readonly Role[]
  handle: (call: Call) => Promise<Reply | Later>
}

/** A route that needs no sign-in. */
export interface PublicRoute extends RouteBase {
  who: 'anyone'
  /** Whoever is signed in sees their own heading and menu around it. */
  readersFrame?: boolean
  handle: (call: PublicCall) => Promise<Reply>
}

export type RouteSpec = MemberRoute | PublicRoute

/** Declares a route for members. The `who` list is the policy: it may not be empty. */
export const memberRoute = (spec: MemberRoute): MemberRoute => spec

export const publicRoute = (spec: PublicRoute): PublicRoute => spec
