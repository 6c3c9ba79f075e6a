import type { VNode } from 'preact'
import { minuteText } from '#kernel/time.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { DefinitionList, Heading, Lead, LinkButton, Name, Notice, Section } from '#ui/index.ts'
import type { ConsentKey } from '../core/consents.ts'
import type { Person } from '../data/persons.ts'
import { ConsentList } from './consent-form-view.tsx'
import { meWords } from './me-words.ts'
import { ownErasureWords } from './own-erasure-words.ts'
import { ownMergesWords } from './own-merges-words.ts'
import { ownRecordWords } from './own-record-words.ts'
import { peoplePaths } from './paths.ts'

interface Props {
  locale: Locale
  person: Person
  /** Null where this role shows nothing of itself to anybody. */
  given: ReadonlySet<ConsentKey> | null
  /** Another record may be theirs, and they are asked. */
  asked: boolean
}

export const MePage = ({ locale, person, given, asked }: Props): VNode => {
  const t = meWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {asked ? (
        <Notice tone="attention">
          {ownMergesWords[locale].waiting} <a href={peoplePaths.myMerges}>{ownMergesWords[locale].open}</a>
        </Notice>
      ) : null}
      <Section title={t.contact}>
        <ContactFacts locale={locale} person={person} />
        <LinkButton href={peoplePaths.myContact}>{t.changeContact}</LinkButton>
      </Section>
      {given && (
        <Section title={t.consents}>
          <p>{t.consentsLead}</p>
          <ConsentList locale={locale} given={given} />
          <LinkButton href={peoplePaths.myConsents}>{t.changeConsents}</LinkButton>
        </Section>
      )}
      <Section title={t.looked}>
        <p>{t.lookedLead}</p>
        <LinkButton href={peoplePaths.looked}>{t.seeLooked}</LinkButton>
      </Section>
      <Section title={ownRecordWords[locale].title}>
        <p>{ownRecordWords[locale].onMe}</p>
        <LinkButton href={peoplePaths.myRecord}>{ownRecordWords[locale].open}</LinkButton>
      </Section>
      <Section title={ownErasureWords[locale].title}>
        <p>{ownErasureWords[locale].onMe}</p>
        <LinkButton href={peoplePaths.myErasure}>{ownErasureWords[locale].open}</LinkButton>
      </Section>
      <Section title={t.calendar}>
        <p>{t.calendarLead}</p>
        <LinkButton href={peoplePaths.myCalendar}>{t.manage}</LinkButton>
      </Section>
    </>
  )
}

/** The same as plain text. */
export const contactTexts = (person: Person, locale: Locale): [string, string][] => {
  const t = meWords[locale]
  return [
    [t.name, person.name],
    [t.kana, person.kana],
    [t.nickname, person.nickname || t.none],
    [t.email, person.email ?? t.none],
    [t.phone, person.phone ?? t.none],
    [t.channel, t.channels[person.channel]],
    [t.quiet, quietText(person) ?? t.quietAsProgramme],
    [t.language, t.languages[person.locale]],
  ]
}

/** Contact details as they stand, for the person and for those who may see them. */
export const ContactFacts = ({ locale, person }: { locale: Locale; person: Person }): VNode => {
  const t = meWords[locale]
  return (
    <DefinitionList
      items={[
        { term: t.name, value: <Name name={person.name} kana={person.kana} /> },
        { term: t.nickname, value: person.nickname ? <Name name={person.nickname} /> : t.none },
        { term: t.email, value: person.email ?? t.none },
        { term: t.phone, value: person.phone ?? t.none },
        { term: t.channel, value: t.channels[person.channel] },
        { term: t.quiet, value: quietText(person) ?? t.quietAsProgramme },
        { term: t.language, value: t.languages[person.locale] },
      ]}
    />
  )
}

const quietText = ({ quietFrom, quietTo }: Person): string | null =>
  quietFrom === null || quietTo === null ? null : `${minuteText(quietFrom)}–${minuteText(quietTo)}`
