import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { listed } from '#platform/i18n/joined.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  BackLink,
  ErrorSummary,
  Form,
  type FormState,
  Heading,
  List,
  PostButton,
  Radios,
  Section,
  Table,
} from '#ui/index.ts'
import type { AgainstMerging } from '../actions/merge-persons.ts'
import type { MergeBlocker } from '../core/merging.ts'
import type { MergeQuestion } from '../data/merge-questions.ts'
import { doublesWords } from './doubles-words.ts'
import { HolderSection } from './holder-section.tsx'
import { peoplePaths } from './paths.ts'

/** One record, as it stands beside the other. */
export interface Side {
  id: string
  name: string
  kana: string
  nickname: string
  email: string | null
  phone: string | null
  roles: readonly string[]
  since: Date
  areas: readonly string[]
}

interface Props {
  locale: Locale
  zone: string
  sides: readonly [Side, Side]
  against: AgainstMerging
  questions: readonly MergeQuestion[]
  form: FormState
  told: FormState
  token: () => string
}

/** Both records side by side, before anybody says that they are one or two. */
export const DoublePage = (props: Props): VNode => {
  const { locale, sides, against } = props
  const t = doublesWords[locale]
  const free = against.own.length + against.others.length === 0
  return (
    <>
      <BackLink href={peoplePaths.doubles}>{t.backToList}</BackLink>
      <Heading>{t.compareTitle}</Heading>
      <Beside page={props} />
      <HolderSection
        locale={locale}
        zone={props.zone}
        pair={[sides[0].id, sides[1].id]}
        questions={props.questions}
        blockers={against.own}
        form={props.told}
        token={props.token}
      />
      {free ? <Merge page={props} /> : <InTheWay page={props} />}
      {against.own.some(({ kind }) => kind === 'said_not_same') ? null : (
        <Actions>
          <PostButton action={peoplePaths.notSame(sides[0].id, sides[1].id)} token={props.token()}>
            {t.notSame}
          </PostButton>
        </Actions>
      )}
    </>
  )
}

const Beside = ({ page }: { page: Props }): VNode => {
  const { locale, zone } = page
  const [one, other] = page.sides
  const t = doublesWords[locale]
  const row = (item: string, of: (side: Side) => string) => ({
    item,
    one: of(one) || t.nothing,
    other: of(other) || t.nothing,
  })
  const rows = [
    row(t.kana, ({ kana }) => kana),
    row(t.nickname, ({ nickname }) => nickname),
    row(t.email, ({ email }) => email ?? ''),
    row(t.phone, ({ phone }) => phone ?? ''),
    row(t.roles, ({ roles }) => listed(roles, locale)),
    row(t.since, ({ since }) => formatDayLong(dayIn(since, zone), locale)),
    row(t.has, ({ areas }) =>
      listed(
        areas.map((area) => t.areas[area] ?? area),
        locale,
      ),
    ),
  ]
  return (
    <Table
      caption={t.compareTitle}
      captionHidden
      rows={rows}
      columns={[
        { head: t.item, rowHead: true, cell: ({ item }) => item },
        { head: t.numbered(1, spoken(one)), cell: (line) => line.one },
        { head: t.numbered(2, spoken(other)), cell: (line) => line.other },
      ]}
    />
  )
}

const InTheWay = ({ page }: { page: Props }): VNode => {
  const { locale, zone, against, form } = page
  const t = doublesWords[locale]
  const sentence = (blocker: MergeBlocker): string => {
    if (blocker.kind === 'taken_at_once')
      return t.blockers.taken_at_once(formatDayLong(dayIn(blocker.at, zone), locale))
    if (blocker.kind === 'holder_has_time') return t.blockers.holder_has_time(formatDayLong(blocker.until, locale))
    return t.blockers[blocker.kind]
  }
  return (
    <Section title={t.inTheWay}>
      <ErrorSummary form={form} />
      <p>{t.inTheWayLead}</p>
      <List
        items={[
          ...against.own.map((blocker) => ({ title: sentence(blocker) })),
          ...against.others.map((one) => ({ title: one.text(locale), href: one.href })),
        ]}
      />
    </Section>
  )
}

const Merge = ({ page }: { page: Props }): VNode => {
  const { locale, sides, form, token } = page
  const t = doublesWords[locale]
  const [one, other] = sides
  return (
    <Section title={t.mergeTitle}>
      <p>{t.mergeLead}</p>
      <Form action={peoplePaths.mergeDouble(one.id, other.id)} token={token()} form={form} submit={t.merge}>
        <Radios
          form={form}
          name="keep"
          label={t.keep}
          required
          choices={sides.map((side, index) => ({ value: side.id, label: t.numbered(index + 1, spoken(side)) }))}
        />
      </Form>
    </Section>
  )
}
