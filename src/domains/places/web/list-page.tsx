import { fieldWords, fields } from '#domains/programme/index.ts'
import { nameColumns } from '#platform/http/list-page.tsx'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  blankForm,
  EmptyState,
  FilterForm,
  Heading,
  Lead,
  LinkButton,
  Name,
  Pagination,
  Select,
  Small,
  Table,
  TextField,
} from '#ui/index.ts'
import { placeKinds } from '../core/kinds.ts'
import { placeStatuses } from '../core/place-status.ts'
import type { ListedPlace, PlacePage } from '../data/places.ts'
import { placeFormWords } from './form-words.ts'
import { placeKindWords } from './kind-words.ts'
import { placePaths } from './paths.ts'
import { StatusOfPlace } from './status-of-place.tsx'
import { placeWords } from './words.ts'

interface Props {
  locale: Locale
  /** As typed into the filter. */
  filter: Record<string, string>
  found: PlacePage
  page: number
  perPage: number
  mayAdd: boolean
}

export const PlaceListPage = (props: Props) => {
  const { locale, found, filter, page, perPage } = props
  const t = placeWords[locale]
  const last = Math.max(1, Math.ceil(found.total / perPage))
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {props.mayAdd && (
        <Actions>
          <LinkButton href={placePaths.newPlace} kind="primary">
            {t.add}
          </LinkButton>
          <LinkButton href={placePaths.import}>{t.import}</LinkButton>
        </Actions>
      )}
      <Filter locale={locale} filter={filter} />
      {found.total === 0 ? <EmptyState>{t.none}</EmptyState> : <Places locale={locale} places={found.places} />}
      {found.total > 0 && <Small>{t.found(found.total)}</Small>}
      <Pagination
        locale={locale}
        previous={page > 1 ? placePaths.listPage(filter, page - 1) : null}
        next={page < last ? placePaths.listPage(filter, page + 1) : null}
        page={page}
        last={last}
      />
    </>
  )
}

/** The list as a file. */
export const placeColumns = (locale: Locale) => {
  const t = placeWords[locale]
  const f = placeFormWords[locale]
  return [
    ...nameColumns(locale),
    { head: f.kind, text: ({ kind }: ListedPlace) => placeKindWords[locale][kind] },
    { head: f.field, text: ({ field }: ListedPlace) => fieldWords[locale][field] },
    { head: f.organisation, text: ({ organisation }: ListedPlace) => organisation },
    { head: f.town, text: ({ town, municipality }: ListedPlace) => town || municipality },
    { head: t.statusLabel, text: ({ status }: ListedPlace) => t.statuses[status] },
  ]
}

const Filter = ({ locale, filter }: { locale: Locale; filter: Record<string, string> }) => {
  const t = placeWords[locale]
  const f = placeFormWords[locale]
  const form = blankForm(locale, filter)
  return (
    <FilterForm action={placePaths.list} submit={t.find}>
      <TextField form={form} name="q" label={t.search} hint={t.searchHint} type="search" unmarked maxlength={60} />
      <Select
        form={form}
        name="kind"
        label={f.kind}
        unmarked
        blank={t.anyKind}
        options={placeKinds.map((kind) => ({ value: kind, label: placeKindWords[locale][kind] }))}
      />
      <Select
        form={form}
        name="field"
        label={f.field}
        unmarked
        blank={t.anyField}
        options={fields.map((field) => ({ value: field, label: fieldWords[locale][field] }))}
      />
      <Select
        form={form}
        name="status"
        label={t.statusLabel}
        unmarked
        blank={t.anyStatus}
        options={placeStatuses.map((status) => ({ value: status, label: t.statuses[status] }))}
      />
    </FilterForm>
  )
}

const Places = ({ locale, places }: { locale: Locale; places: readonly ListedPlace[] }) => {
  const t = placeWords[locale]
  const f = placeFormWords[locale]
  return (
    <Table
      caption={t.title}
      captionHidden
      rows={places}
      columns={[
        {
          head: f.name,
          rowHead: true,
          cell: (place) => (
            <a href={placePaths.place(place.id)}>
              <Name name={place.name} kana={place.kana} />
            </a>
          ),
        },
        { head: f.kind, cell: (place) => placeKindWords[locale][place.kind] },
        { head: f.organisation, cell: (place) => place.organisation },
        { head: f.town, cell: (place) => place.town || place.municipality },
        { head: t.statusLabel, cell: (place) => <StatusOfPlace locale={locale} status={place.status} /> },
      ]}
    />
  )
}
