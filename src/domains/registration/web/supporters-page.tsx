import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  EmptyState,
  FilterForm,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  Name,
  Pagination,
  Select,
  StatusTag,
  TextField,
} from '#ui/index.ts'
import type { ListedSupporter, SupporterState } from '../data/supporters.ts'
import { registrationPaths as paths } from './paths.ts'
import { registrationWords } from './staff-words.ts'

const states = ['active', 'paused', 'ended'] as const

interface Props {
  locale: Locale
  supporters: readonly ListedSupporter[]
  search: string
  state: string
  page: number
  last: number
  mayRegister: boolean
}

/** Everybody who is registered, by reading: no counts, no order of any other kind. */
export const SupportersPage = (props: Props): VNode => {
  const { locale, search, state, page, last } = props
  const t = registrationWords[locale]
  const form: FormState = { locale, values: { q: search, state }, errors: [] }
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {props.mayRegister && <LinkButton href={paths.newSupporter}>{t.add}</LinkButton>}
      <FilterForm action={paths.list} submit={t.find}>
        <TextField form={form} name="q" label={t.search} type="search" unmarked maxlength={60} />
        <Select
          form={form}
          name="state"
          label={t.state}
          unmarked
          blank={t.anyState}
          options={states.map((value) => ({ value, label: t.states[value] }))}
        />
      </FilterForm>
      {props.supporters.length === 0 ? (
        <EmptyState>{t.nobody}</EmptyState>
      ) : (
        <List
          items={props.supporters.map((one) => ({
            title: <Name name={one.name} kana={one.kana} />,
            href: paths.supporter(one.personId),
            tag: one.state === 'active' ? null : <StateTag state={one.state} locale={locale} />,
          }))}
        />
      )}
      <Pagination
        locale={locale}
        previous={page > 1 ? paths.listPage(search, state, page - 1) : null}
        next={page < last ? paths.listPage(search, state, page + 1) : null}
        page={page}
        last={last}
      />
    </>
  )
}

export const StateTag = ({ state, locale }: { state: SupporterState; locale: Locale }): VNode => (
  <StatusTag tone={state === 'paused' ? 'waiting' : state === 'ended' ? 'ended' : 'neutral'}>
    {registrationWords[locale].states[state]}
  </StatusTag>
)

export const isSupporterState = (text: string): text is SupporterState => (states as readonly string[]).includes(text)
