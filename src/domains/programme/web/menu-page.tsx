import type { Locale } from '#platform/i18n/reader.ts'
import { Card, EmptyState, Heading, Lead, LinkButton, StatusTag } from '#ui/index.ts'
import type { Activity } from '../data/activities.ts'
import { programmePaths } from './paths.ts'
import { menuWords, programmeWords } from './words.ts'

interface Props {
  activities: readonly Activity[]
  locale: Locale
  mayEdit: boolean
}

export const MenuPage = ({ activities, locale, mayEdit }: Props) => {
  const t = menuWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {mayEdit && <LinkButton href={programmePaths.newActivity}>{t.add}</LinkButton>}
      {activities.length === 0 && <EmptyState>{t.empty}</EmptyState>}
      {activities.map((activity) => (
        <ActivityCard activity={activity} locale={locale} mayEdit={mayEdit} />
      ))}
    </>
  )
}

const ActivityCard = ({ activity, locale, mayEdit }: { activity: Activity; locale: Locale; mayEdit: boolean }) => {
  const t = menuWords[locale]
  const limits = [
    t.minutes(activity.minutes),
    activity.listenersMax === null ? '' : t.listeners(activity.listenersMax),
    activity.recording === 'ask' ? t.recordingAsk : t.recordingNo,
    activity.companionRequired ? t.companion : '',
    activity.accompaniesPerson ? t.accompanies : '',
  ].filter(Boolean)
  return (
    <Card
      level={2}
      title={activity.name[locale]}
      tag={
        activity.endedOn ? <StatusTag tone="ended">{programmeWords[locale].endedOn(activity.endedOn)}</StatusTag> : null
      }
    >
      <p>{activity.plain[locale]}</p>
      <p class="small">{limits.join(t.between)}</p>
      {activity.neverAsked && (
        <p class="small">
          {t.neverAsked}: {activity.neverAsked}
        </p>
      )}
      {mayEdit && (
        <p>
          <a href={programmePaths.activity(activity.id)}>{t.edit}</a>
        </p>
      )}
    </Card>
  )
}
