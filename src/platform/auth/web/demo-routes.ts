import type { Tx } from '#platform/db/index.ts'
import { redirect } from '#platform/http/call.ts'
import { publicRoute, type RouteSpec } from '#platform/http/routes.ts'
import { getAccount, holdsStaffRole, listHeldRoles } from '../accounts.ts'
import { authPaths } from '../paths.ts'
import { setTotp } from '../second-factor.ts'
import type { AuthServices, DemoSignIns } from '../auth-services.ts'
import { comeIn } from '../sign-in.ts'
import { newTotpSecret } from '../totp.ts'
import { arrive, stepOf } from './guard.ts'

/** One press instead of the mail, for sample people. The second factor of staff stays: its page shows the code. */
export const demoRoutes = (services: AuthServices, demo: DemoSignIns): RouteSpec[] => [
  publicRoute({
    method: 'POST',
    path: authPaths.demo,
    who: 'anyone',
    reach: 'sample people, in the demo only',
    handle: (call) =>
      services.db.asPlatform(async (tx) => {
        const wanted = call.form.text('membership')
        const sample = (await demo.list(tx)).find(({ membershipId }) => membershipId === wanted)
        const accountId = sample ? await accountOf(tx, sample.membershipId) : null
        if (!accountId) return redirect(authPaths.signIn())
        const held = await listHeldRoles(tx, accountId, call.now)
        if (holdsStaffRole(held)) await haveSecondFactor(tx, services, accountId, call.now)
        const chosen = held.find(({ membershipId }) => membershipId === wanted) ?? null
        return arrive(await comeIn(stepOf(call, services, tx), accountId, 'demo', chosen))
      }),
  }),
]

const accountOf = async (tx: Tx, membershipId: string): Promise<string | null> => {
  const row = await tx
    .selectFrom('platform.membership')
    .select('account_id')
    .where('id', '=', membershipId)
    .executeTakeFirst()
  return row?.account_id ?? null
}

// Nobody has this account's telephone.
const haveSecondFactor = async (tx: Tx, services: AuthServices, accountId: string, now: Date): Promise<void> => {
  const { totpConfirmedAt } = await getAccount(tx, accountId)
  if (!totpConfirmedAt) await setTotp(tx, services, accountId, { secret: newTotpSecret(), step: null }, now)
}
