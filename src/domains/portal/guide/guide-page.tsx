import type { VNode } from 'preact'
import { type Role, roles } from '#kernel/role.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { Bullets, Fold, Heading, Lead, LinkButton, List, Section } from '#ui/index.ts'
import { Drawing } from './drawing.tsx'
import { guideWords } from './guide-words.ts'
import { drawings, guides } from './guides.ts'
import { guidePath, guidePaths } from './paths.ts'

/** One role's guide: what one does first, what happens then, whom to ask. */
export const GuidePage = (props: { role: Role; locale: Locale }): VNode => {
  const t = guideWords[props.locale]
  const guide = guides[props.role][props.locale]
  return (
    <>
      <Heading above={t.heading}>{guide.title}</Heading>
      <Lead>{guide.lead}</Lead>
      <Section title={t.steps}>
        <ol class="guide-steps">
          {guide.steps.map(([title, text], index) => (
            <li>
              <Drawing kind={drawings[props.role][index] ?? 'sheet'} />
              <div>
                <h3>{title}</h3>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t.promises}>
        <Bullets items={guide.promises} />
      </Section>
      <Section title={t.ask}>
        <p>{guide.ask}</p>
        <LinkButton href={guidePaths.today} kind="primary">
          {t.toStart}
        </LinkButton>
      </Section>
      <Fold summary={t.others}>
        <Roles locale={props.locale} except={props.role} />
      </Fold>
    </>
  )
}

export const AllGuidesPage = (props: { locale: Locale }): VNode => {
  const t = guideWords[props.locale]
  return (
    <>
      <Heading>{t.all}</Heading>
      <Lead>{t.allLead}</Lead>
      <Roles locale={props.locale} except={null} />
    </>
  )
}

const Roles = (props: { locale: Locale; except: Role | null }): VNode => (
  <List
    items={roles
      .filter((role) => role !== props.except)
      .map((role) => ({ title: guides[role][props.locale].title, href: guidePath(role) }))}
  />
)
