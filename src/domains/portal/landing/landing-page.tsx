import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { Card, Cards, Heading, Lead, LinkButton, Section, Small } from '#ui/index.ts'
import { Drawing } from '../guide/drawing.tsx'
import { guidePath, guidePaths } from '../guide/paths.ts'
import { landingWords } from './landing-words.ts'

/** What everybody may know of a programme. */
export interface PublicProgramme {
  name: string
  municipality: string
  contactPhone: string
  contactHours: string
}

interface LandingProps {
  locale: Locale
  programmes: readonly PublicProgramme[]
  /** Where the doors are; they belong to other slices. */
  doors: { signIn: string; forPlaces: string; courses: string }
}

/** The first page of whoever has not signed in: what this is, and one door for each. */
export const LandingPage = ({ locale, programmes, doors }: LandingProps): VNode => {
  const t = landingWords[locale]
  const ways = [
    { href: guidePath('supporter'), title: t.forSupporter, text: t.forSupporterText },
    { href: doors.forPlaces, title: t.forPlaces, text: t.forPlacesText },
    { href: doors.courses, title: t.courses, text: t.coursesText },
    { href: guidePaths.all, title: t.guides, text: t.guidesText },
  ]
  return (
    <>
      <div class="hero">
        <Heading>{t.title}</Heading>
        <Lead>{t.lead}</Lead>
        <LinkButton href={doors.signIn} kind="primary">
          {t.signIn}
        </LinkButton>
        <Small>{t.signInHint}</Small>
      </div>
      <Section title={t.how}>
        <ul class="promises">
          {(['letter', 'together', 'rest'] as const).map((kind) => (
            <li>
              <Drawing kind={kind} />
              <h3>{t.steps[kind].title}</h3>
              <p>{t.steps[kind].text}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.newHere}>
        <Cards>
          {ways.map(({ href, title, text }) => (
            <Card title={title} href={href}>
              <p>{text}</p>
            </Card>
          ))}
        </Cards>
      </Section>
      {programmes.length > 0 && <Programmes locale={locale} programmes={programmes} />}
    </>
  )
}

const Programmes = ({ locale, programmes }: Pick<LandingProps, 'locale' | 'programmes'>): VNode => {
  const t = landingWords[locale]
  return (
    <Section title={t.programmes}>
      <ul class="list">
        {programmes.map((one) => (
          <li>
            <h3>{one.name}</h3>
            <p>{one.municipality}</p>
            {one.contactPhone ? (
              <p>
                {t.office} <a href={`tel:${one.contactPhone.replaceAll('-', '')}`}>{one.contactPhone}</a>{' '}
                {one.contactHours}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
