import type { VNode } from 'preact'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { listed } from '#platform/i18n/joined.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Actions, DefinitionList, EmptyState, Heading, Lead, LinkButton, List, Name, Section } from '#ui/index.ts'
import type { OfficePerson } from '../actions/read-office-staff.ts'
import type { SeenOffice } from '../actions/see-fee-office.ts'
import { feeSupplements } from '../core/fee-rules.ts'
import { feeNames } from './fee-names.ts'
import { feePaths as paths } from './fee-paths.ts'
import { ResultCards } from './fee-result-page.tsx'
import { feeResult } from './fee-result.ts'
import { feeWords } from './fee-words.ts'

interface Shown {
  locale: Locale
  seen: SeenOffice
}

/** Everything that an office wrote down, and what follows from it today. For its own hosts. */
export const FeeOfficePage = ({ locale, seen, today }: Shown & { today: CalendarDay }): VNode => {
  const t = feeWords[locale]
  const results = feeSupplements.map((supplement) =>
    feeResult(seen, { supplement, on: today }, { locale, named: true }),
  )
  return (
    <>
      <Heading above={seen.name}>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Section title={t.results}>
        <ResultCards locale={locale} results={results} />
      </Section>
      <Facts locale={locale} seen={seen} />
      <Staff locale={locale} seen={seen} />
      <Trainings locale={locale} seen={seen} />
    </>
  )
}

const Facts = ({ locale, seen }: Shown): VNode => {
  const t = feeWords[locale]
  const { supplements, services, comma } = feeNames[locale]
  const { office } = seen
  const known = office.version > 0
  const dayOr = (on: CalendarDay | null): string => (on ? formatDayLong(on, locale) : '')
  return (
    <Section title={t.facts}>
      {!known && <EmptyState>{t.factsEmpty}</EmptyState>}
      <DefinitionList
        items={[
          { term: t.labels.office_number, value: office.officeNumber },
          { term: t.labels.services, value: office.services.map((one) => services[one]).join(comma) },
          { term: t.labels.flat_rate, value: office.flatRate.map((one) => services[one]).join(comma) },
          ...feeSupplements.flatMap((one) => [
            { term: t.labels.notified(supplements[one]), value: dayOr(office.notices[one].notifiedOn) },
            { term: t.labels.published(supplements[one]), value: dayOr(office.notices[one].publishedOn) },
          ]),
          { term: t.labels.shown, value: office.shown ? t.yes : '' },
        ]}
      />
      <LinkButton href={paths.facts}>{known ? t.change : t.factsEdit}</LinkButton>
    </Section>
  )
}

const Staff = ({ locale, seen }: Shown): VNode => {
  const t = feeWords[locale]
  return (
    <Section title={t.staff}>
      <p>{t.staffLead}</p>
      {seen.staff.length === 0 && <EmptyState>{t.staffEmpty}</EmptyState>}
      <List
        items={seen.staff.map((person) => ({
          title: <Name name={person.name} kana={person.kana} />,
          href: paths.staff(person.id),
          lines: [feeNames[locale].roles[person.role], coursesText(person, locale)],
          action: (
            <Actions>
              <LinkButton href={paths.hours(person.id)} kind="quiet">
                {t.hours}
              </LinkButton>
            </Actions>
          ),
        }))}
      />
      <LinkButton href={paths.newStaff}>{t.staffNew}</LinkButton>
    </Section>
  )
}

const coursesText = ({ basicOn, advancedOn }: OfficePerson, locale: Locale): string => {
  const { courses, comma } = feeNames[locale]
  const taken: [string, CalendarDay | null][] = [
    [courses.basic, basicOn],
    [courses.advanced, advancedOn],
  ]
  return taken.flatMap(([course, on]) => (on ? [`${course} ${formatDayLong(on, locale)}`] : [])).join(comma)
}

const Trainings = ({ locale, seen }: Shown): VNode => {
  const t = feeWords[locale]
  return (
    <Section title={t.trainings}>
      <p>{t.trainingsLead}</p>
      {seen.trainings.length === 0 && <EmptyState>{t.trainingsEmpty}</EmptyState>}
      <List
        items={seen.trainings.map(({ id, on, topic, attendees, others }) => ({
          title: topic,
          href: paths.training(id),
          lines: [formatDayLong(on, locale), t.others(others), listed(attendees, locale)].filter((line) => line !== ''),
        }))}
      />
      {seen.staff.length === 0 ? (
        <p>{t.trainingNeedsStaff}</p>
      ) : (
        <LinkButton href={paths.newTraining}>{t.trainingNew}</LinkButton>
      )}
    </Section>
  )
}
