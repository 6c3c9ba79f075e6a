import type { Ctx } from '#platform/http/call.ts'
import { coordinatorsOf, hostsOf } from '../data/request-people.ts'
import type { Request } from '../data/requests.ts'

type Params = Record<string, string | number>

/** All coordinators of the programme but the one who acts. */
export const tellCoordinators = async (ctx: Ctx, kind: string, params: Params, path: string): Promise<void> =>
  tellEach(ctx, await coordinatorsOf(ctx.tx, ctx.now), kind, params, path)

/** Who asked: the people of the place, and the supporter whose idea it is. */
export const tellAskers = async (
  ctx: Ctx,
  request: Pick<Request, 'placeId' | 'ideaOf'>,
  kind: string,
  params: Params,
  path: string,
): Promise<void> => {
  const hosts = request.placeId === null ? [] : await hostsOf(ctx.tx, request.placeId, ctx.now)
  await tellEach(ctx, [...hosts, ...(request.ideaOf ? [request.ideaOf] : [])], kind, params, path)
}

export const tellHosts = async (ctx: Ctx, placeId: string, kind: string, params: Params, path: string): Promise<void> =>
  tellEach(ctx, await hostsOf(ctx.tx, placeId, ctx.now), kind, params, path)

const tellEach = async (
  ctx: Ctx,
  people: readonly string[],
  kind: string,
  params: Params,
  path: string,
): Promise<void> => {
  for (const personId of new Set(people))
    if (personId !== ctx.actor.personId) await ctx.outbox.tell(personId, kind, params, path)
}
