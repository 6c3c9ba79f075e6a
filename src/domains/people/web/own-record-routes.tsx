import { getProgramme } from '#domains/programme/index.ts'
import { type Role, roles } from '#kernel/role.ts'
import type { Cell } from '#platform/documents/csv.ts'
import { writeSheets, xlsxType } from '#platform/documents/xlsx.ts'
import { type Call, file, notFound, page, type Reply } from '#platform/http/call.ts'
import { instantCell } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Actions, BackLink, Fold, Heading, Lead, LinkButton, Section, Small, Table } from '#ui/index.ts'
import { showingRoles } from '../core/consents.ts'
import { consentWords } from '../data/consents.ts'
import { looksAt } from '../data/looked.ts'
import { findPerson } from '../data/persons.ts'
import type { OwnPart, OwnTable } from '../own-record.ts'
import { lookText } from './looked-page.tsx'
import { contactTexts } from './me-page.tsx'
import { meWords } from './me-words.ts'
import { ownRecordWords } from './own-record-words.ts'
import { peoplePaths } from './paths.ts'

interface Parts {
  roleWords: Record<Locale, Record<Role, string>>
  /** What later slices keep about somebody. */
  ownParts: readonly OwnPart[]
}

/** Null: the record was erased. */
const recordOf = async (call: Call, parts: Parts): Promise<OwnTable[] | null> => {
  const { locale } = call.reader
  const person = await findPerson(call.tx, call.actor.programmeId, call.actor.personId)
  if (!person) return null
  const t = ownRecordWords[locale]
  const tables: OwnTable[] = [
    { title: meWords[locale].contact, head: [t.about, t.value], rows: contactTexts(person, locale) },
    ...(showingRoles.includes(call.actor.role) ? [await consentTable(call)] : []),
  ]
  for (const part of parts.ownParts) tables.push(...(await part(call)))
  return [...tables, await lookTable(call, parts)]
}

const consentTable = async (call: Call): Promise<OwnTable> => {
  const { locale } = call.reader
  const { actor, zone } = call
  const t = ownRecordWords[locale]
  const me = meWords[locale]
  const recipients: Record<string, string> = me.recipients
  const items: Record<string, string> = me.items
  const said = (await consentWords(call.tx, actor.programmeId, [actor.personId])).get(actor.personId) ?? []
  return {
    title: me.consents,
    head: [t.on, t.to, t.word, t.said],
    rows: said.map(({ at, recipient, item, given }) => [
      instantCell(at, zone),
      recipients[recipient] ?? recipient,
      items[item] ?? item,
      given ? me.given : me.notGiven,
    ]),
  }
}

const lookTable = async (call: Call, parts: Parts): Promise<OwnTable> => {
  const { locale } = call.reader
  const { programmeId, personId } = call.actor
  const t = ownRecordWords[locale]
  const looks = await looksAt(call.tx, programmeId, personId, { before: null, size: 20_000 })
  return {
    title: meWords[locale].looked,
    head: [t.on, t.by, t.about],
    rows: looks.map((look) => {
      const { by, what } = lookText(look, locale, parts.roleWords[locale])
      return [instantCell(look.at, call.zone), by, what]
    }),
  }
}

const show = async (call: Call, parts: Parts): Promise<Reply> => {
  const tables = await recordOf(call, parts)
  if (!tables) return notFound()
  const { locale } = call.reader
  const t = ownRecordWords[locale]
  const { recordsKeptYears } = await getProgramme(call.tx, call.actor.programmeId)
  return page(
    t.title,
    <>
      <BackLink href={peoplePaths.me}>{meWords[locale].back}</BackLink>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Actions>
        <LinkButton href={peoplePaths.myRecordFile} kind="primary">
          {t.xlsx}
        </LinkButton>
      </Actions>
      <Small>{t.leaving}</Small>
      <Kept locale={locale} years={recordsKeptYears} />
      {tables.map((table) => (
        <OwnSection table={table} none={t.none} />
      ))}
    </>,
  )
}

/** More rows than this are opened with a press. */
const longTable = 30

const OwnSection = ({ table, none }: { table: OwnTable; none: string }) =>
  table.rows.length > longTable ? (
    <Fold summary={table.title}>
      <OwnTableView table={table} />
    </Fold>
  ) : (
    <Section title={table.title}>{table.rows.length === 0 ? <p>{none}</p> : <OwnTableView table={table} />}</Section>
  )

// Names of people stand in these tables: no reading is guessed for them.
const OwnTableView = ({ table: { title, head, rows } }: { table: OwnTable }) => (
  <div data-no-ruby>
    <Table
      caption={title}
      captionHidden
      rows={rows}
      columns={head.map((one, at) => ({ head: one, cell: (row: readonly Cell[]) => row[at] ?? '', rowHead: at === 0 }))}
    />
  </div>
)

/** What is kept how long, in plain words. */
export const Kept = ({ locale, years }: { locale: Locale; years: number | null }) => {
  const t = ownRecordWords[locale]
  return (
    <Section title={t.kept}>
      <Table
        caption={t.kept}
        captionHidden
        rows={t.keptOf(years)}
        columns={[
          { head: t.what, cell: ([what]) => what ?? '', rowHead: true },
          { head: t.howLong, cell: ([, howLong]) => howLong ?? '' },
        ]}
      />
    </Section>
  )
}

const take = async (call: Call, parts: Parts): Promise<Reply> => {
  const tables = await recordOf(call, parts)
  if (!tables) return notFound()
  const { personId } = call.actor
  call.audit.wrote({ action: 'export', kind: 'people.person', id: personId, subject: personId })
  const sheets = tables.map(({ title, head, rows }, at) => ({ name: `${at + 1} ${title}`, rows: [head, ...rows] }))
  const { title } = ownRecordWords[call.reader.locale]
  return file(`${title}_${call.today}.xlsx`, xlsxType, await writeSheets(sheets))
}

const own = { who: roles, reach: 'own' } as const

/** Everything that somebody may see of themselves, on one page and as one file. */
export const ownRecordRoutes = (parts: Parts): RouteSpec[] => [
  memberRoute({ ...own, method: 'GET', path: peoplePaths.myRecord, handle: (call) => show(call, parts) }),
  memberRoute({ ...own, method: 'GET', path: peoplePaths.myRecordFile, handle: (call) => take(call, parts) }),
]
