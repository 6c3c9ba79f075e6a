import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { formatDay } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Actions, Card, EmptyState, Heading, Lead, List, Name, PostButton, Section, Time } from '#ui/index.ts'
import type { OwnFollowUp } from '../data/follow-up-list.ts'
import { carePaths } from './paths.ts'
import { ownWords } from './words.ts'

interface OwnView {
  locale: Locale
  zone: string
  offerId: string | null
  restUntil: CalendarDay
  followUps: readonly OwnFollowUp[]
  token: () => string
}

/** What a person sees of being looked after: who gets in touch, what was done, and a rest they may take. */
export const OwnPage = ({ locale, zone, offerId, restUntil, followUps, token }: OwnView): VNode => {
  const t = ownWords[locale]
  const coming = followUps.filter((each) => each.closedAt === null)
  const done = followUps.filter((each) => each.closedAt !== null)
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {offerId ? (
        <Card level={2} title={t.restTitle}>
          <p>{t.restLead(formatDay(restUntil, locale))}</p>
          <Actions>
            <PostButton action={carePaths.rest(offerId)} token={token()} fields={{ answer: 'rest' }} kind="primary">
              {t.rest}
            </PostButton>
            <PostButton action={carePaths.rest(offerId)} token={token()} fields={{ answer: 'no_thanks' }}>
              {t.noThanks}
            </PostButton>
          </Actions>
        </Card>
      ) : null}
      <Section title={t.coming}>
        {coming.length === 0 ? <EmptyState>{t.comingEmpty}</EmptyState> : null}
        <List
          items={coming.map((each) => ({
            title:
              each.assignedName === null ? (
                t.bySomebody
              ) : (
                <>
                  <Name name={each.assignedName} kana={each.assignedKana} />
                  {t.by}
                </>
              ),
            lines: [t.on(formatDay(each.dueOn, locale))],
          }))}
        />
      </Section>
      <Section title={t.done}>
        {done.length === 0 ? <EmptyState>{t.doneEmpty}</EmptyState> : null}
        <List
          items={done.map((each) => ({
            title: t.ways[each.how ?? 'other'],
            lines: [each.closedAt ? <Time at={each.closedAt} zone={zone} locale={locale} /> : null],
          }))}
        />
      </Section>
    </>
  )
}
