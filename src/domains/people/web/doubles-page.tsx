import type { VNode } from 'preact'
import { dayIn } from '#kernel/time.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import { listed } from '#platform/i18n/joined.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Actions, BackLink, EmptyState, Heading, Lead, List, Name, Pagination, PostButton, Section } from '#ui/index.ts'
import type { Double } from '../core/alike.ts'
import type { ListedMerge, NotSame } from '../data/merges.ts'
import type { ListedQuestion } from '../data/merge-questions.ts'
import { doublesWords } from './doubles-words.ts'
import { stateText } from './holder-section.tsx'
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
  questions: readonly ListedQuestion[]
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
      {props.questions.length > 0 ? <Questions page={props} /> : null}
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

const Questions = ({ page: { locale, zone, questions } }: { page: Props }): VNode => (
  <Section title={doublesWords[locale].questionsTitle}>
    <List
      items={questions.map((one) => ({
        title: <Name name={one.name} kana={one.kana} />,
        href: peoplePaths.double(one.holder, one.other),
        lines: [stateText(one, locale, zone)],
      }))}
    />
  </Section>
)

const Merges = ({ page: { locale, zone, merges, token } }: { page: Props }): VNode => {
  const t = doublesWords[locale]
  return (
    <Section title={t.mergesTitle}>
      {merges.map((one) => (
        <>
          <p>
            <Name name={one.name} kana={one.kana} /> {t.mergedOn(formatDay(dayIn(one.at, zone), locale))}
          </p>
          <Actions>
            <PostButton action={peoplePaths.undoMerge(one.id)} token={token()}>
              {t.undo}
            </PostButton>
          </Actions>
        </>
      ))}
    </Section>
  )
}

const NotSamePairs = ({ page: { locale, notSame, token } }: { page: Props }): VNode => {
  const t = doublesWords[locale]
  return (
    <Section title={t.notSameTitle}>
      {notSame.map(({ one, other }) => (
        <>
          <p>
            <Pair one={one} other={other} />
          </p>
          <Actions>
            <PostButton action={peoplePaths.maybeSame(one.id, other.id)} token={token()}>
              {t.maybeSame}
            </PostButton>
          </Actions>
        </>
      ))}
    </Section>
  )
}
