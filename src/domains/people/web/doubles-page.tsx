import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import { listed } from '#platform/i18n/joined.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import { BackLink, EmptyState, Heading, Lead, List, Name, Pagination, PostButton, Section, Table } from '#ui/index.ts'
import type { Double } from '../core/alike.ts'
import type { ListedMerge, NotSame } from '../data/merges.ts'
import { doublesWords } from './doubles-words.ts'
import { peoplePaths } from './paths.ts'

interface Named {
  id: string
  name: string
  kana: string
}

interface Props {
  locale: Locale
  zone: string
  doubles: readonly Pick<Double<Named>, 'one' | 'other' | 'shared'>[]
  page: number
  last: number
  merges: readonly ListedMerge[]
  notSame: readonly NotSame[]
  token: () => string
}

/** Pairs that are likely one person, and what was said and done about others. */
export const DoublesPage = (props: Props): VNode => {
  const { locale, page, last } = props
  const t = doublesWords[locale]
  return (
    <>
      <BackLink href={peoplePaths.list}>{t.back}</BackLink>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {props.doubles.length === 0 ? <EmptyState>{t.none}</EmptyState> : null}
      <List
        items={props.doubles.map(({ one, other, shared }) => ({
          title: <Pair one={one} other={other} />,
          href: peoplePaths.double(one.id, other.id),
          lines: [
            t.sharing(
              listed(
                shared.map((what) => t.shared[what]),
                locale,
              ),
            ),
          ],
        }))}
      />
      <Pagination
        locale={locale}
        previous={page > 1 ? peoplePaths.doublesPage(page - 1) : null}
        next={page < last ? peoplePaths.doublesPage(page + 1) : null}
        page={page}
        last={last}
      />
      {props.merges.length > 0 ? <Merges page={props} /> : null}
      {props.notSame.length > 0 ? <NotSamePairs page={props} /> : null}
    </>
  )
}

const Pair = ({ one, other }: { one: Named; other: Named }): VNode => (
  <>
    <Name name={one.name} kana={one.kana} /> ／ <Name name={other.name} kana={other.kana} />
  </>
)

const Merges = ({ page: { locale, zone, merges, token } }: { page: Props }): VNode => {
  const t = doublesWords[locale]
  return (
    <Section title={t.mergesTitle}>
      <Table
        caption={t.mergesTitle}
        captionHidden
        rows={merges}
        columns={[
          { head: t.keep, rowHead: true, cell: (one) => <Name name={one.name} kana={one.kana} /> },
          { head: t.mergesTitle, cell: (one) => t.mergedOn(formatDay(dayIn(one.at, zone), locale)) },
          {
            head: t.undo,
            cell: (one) => (
              <PostButton action={peoplePaths.undoMerge(one.id)} token={token()}>
                {t.undo}
              </PostButton>
            ),
          },
        ]}
      />
    </Section>
  )
}

const NotSamePairs = ({ page: { locale, notSame, token } }: { page: Props }): VNode => {
  const t = doublesWords[locale]
  return (
    <Section title={t.notSameTitle}>
      <Table
        caption={t.notSameTitle}
        captionHidden
        rows={notSame}
        columns={[
          { head: t.notSameTitle, rowHead: true, cell: ({ one, other }) => `${spoken(one)} ／ ${spoken(other)}` },
          {
            head: t.maybeSame,
            cell: ({ one, other }) => (
              <PostButton action={peoplePaths.maybeSame(one.id, other.id)} token={token()}>
                {t.maybeSame}
              </PostButton>
            ),
          },
        ]}
      />
    </Section>
  )
}
