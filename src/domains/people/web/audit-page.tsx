import type { VNode } from 'preact'
import type { Role } from '#kernel/role.ts'
import { trailText } from '#platform/auth/account-trail-words.ts'
import { instantCell } from '#platform/http/list-page.tsx'
import type { Locale } from '#platform/i18n/reader.ts'
import { EmptyState, Heading, Lead, Name, Pagination, Small, Table, Tabs, Time } from '#ui/index.ts'
import type { TrailEntry } from '../data/trail.ts'
import { auditWords } from './audit-words.ts'
import { peoplePaths } from './paths.ts'

interface Props {
  locale: Locale
  zone: string
  entries: readonly TrailEntry[]
  accountsOnly: boolean
  older: number | null
  roleWords: Record<Role, string>
}

/** The programme's chain for its administrator: who, when, which kind. */
export const AuditPage = ({ locale, zone, entries, accountsOnly, older, roleWords }: Props): VNode => {
  const t = auditWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Tabs
        label={t.show}
        tabs={[
          { href: peoplePaths.audit(false), label: t.all, current: !accountsOnly },
          { href: peoplePaths.audit(true), label: t.accounts, current: accountsOnly },
        ]}
      />
      {entries.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <Table
          caption={t.title}
          captionHidden
          rows={entries}
          columns={[
            { head: t.when, cell: (entry) => <Time at={entry.at} zone={zone} locale={locale} />, rowHead: true },
            { head: t.who, cell: (entry) => <Who entry={entry} locale={locale} roleWords={roleWords} /> },
            { head: t.what, cell: (entry) => <What entry={entry} locale={locale} /> },
          ]}
        />
      )}
      <Pagination
        locale={locale}
        previous={null}
        next={older === null ? null : peoplePaths.audit(accountsOnly, older)}
      />
      <Small>{t.verify}</Small>
    </>
  )
}

/** The trail as a file. */
export const trailColumns = (locale: Locale, zone: string, roleWords: Record<Role, string>) => {
  const t = auditWords[locale]
  return [
    { head: t.when, text: (entry: TrailEntry) => instantCell(entry.at, zone) },
    {
      head: t.who,
      text: (entry: TrailEntry) => [whoOf(entry)?.name, roleOf(entry, locale, roleWords)].filter(Boolean).join(' '),
    },
    {
      head: t.what,
      text: (entry: TrailEntry) =>
        [whatOf(entry, locale), entry.account ? '' : codeOf(entry)].filter(Boolean).join(' '),
    },
  ]
}

const whoOf = ({ byMachine, account, actor }: TrailEntry) => (byMachine ? null : account ? account.person : actor)

const roleOf = (entry: TrailEntry, locale: Locale, roleWords: Record<Role, string>): string => {
  if (entry.byMachine) return auditWords[locale].machine
  return entry.actorRole ? roleWords[entry.actorRole] : auditWords[locale].account
}

const whatOf = (entry: TrailEntry, locale: Locale): string => {
  const t = auditWords[locale]
  if (entry.account) return trailText({ action: entry.action, how: entry.account.how }, locale)
  const names: Record<string, string> = t.classes
  const classes = entry.classes.map((one) => names[one] ?? one).join(locale === 'en' ? ', ' : '、')
  return [entry.action === 'read' ? t.saw : t.wrote, classes].filter(Boolean).join(' ')
}

const codeOf = ({ action, kind }: TrailEntry): string => (action === 'read' ? kind : `${kind} ${action}`)

const Who = ({ entry, locale, roleWords }: Pick<Props, 'locale' | 'roleWords'> & { entry: TrailEntry }): VNode => {
  const named = whoOf(entry)
  return (
    <>
      {named ? <Name name={named.name} kana={named.kana} /> : null} {roleOf(entry, locale, roleWords)}
    </>
  )
}

const What = ({ entry, locale }: { entry: TrailEntry; locale: Locale }): VNode => (
  <>
    {whatOf(entry, locale)} {entry.account ? null : <code>{codeOf(entry)}</code>}
  </>
)
