import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, EmptyState, Heading, Lead, List, Name, PostButton, StatusTag } from '#ui/index.ts'
import type { ListedContact } from '../data/contact-list.ts'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

interface SilentView {
  locale: Locale
  people: readonly ListedContact[]
  token: () => string
}

export const NotHeardPage = ({ locale, people, token }: SilentView): VNode => {
  const t = followUpWords[locale]
  return (
    <>
      <BackLink href={carePaths.followUps}>{t.back}</BackLink>
      <Heading>{t.silentTitle}</Heading>
      <Lead>{t.silentLead}</Lead>
      {people.length === 0 ? <EmptyState>{t.silentEmpty}</EmptyState> : null}
      <List
        items={people.map((person) => ({
          title: <Name name={person.name} kana={person.kana} />,
          tag: person.followUpOpen ? <StatusTag tone="waiting">{t.silentOpen}</StatusTag> : null,
          action: person.followUpOpen ? null : (
            <PostButton action={carePaths.getInTouch(person.personId)} token={token()}>
              {t.silentAct}
            </PostButton>
          ),
        }))}
      />
    </>
  )
}
