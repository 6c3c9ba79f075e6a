import type { PersonSection } from '#domains/people/index.ts'
import { LinkButton, Section } from '#ui/index.ts'
import { currentPause } from '../core/pause.ts'
import { pausesOf } from '../data/pauses.ts'
import { findSupporter } from '../data/supporters.ts'
import { pauseText } from './pause-notice.tsx'
import { registrationPaths as paths } from './paths.ts'
import { registrationWords } from './staff-words.ts'

/** On a person's page: that they are a supporter, whether they take a break, and the way to their sheet. */
export const registrationSection: PersonSection = {
  who: ['coordinator', 'companion', 'supervisor'],
  order: 10,
  load: async (call, personId, seen) => {
    const { tx, actor, now, today } = call
    const supporter = await findSupporter(tx, actor.programmeId, personId)
    if (!supporter || personId === actor.personId || !seen.has('logistics')) return null
    const { locale } = call.reader
    const t = registrationWords[locale]
    const held = currentPause(await pausesOf(tx, actor.programmeId, personId), { now: now.getTime(), today })
    return (
      <Section title={t.sheetOf}>
        {held && <p>{pauseText(held, locale)}</p>}
        <LinkButton href={paths.supporter(personId)}>{t.sheetLink}</LinkButton>
      </Section>
    )
  },
}
