import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  blankForm,
  Checkboxes,
  EmptyState,
  FilterForm,
  Form,
  type FormState,
  Heading,
  Hidden,
  Lead,
  LinkButton,
  Pagination,
  refusedForm,
  Section,
  Select,
  Small,
  Tabs,
} from '#ui/index.ts'
import { heaps, type KeptEdition } from '../actions/import-edition.ts'
import { type Choice, type Comparison, countsOf } from '../core/wam-edition.ts'
import { importWords } from './import-words.ts'
import { placePaths } from './paths.ts'
import { BrokenTable, ChangedTable, RowTable } from './preview-tables.tsx'
import { placeWords } from './words.ts'

export const previewTabs = ['fresh', 'alike', 'changed', 'gone', 'same', 'broken'] as const
export type PreviewTab = (typeof previewTabs)[number]

const perPage = 100

interface Props {
  locale: Locale
  fileId: string
  kept: KeptEdition
  choice: Choice
  comparison: Comparison
  tab: PreviewTab
  page: number
  token: string
  error: string | null
}

/** What an edition would change, before anything is changed. */
export const PreviewPage = (props: Props) => {
  const { locale, kept } = props
  const t = importWords[locale]
  return (
    <>
      <BackLink href={placePaths.import}>{t.other}</BackLink>
      <Heading above={kept.name}>{t.title}</Heading>
      <Lead>{t.rows(kept.edition.rows.length + kept.edition.broken.length)}</Lead>
      <Filter locale={locale} fileId={props.fileId} kept={kept} choice={props.choice} />
      <ResultTabs
        locale={locale}
        fileId={props.fileId}
        kept={kept}
        choice={props.choice}
        comparison={props.comparison}
        tab={props.tab}
      />
      <p>{t.about[props.tab]}</p>
      <Shown
        locale={locale}
        fileId={props.fileId}
        kept={kept}
        choice={props.choice}
        comparison={props.comparison}
        tab={props.tab}
        page={props.page}
      />
      <Take
        locale={locale}
        fileId={props.fileId}
        choice={props.choice}
        comparison={props.comparison}
        token={props.token}
        error={props.error}
      />
      <Small>{placeWords[locale].source}</Small>
    </>
  )
}

const valuesOf = (choice: Choice): Record<string, string> => ({
  municipality: choice.municipalities[0] ?? '',
  service: choice.services[0] ?? '',
})

const Filter = ({ locale, fileId, kept, choice }: Pick<Props, 'locale' | 'fileId' | 'kept' | 'choice'>) => {
  const t = importWords[locale]
  const form = blankForm(locale, valuesOf(choice))
  const options = (values: readonly string[]) =>
    countsOf(values).map(({ value, count }) => ({ value, label: t.option(value, count) }))
  const { rows } = kept.edition
  return (
    <FilterForm action={placePaths.importFile(fileId)} submit={t.show}>
      <Select
        form={form}
        name="municipality"
        label={t.municipality}
        unmarked
        blank={t.all}
        options={options(rows.map((row) => row.municipality))}
      />
      <Select
        form={form}
        name="service"
        label={t.service}
        unmarked
        blank={t.all}
        options={options(rows.map((row) => row.service))}
      />
    </FilterForm>
  )
}

const pathOf = (props: Pick<Props, 'fileId' | 'choice'>, tab: PreviewTab, page = 1): string =>
  placePaths.importQuery(
    props.fileId,
    new URLSearchParams({ ...valuesOf(props.choice), show: tab, page: String(page) }),
  )

const heapOf = (props: Pick<Props, 'comparison' | 'kept'>, tab: PreviewTab): readonly unknown[] =>
  tab === 'broken' ? props.kept.edition.broken : props.comparison[tab]

const ResultTabs = (props: Pick<Props, 'locale' | 'fileId' | 'kept' | 'choice' | 'comparison' | 'tab'>) => {
  const t = importWords[props.locale]
  return (
    <Tabs
      label={t.tabsLabel}
      tabs={previewTabs.map((tab) => ({
        href: pathOf(props, tab),
        label: t.tabs[tab](heapOf(props, tab).length),
        current: tab === props.tab,
      }))}
    />
  )
}

const Shown = (props: Omit<Props, 'token' | 'error'>) => {
  const { locale, comparison, kept, tab, page } = props
  const t = importWords[locale]
  const total = heapOf(props, tab).length
  const last = Math.max(1, Math.ceil(total / perPage))
  if (total === 0) return <EmptyState>{t.empty}</EmptyState>
  const slice = <T,>(rows: readonly T[]): T[] => rows.slice((page - 1) * perPage, page * perPage)
  return (
    <>
      {tab === 'broken' && <LinkButton href={placePaths.importFailed(props.fileId)}>{t.failed}</LinkButton>}
      {tab === 'broken' && <BrokenTable locale={locale} rows={slice(kept.edition.broken)} />}
      {tab === 'changed' && <ChangedTable locale={locale} rows={slice(comparison.changed)} />}
      {tab === 'alike' && <RowTable locale={locale} rows={slice(comparison.alike.map(({ row }) => row))} />}
      {(tab === 'fresh' || tab === 'same') && <RowTable locale={locale} rows={slice(comparison[tab])} />}
      {tab === 'gone' && <RowTable locale={locale} rows={slice(comparison.gone)} />}
      <Pagination
        locale={locale}
        previous={page > 1 ? pathOf(props, tab, page - 1) : null}
        next={page < last ? pathOf(props, tab, page + 1) : null}
        page={page}
        last={last}
      />
    </>
  )
}

const Take = (props: Pick<Props, 'locale' | 'fileId' | 'choice' | 'comparison' | 'token' | 'error'>) => {
  const { locale, comparison, choice } = props
  const t = importWords[locale]
  const offered = heaps.filter((heap) => comparison[heap].length > 0)
  if (offered.length === 0) return null
  // What would close something is left for a decision of one's own.
  const values = { take: offered.filter((heap) => heap !== 'gone') }
  const form: FormState = props.error
    ? refusedForm(locale, {}, [{ field: 'take', message: props.error }], 'take')
    : blankForm(locale, values, 'take')
  return (
    <Section title={t.run}>
      <Form action={placePaths.importRun(props.fileId)} token={props.token} form={form} submit={t.run}>
        <Hidden name="municipality" value={choice.municipalities[0] ?? ''} />
        <Hidden name="service" value={choice.services[0] ?? ''} />
        <Checkboxes
          form={form}
          name="take"
          label={t.take}
          choices={offered.map((heap) => ({ value: heap, label: t.takeChoices[heap](comparison[heap].length) }))}
        />
      </Form>
    </Section>
  )
}
