import { minuteText } from '#kernel/time.ts'
import type { Reader } from '#platform/i18n/reader.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { listed } from '#platform/i18n/joined.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  BackLink,
  blankForm,
  EmptyState,
  Form,
  Heading,
  Hidden,
  Lead,
  LinkButton,
  Notice,
  Pagination,
  PostButton,
  Radios,
  Section,
  Table,
  Tabs,
} from '#ui/index.ts'
import { alikeHeaps, decidedRow, isUndecided, type JudgedRow } from './judge.ts'
import type { Alike, CellValue, FieldType, IntakeKind } from './kinds.ts'
import { intakePaths } from './paths.ts'
import type { Intake } from './store.ts'
import { intakeWords } from './words.ts'

export const previewTabs = ['fresh', 'alike', 'known', 'failed'] as const
export type PreviewTab = (typeof previewTabs)[number]

const perPage = { fresh: 100, alike: 20, known: 100, failed: 100 } as const

export interface PreviewProps {
  reader: Reader
  intake: Intake
  kind: IntakeKind
  rows: readonly JudgedRow[]
  tab: PreviewTab
  page: number
  tokens: { decide: string; take: string }
}

/** What every row would do, before anything is changed. */
export const PreviewPage = (props: PreviewProps) => {
  const { reader, intake, kind, rows, tab } = props
  const t = intakeWords[reader.locale]
  // Rows about the same person are decided on once, and stand on one page.
  const found = rows.filter((row) => row.outcome.kind === tab)
  const heaps = tab === 'alike' ? alikeHeaps(rows) : found.map((row) => [row])
  const last = Math.max(1, Math.ceil(heaps.length / perPage[tab]))
  const at = Math.min(props.page, last)
  const shown = heaps.slice((at - 1) * perPage[tab], at * perPage[tab])
  return (
    <>
      <BackLink href={intakePaths.mapping(intake.id)}>{t.otherColumns}</BackLink>
      <Heading above={`${kind.title[reader.locale]}　${intake.name}`}>{t.previewTitle}</Heading>
      <Lead>{t.rows(rows.length)}</Lead>
      <Tabs
        label={t.tabsLabel}
        tabs={previewTabs.map((one) => ({
          href: pathOf(intake.id, one),
          label: t.tabs[one](rows.filter((row) => row.outcome.kind === one).length),
          current: one === tab,
        }))}
      />
      <p>{t.about[tab]}</p>
      {shown.length === 0 ? <EmptyState>{t.nothing}</EmptyState> : null}
      {shown.length > 0 && tab === 'alike' ? (
        <AlikeForm locale={reader.locale} intake={intake} heaps={shown} token={props.tokens.decide} page={at} />
      ) : null}
      {shown.length > 0 && tab !== 'alike' ? (
        <RowTable locale={reader.locale} kind={kind} rows={shown.flat()} tab={tab} />
      ) : null}
      <Pagination
        locale={reader.locale}
        previous={at > 1 ? pathOf(intake.id, tab, at - 1) : null}
        next={at < last ? pathOf(intake.id, tab, at + 1) : null}
        page={at}
        last={last}
      />
      {tab === 'failed' && found.length > 0 ? (
        <Actions>
          <LinkButton href={`${intakePaths.failed(intake.id)}?as=csv`}>{t.failedCsv}</LinkButton>
          <LinkButton href={`${intakePaths.failed(intake.id)}?as=xlsx`}>{t.failedXlsx}</LinkButton>
        </Actions>
      ) : null}
      <Take locale={reader.locale} intake={intake} rows={rows} token={props.tokens.take} />
    </>
  )
}

const pathOf = (id: string, show: PreviewTab, page = 1): string =>
  intakePaths.previewQuery(id, new URLSearchParams({ show, page: String(page) }))

/** Why a row cannot be taken over, in sentences. */
export const reasonsOf = (row: JudgedRow, kind: IntakeKind, locale: Locale): string[] => {
  const t = intakeWords[locale]
  const label = (key: string): string => kind.fields.find((field) => field.key === key)?.label[locale] ?? key
  return [
    ...row.troubles.map((trouble) => t.of(label(trouble.field), t.cell[trouble.kind])),
    ...(row.outcome.kind === 'failed'
      ? row.outcome.reasons.map((reason) => kind.reasons[locale][reason] ?? reason)
      : []),
  ]
}

