import type { Role } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import type { Call, Reply } from '#platform/http/call.ts'
import { listPage } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { listTrail } from '../data/trail.ts'
import { AuditPage, trailColumns } from './audit-page.tsx'
import { auditWords } from './audit-words.ts'
import { peoplePaths } from './paths.ts'

const pageSize = 50

const trail = async (call: Call, roleWords: Record<Locale, Record<Role, string>>): Promise<Reply> => {
  const { locale } = call.reader
  const accountsOnly = call.query.get('show') === 'accounts'
  const asked = Number(call.query.get('before'))
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  const read = (from: number | null, size: number) =>
    listTrail(call.tx, call.actor.programmeId, { accountsOnly, before: from, size })
  const found = await read(before, pageSize + 1)
  const entries = found.slice(0, pageSize)
  const body = (
    <AuditPage
      locale={locale}
      zone={call.zone}
      entries={entries}
      accountsOnly={accountsOnly}
      older={found.length > pageSize ? (entries.at(-1)?.seq ?? null) : null}
      roleWords={roleWords[locale]}
    />
  )
  return listPage(
    call,
    { title: auditWords[locale].title, body, wide: true },
    {
      kind: 'platform.audit_entry',
      names: null,
      columns: () => trailColumns(locale, call.zone, roleWords[locale]),
      rows: () => read(null, 50_000),
    },
  )
}

/** What the administrator reads of the chain. */
export const auditRoutes = (parts: { roleWords: Record<Locale, Record<Role, string>> }): RouteSpec[] => [
  memberRoute({
    method: 'GET',
    path: peoplePaths.audit(),
    who: ['admin'],
    reach: 'the programme: who and which kind, without records, words or names of those who take part',
    handle: (call) => trail(call, parts.roleWords),
  }),
]
