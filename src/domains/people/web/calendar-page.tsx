import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { formatInstant } from '#platform/i18n/dates.ts'
import { Actions, BackLink, Heading, Lead, Notice, OwnWords, PostButton } from '#ui/index.ts'
import type { Feed } from '../data/feeds.ts'
import { meWords } from './me-words.ts'
import { peoplePaths } from './paths.ts'

interface Props {
  locale: Locale
  zone: string
  feed: Feed | null
  /** The address itself, on the one page that answers its making. */
  address: string | null
  tokens: { make: string; end: string }
}

export const CalendarPage = ({ locale, zone, feed, address, tokens }: Props): VNode => {
  const t = meWords[locale]
  const used = feed?.lastUsedAt
  return (
    <>
      <BackLink href={peoplePaths.me}>{t.back}</BackLink>
      <Heading>{t.calendar}</Heading>
      <Lead>{t.calendarLead}</Lead>
      {address && (
        <Notice tone="good" title={t.calendarOnce}>
          <OwnWords text={address} />
        </Notice>
      )}
      {feed && !address && (
        <p>
          {t.calendarHave} {used ? t.calendarUsed(formatInstant(used, zone, locale)) : t.calendarUnused}
        </p>
      )}
      <Actions>
        <PostButton action={peoplePaths.myCalendar} token={tokens.make} kind={feed ? 'secondary' : 'primary'}>
          {feed ? t.newCalendar : t.makeCalendar}
        </PostButton>
        {feed && (
          <PostButton action={peoplePaths.endCalendar} token={tokens.end} kind="careful">
            {t.endCalendar}
          </PostButton>
        )}
      </Actions>
    </>
  )
}
