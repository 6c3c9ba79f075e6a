import type { VNode } from 'preact'
import type { Role } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  blankForm,
  EmptyState,
  FilterForm,
  Heading,
  Lead,
  LinkButton,
  List,
  Name,
  Pagination,
  Select,
  Small,
  TextField,
} from '#ui/index.ts'
import type { ListedPerson } from '../data/persons.ts'
import { doublesWords } from './doubles-words.ts'
import { peoplePaths } from './paths.ts'
import { peopleWords } from './people-words.ts'

interface Props {
  locale: Locale
  people: readonly ListedPerson[]
  found: number
  search: string
  role: string
  page: number
  last: number
  roleWords: Record<Role, string>
  /** The programme's people, as coordinators read them; others only those whom they have to do with. */
  everybody: boolean
}

/** The people of the programme by reading. Nothing about them but what they are called and what they do here. */
export const PeoplePage = (props: Props): VNode => {
  const { locale, roleWords, search, role } = props
  const t = peopleWords[locale]
  const form = blankForm(locale, { q: search, role })
  const to = (page: number): string => peoplePaths.listPage(search, role, page)
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{props.everybody ? t.lead : t.ownLead}</Lead>
      {props.everybody && (
        <Actions>
          <LinkButton href={peoplePaths.newPerson}>{t.add}</LinkButton>
          <LinkButton href={peoplePaths.doubles} kind="quiet">
            {doublesWords[locale].title}
          </LinkButton>
        </Actions>
      )}
      <FilterForm action={peoplePaths.list} submit={t.find}>
        <TextField form={form} name="q" label={t.search} type="search" unmarked maxlength={60} />
        <Select form={form} name="role" label={t.role} unmarked blank={t.anyRole} options={optionsOf(roleWords)} />
      </FilterForm>
      <Small>{t.found(props.found)}</Small>
      {props.people.length === 0 ? (
        <EmptyState>{t.nobody}</EmptyState>
      ) : (
        <List
          items={props.people.map((person) => ({
            title: <Name name={person.name} kana={person.kana} />,
            href: peoplePaths.person(person.id),
            lines: [person.roles.map((held) => roleWords[held]).join(' / ') || t.noRole],
          }))}
        />
      )}
      <Pagination
        locale={locale}
        previous={props.page > 1 ? to(props.page - 1) : null}
        next={props.page < props.last ? to(props.page + 1) : null}
        page={props.page}
        last={props.last}
      />
    </>
  )
}

const optionsOf = (roleWords: Record<Role, string>) =>
  Object.entries(roleWords).map(([value, label]) => ({ value, label }))