interface TableProps {
  locale: Locale
  kind: IntakeKind
  rows: readonly JudgedRow[]
  tab: PreviewTab
}

const RowTable = ({ locale, kind, rows, tab }: TableProps) => {
  const t = intakeWords[locale]
  const fields = kind.fields.filter((field) => rows.some((row) => (row.values[field.key] ?? null) !== null))
  return (
    <Table
      caption={t.tabsLabel}
      captionHidden
      wide
      rows={rows}
      columns={[
        { head: t.line, rowHead: true, cell: (row) => String(row.fileLine) },
        ...(tab === 'failed'
          ? [{ head: t.reason, cell: (row: JudgedRow) => reasonsOf(row, kind, locale).join(' ') }]
          : []),
        ...fields.map((field) => ({
          head: field.label[locale],
          cell: (row: JudgedRow) => shownValue(row.values[field.key] ?? null, field.type),
        })),
      ]}
    />
  )
}

const shownValue = (value: CellValue, type: FieldType): string =>
  type === 'minute' && typeof value === 'number' ? minuteText(value) : String(value ?? '')

interface AlikeProps {
  locale: Locale
  intake: Intake
  heaps: readonly (readonly JudgedRow[])[]
  token: string
  page: number
}

const AlikeForm = ({ locale, intake, heaps, token, page }: AlikeProps) => {
  const t = intakeWords[locale]
  const firsts = heaps.flatMap(([row, ...others]) => (row ? [{ row, others: others.length }] : []))
  const form = blankForm(
    locale,
    Object.fromEntries(firsts.map(({ row }) => [`row-${row.line}`, row.decision ?? ''])),
    'alike',
  )
  return (
    <Form action={intakePaths.decide(intake.id)} token={token} form={form} submit={t.decide} submitKind="secondary">
      <Hidden name="page" value={String(page)} />
      {firsts.map(({ row, others }) => (
        <Radios
          form={form}
          name={`row-${row.line}`}
          label={`${t.whoIsIt(row.fileLine, others)} ${summaryOf(row)}`}
          unmarked
          choices={choicesOf(row, locale)}
        />
      ))}
    </Form>
  )
}

/** Those who may be meant share a name: reading, address and telephone tell them apart. */
const traitsOf = ({ kana, email, phone }: Alike): string[] => [kana, email ?? '', phone ?? ''].filter(Boolean)

const choicesOf = ({ outcome }: JudgedRow, locale: Locale): { value: string; label: string }[] => {
  const t = intakeWords[locale]
  if (outcome.kind !== 'alike') return []
  return [
    ...outcome.with.map((one) => ({ value: one.id, label: t.sameAs(spoken(one), listed(traitsOf(one), locale)) })),
    ...(outcome.orNew ? [{ value: 'new', label: t.isNew }] : []),
    { value: 'leave', label: t.leave },
  ]
}

// Enough to know whom the row speaks of.
const summaryOf = (row: JudgedRow): string =>
  Object.values(row.values)
    .filter((value) => value !== null)
    .slice(0, 4)
    .join(' ')

interface TakeProps {
  locale: Locale
  intake: Intake
  rows: readonly JudgedRow[]
  token: string
}

const Take = ({ locale, intake, rows, token }: TakeProps) => {
  const t = intakeWords[locale]
  const ready = rows.filter((row) => decidedRow(row) !== null).length
  const open = rows.filter(isUndecided).length
  return (
    <Section title={t.takeTitle}>
      {open > 0 ? <Notice tone="info">{t.undecided(open)}</Notice> : null}
      <p>{ready > 0 ? t.takeLead(ready) : t.takeNothing}</p>
      {ready > 0 ? (
        <PostButton action={intakePaths.take(intake.id)} token={token} kind="primary">
          {t.take}
        </PostButton>
      ) : null}
    </Section>
  )
}
