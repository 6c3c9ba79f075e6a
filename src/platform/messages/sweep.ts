import type { Ctx } from '#platform/http/call.ts'

const day = 86_400_000

/** What has served its purpose goes: events that were handled, forms that were sent. Messages stay in the inbox. */
export const sweep = async ({ tx, actor: { programmeId }, now }: Ctx): Promise<void> => {
  await tx
    .deleteFrom('platform.event')
    .where('programme_id', '=', programmeId)
    .where('done_at', '<', new Date(now.getTime() - 30 * day))
    .execute()
  await tx
    .deleteFrom('platform.form_token')
    .where('programme_id', '=', programmeId)
    .where('at', '<', new Date(now.getTime() - 7 * day))
    .execute()
}
