import type { VNode } from 'preact'
import { formatDayLong, formatDays, formatInstant } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { DefinitionList, Fold, List, Name, OwnWords, Section } from '#ui/index.ts'
import type { ShownLife } from '../actions/show-life.ts'
import { registrationStatuses } from '../core/registration-status.ts'
import type { Term } from '../core/renewal.ts'
import { lifeWords } from './life-words.ts'

/** From when to when, in words. */
export const termText = ({ from, to }: Term, locale: Locale): string =>
  formatDays(formatDayLong(from, locale), to ? formatDayLong(to, locale) : lifeWords[locale].noEnd, locale)

/** What a registration is, the same for the person and for staff: the talk to come, the terms, the card, what changed. */
export const LifeFacts = ({ locale, zone, shown }: { locale: Locale; zone: string; shown: ShownLife }): VNode => {
  const t = lifeWords[locale]
  const { application, terms } = shown.standing
  return (
    <>
      <DefinitionList
        items={[
          application?.talkAt ? { term: t.talkAt, value: formatInstant(application.talkAt, zone, locale) } : null,
          application && { term: t.talkPlace, value: application.talkPlace },
          shown.talkWith && { term: t.talkWith, value: <Name name={shown.talkWith.name} kana={shown.talkWith.kana} /> },
          shown.words !== '' ? { term: t.own, value: <OwnWords text={shown.words} /> } : null,
          shown.card && { term: t.number, value: shown.card.number },
          shown.nextCard?.opened.paper.validFrom
            ? {
                term: t.numberFrom(formatDayLong(shown.nextCard.opened.paper.validFrom, locale)),
                value: shown.nextCard.number,
              }
            : null,
        ]}
      />
      {terms.length > 0 && (
        <Section title={t.terms}>
          <List items={terms.map((term) => ({ title: termText(term, locale), lines: [t.termKinds[term.kind]] }))} />
        </Section>
      )}
      {shown.changes.length > 0 && (
        <Fold summary={t.changes}>
          <List
            items={shown.changes.map(({ to, on, via }) => {
              const status = registrationStatuses.find((one) => one === to)
              return {
                title: status ? t.statuses[status] : to,
                lines: [formatDayLong(on, locale), via === 'self' ? t.via.self : t.via.told],
              }
            })}
          />
        </Fold>
      )}
    </>
  )
}
