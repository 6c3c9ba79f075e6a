import type { VNode } from 'preact'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import type { ProgrammeFace } from '#platform/http/call.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { DefinitionList, Name, OwnWords, PrintSheet, Section, WriteHere } from '#ui/index.ts'
import type { OpenedApplication } from '../actions/read-application.ts'
import type { ApplicationStatus } from '../core/application-status.ts'
import { formatInstant } from '#platform/i18n/dates.ts'
import { applicationPaperWords } from './application-paper-words.ts'
import { applicationWords } from './application-words.ts'

interface Props {
  locale: Locale
  zone: string
  programme: ProgrammeFace
  opened: OpenedApplication
}

// The programme's full name on an envelope outs people: letters carry the short one.
const fromOf = (locale: Locale, { shortName, contactPhone, contactHours }: ProgrammeFace): string =>
  applicationPaperWords[locale].letterFrom(shortName, contactPhone, contactHours)

/** What was written, on one A4 page. */
export const ApplicationPrint = ({ locale, zone, programme, opened }: Props): VNode => {
  const t = applicationWords[locale]
  const paper = applicationPaperWords[locale]
  const { application, run, words } = opened
  const { placeName, submittedAt } = application
  const parts = (['why', 'hopes', 'needs', 'other'] as const).filter((part) => words[part] !== '')
  return (
    <PrintSheet
      locale={locale}
      title={paper.applicationOf}
      from={fromOf(locale, programme)}
      foot={paper.number(application.id.slice(0, 8))}
    >
      <DefinitionList
        items={[
          { term: t.run, value: run.name },
          { term: t.labels.name, value: <Name name={application.name} kana={application.kana} /> },
          { term: t.labels.kana, value: application.kana },
          placeName ? { term: t.place, value: placeName } : null,
          { term: t.labels.track, value: words.track },
          submittedAt ? { term: paper.submittedOn, value: formatInstant(submittedAt, zone, locale) } : null,
        ]}
      />
      {parts.map((part) => (
        <Section title={t.labels[part]}>
          <OwnWords text={words[part]} />
        </Section>
      ))}
    </PrintSheet>
  )
}

type Letter = keyof (typeof applicationPaperWords)['ja']['letterTitle']

/** For which outcomes there is a letter. */
export const letterOf = (status: ApplicationStatus): Letter | null =>
  status === 'offered' || status === 'waiting' || status === 'accepted' || status === 'not_this_time' ? status : null

/** The answer as a letter, for those who would rather hold paper in their hands. */
export const ApplicationLetter = (props: Props & { letter: Letter }): VNode => {
  const { locale, programme, opened, letter } = props
  const t = applicationWords[locale]
  const paper = applicationPaperWords[locale]
  const { application, run, accommodation, answerUntil } = opened
  const until = answerUntil ? formatDayLong(answerUntil, locale) : ''
  return (
    <PrintSheet
      locale={locale}
      title={paper.letterTitle[letter]}
      from={fromOf(locale, programme)}
      foot={paper.number(application.id.slice(0, 8))}
    >
      <p>{paper.dear(spoken(application))}</p>
      <p>{paper.thanks(run.name)}</p>
      <p>{letter === 'offered' ? t.says.offered(until) : t.says[letter]}</p>
      {accommodation && (letter === 'offered' || letter === 'accepted') && (
        <Section title={t.needsTitle}>
          <p>{t.answers[accommodation.answer]}</p>
          <OwnWords text={accommodation.words} />
        </Section>
      )}
      {letter === 'offered' && <WriteHere label={paper.answerHere} />}
    </PrintSheet>
  )
}
