import type { VNode } from 'preact'
import { type Activity, fieldWords } from '#domains/programme/index.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Bullets, type Definition, DefinitionList, OwnWords, Span } from '#ui/index.ts'
import type { Request } from '../data/requests.ts'
import { languages } from './request-form.ts'
import { requestWords } from './words-request.ts'

interface Props {
  request: Request
  activity: Activity
  placeName: string | null
  locale: Locale
  zone: string
  /** What only staff need: the field, how it came in. */
  staff?: boolean
}

/** Everything that was asked for. Read by the place, by staff, on paper. */
export const RequestFactsView = (props: Props): VNode => (
  <DefinitionList items={[...whatAndWhen(props), ...how(props)]} />
)

const whatAndWhen = ({ request, activity, placeName, locale, zone }: Props): (Definition | null)[] => {
  const t = requestWords[locale]
  return [
    { term: t.facts.place, value: placeName ?? t.facts.placeOpen },
    { term: t.facts.activity, value: activity.name[locale] },
    {
      term: t.facts.slots,
      value:
        request.slots.length === 0 ? (
          t.facts.slotsOpen
        ) : (
          <Bullets
            items={request.slots.map((slot) => (
              <Span from={slot.startsAt} to={slot.endsAt} zone={zone} locale={locale} />
            ))}
          />
        ),
    },
    { term: t.facts.purpose, value: request.purpose ? <OwnWords text={request.purpose} /> : null },
    { term: t.facts.supporters, value: t.people(request.supportersWanted) },
    { term: t.facts.how, value: request.online ? t.online : t.inPerson },
    { term: t.facts.audience, value: request.audience ? <OwnWords text={request.audience} /> : null },
    { term: t.facts.audienceCount, value: request.audienceCount === null ? null : t.about(request.audienceCount) },
    { term: t.facts.ifFew, value: t.ifFew[request.ifFew] },
  ]
}

const how = ({ request, activity, locale, staff }: Props): (Definition | null)[] => {
  const t = requestWords[locale]
  const language = languages.find((one) => one === request.language) ?? 'ja'
  return [
    { term: t.facts.preparation, value: t.preparation[request.preparation] },
    { term: t.facts.themes, value: request.themes.join(locale === 'en' ? ', ' : '、') },
    request.forGender ? { term: t.facts.forGender, value: t.forGender[request.forGender] } : null,
    language === 'ja' ? null : { term: t.facts.language, value: t.languages[language] },
    activity.recording === 'ask'
      ? { term: t.facts.recording, value: request.recording ? t.recordingYes : t.recordingNo }
      : null,
    request.contentAgreedOn
      ? { term: t.facts.contentAgreed, value: formatDayLong(request.contentAgreedOn, locale) }
      : null,
    request.personConsentOn
      ? { term: t.facts.personConsent, value: formatDayLong(request.personConsentOn, locale) }
      : null,
    staff ? { term: t.facts.field, value: fieldWords[locale][request.field] } : null,
    staff && request.enteredVia
      ? { term: t.facts.entered, value: `${t.via[request.enteredVia]}：${request.confirmedHow}` }
      : null,
  ]
}

/** What the activity is, and its limits, as the menu says it. */
export const ActivityLimits = ({ activity, locale }: { activity: Activity; locale: Locale }): VNode => {
  const t = requestWords[locale]
  const limits = [
    t.minutes(activity.minutes),
    activity.listenersMax === null ? null : t.listeners(activity.listenersMax),
    activity.companionRequired ? t.companion : null,
    activity.recording === 'ask' ? t.askRecording : t.noRecording,
    activity.accompaniesPerson ? t.accompanies : null,
    activity.neverAsked ? t.neverAsked(activity.neverAsked) : null,
  ].filter((text): text is string => text !== null)
  return (
    <>
      <p>{activity.plain[locale]}</p>
      <Bullets items={limits} />
    </>
  )
}
