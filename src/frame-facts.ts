import type { Tx } from '#platform/db/index.ts'
import { named } from '#platform/db/index.ts'
import type { Actor } from '#platform/http/call.ts'

/** What stands around every page of a signed-in person. */
export interface FrameFacts {
  name: string
  kana: string
  unread: number
  severalRoles: boolean
}

const text = `
  select p.name, p.kana,
    (select count(*)::int from platform.message m where m.person_id = p.id and m.read_at is null and m.withdrawn_at is null) as unread,
    (select count(*)::int from platform.membership s where s.account_id = $2 and s.ended_at is null) > 1 as "severalRoles"
  from people.person p where p.id = $1`

export const frameFacts = async (tx: Tx, actor: Actor): Promise<FrameFacts> => {
  const [row] = await named<FrameFacts>(tx, 'frame', text, [actor.personId, actor.accountId])
  if (!row) throw new Error('an actor without a person')
  return row
}
