import type { Activity } from '#domains/programme/index.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Bullets, PrintSheet, Section, Table, WriteHere } from '#ui/index.ts'
import type { Place } from '../data/places.ts'
import { sheetWords } from './sheet-words.ts'

interface Props {
  locale: Locale
  place: Place
  activity: Activity
  illness: string
}

/** For the place's own users: what a peer supporter is, how they differ from staff, and what will be done. It comes from the place. */
export const PlaceSheet = ({ locale, place, activity, illness }: Props) => {
  const t = sheetWords[locale]
  return (
    <PrintSheet locale={locale} title={t.title(activity.name[locale])} from={place.name} foot={t.worry}>
      <WriteHere label={t.whenWhere} />
      <Section title={t.whatTitle}>
        <p>{t.what(locale === 'en' ? illnessInEnglish : illness)}</p>
      </Section>
      <Section title={t.differTitle}>
        <Table
          caption={t.differTitle}
          captionHidden
          wide
          rows={t.differ}
          columns={[
            { head: t.peer, cell: ([peer]) => peer },
            { head: t.staff, cell: ([, staff]) => staff },
          ]}
        />
      </Section>
      <Section title={t.dayTitle}>
        <p>
          {activity.plain[locale]} {t.minutes(activity.minutes)} {activity.companionRequired ? t.companion : ''}
        </p>
      </Section>
      <Section title={t.pleaseTitle}>
        <Bullets
          items={[
            ...t.please,
            activity.recording === 'ask' ? t.recordingAsk : t.recordingNo,
            ...(activity.neverAsked ? [t.neverAsked(activity.neverAsked)] : []),
          ]}
        />
      </Section>
    </PrintSheet>
  )
}

// The programme chooses its word in Japanese only.
const illnessInEnglish = 'a mental illness'
