import type { VNode } from 'preact'
import { againstText, asSentences, whyHereSentence } from '#domains/matching/index.ts'
import { formatSpan } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  Bullets,
  Card,
  Fold,
  LinkButton,
  List,
  Name,
  Notice,
  PostButton,
  Small,
  StatusTag,
  type Tone,
} from '#ui/index.ts'
import type { BoardVisit } from '../actions/board-visits.ts'
import type { BoardView } from '../actions/read-board.ts'
import { requestLabel } from './board-labels.ts'
import { boardPaths } from './board-paths.ts'
import { nameIn, type Part } from './board-view.ts'
import { namingIn } from './naming.ts'
import { requestPaths, visitPaths } from './paths.ts'
import { boardWords } from './words-board.ts'

const tagOf = (visit: BoardVisit): { key: 'draft' | 'frozen' | 'sent' | 'agreed' | 'attention'; tone: Tone } => {
  if (visit.visitId !== null) return { key: 'agreed', tone: 'good' }
  if (visit.against.length > 0 || visit.draft?.notSent) return { key: 'attention', tone: 'attention' }
  if (visit.draft?.sentAt) return { key: 'sent', tone: 'waiting' }
  return visit.draft?.frozen ? { key: 'frozen', tone: 'good' } : { key: 'draft', tone: 'neutral' }
}

/** What was agreed before, folded away: a draft never moves it. */
export const AgreedVisits = ({ page, visits }: Part & { visits: readonly BoardVisit[] }): VNode | null => {
  const { locale, zone, view } = page
  const t = boardWords[locale]
  if (visits.length === 0) return null
  return (
    <Fold summary={t.agreedBefore(visits.length)}>
      <List
        items={visits.map((visit) => ({
          title: requestLabel(view, visit.requestId, locale),
          href: visitPaths.visit(visit.visitId ?? ''),
          lines: [formatSpan(visit.startsAt, visit.endsAt, zone, locale)],
          action: <WhyTheyGo view={view} visit={visit} locale={locale} />,
        }))}
      />
    </Fold>
  )
}

/** One visit: when, who goes and why, what stands in its way by now, and what may be done about it. */
export const VisitCard = ({ page, visit }: Part & { visit: BoardVisit }): VNode => {
  const { locale, zone, view } = page
  const t = boardWords[locale]
  const tag = tagOf(visit)
  const href = visit.visitId === null ? requestPaths.request(visit.requestId) : visitPaths.visit(visit.visitId)
  return (
    <Card
      title={requestLabel(view, visit.requestId, locale)}
      href={href}
      tag={<StatusTag tone={tag.tone}>{t.tag[tag.key]}</StatusTag>}
    >
      <p>{formatSpan(visit.startsAt, visit.endsAt, zone, locale)}</p>
      <WhyTheyGo view={view} visit={visit} locale={locale} />
      {visit.draft?.notSent && visit.against.length === 0 && <Notice tone="attention">{t.notSent}</Notice>}
      <Against page={page} visit={visit} />
      {visit.against.length === 0 && visit.standInId !== null && (
        <Small>{t.standIn(nameIn(view, visit.standInId))}</Small>
      )}
      {view.own && visit.draft !== null && visit.visitId === null && <VisitActions page={page} visit={visit} />}
    </Card>
  )
}

/** Who goes, why, and what they have said so far. */
export const WhyTheyGo = ({
  view,
  visit,
  locale,
}: {
  view: Pick<BoardView, 'names'>
  visit: Pick<BoardVisit, 'people' | 'companionId'>
  locale: Locale
}): VNode => {
  const t = boardWords[locale]
  const naming = namingIn(locale, view.names)
  const companion = visit.companionId === null ? null : view.names.get(visit.companionId)
  return (
    <>
      <Bullets
        items={visit.people.map(({ why, answer }) => {
          const called = view.names.get(why.personId) ?? { name: '', kana: '' }
          const said = answer === null ? [] : [t.answer[answer]]
          return (
            <>
              <Name name={called.name} kana={called.kana} />
              {locale === 'en' ? ': ' : '：'}
              {asSentences([whyHereSentence(why, naming), ...said], locale)}
            </>
          )
        })}
      />
      <p>{companion ? t.companionOf(spoken(companion)) : t.noCompanion}</p>
    </>
  )
}

const Against = ({ page: { locale, view, token }, visit }: Part & { visit: BoardVisit }): VNode | null => {
  const t = boardWords[locale]
  if (visit.against.length === 0) return null
  const said = visit.against.map((one) =>
    one.personId === null ? againstText(one, locale) : t.against(nameIn(view, one.personId), againstText(one, locale)),
  )
  const instead = visit.repair?.map((id) => nameIn(view, id)) ?? []
  return (
    <Notice tone="attention">
      <Bullets items={said} />
      <p>{instead.length > 0 ? t.seatOpen(instead) : t.nobodyElse}</p>
      {view.own && instead.length > 0 && (
        <PostButton action={boardPaths.repair(view.draft.id, visit.requestId)} token={token()}>
          {t.useRepair}
        </PostButton>
      )}
    </Notice>
  )
}

const VisitActions = ({ page: { locale, view, token }, visit }: Part & { visit: BoardVisit }): VNode => {
  const t = boardWords[locale]
  const frozen = visit.draft?.frozen ?? false
  return (
    <Actions>
      <LinkButton href={boardPaths.visit(view.draft.id, visit.requestId)}>{t.change}</LinkButton>
      {visit.draft?.sentAt || visit.invited ? null : (
        <PostButton
          action={boardPaths.frozen(view.draft.id, visit.requestId)}
          token={token()}
          kind="quiet"
          fields={{ frozen: frozen ? 'no' : 'yes' }}
        >
          {frozen ? t.unfreeze : t.freeze}
        </PostButton>
      )}
    </Actions>
  )
}
