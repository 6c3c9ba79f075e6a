import type { PersonSection } from '#domains/people/index.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { List, Section } from '#ui/index.ts'
import { reachOf } from '../actions/reach.ts'
import { urgencyOn } from '../core/follow-up.ts'
import { listOpen } from '../data/follow-up-list.ts'
import { carePaths } from './paths.ts'
import { followUpWords } from './words.ts'

/** When somebody is to get in touch with this person: before everything else on their page. */
export const followUpSection: PersonSection = {
  who: ['coordinator', 'companion'],
  order: -10,
  load: async (call, personId) => {
    const { locale } = call.reader
    const t = followUpWords[locale]
    const open = await listOpen(call.tx, call.actor.programmeId, await reachOf(call), { personId, limit: 5 })
    if (open.length === 0) return null
    const note = (line: (typeof open)[number]): string[] => {
      const urgency = urgencyOn(line.dueOn, call.today)
      if (urgency === 'coming') return []
      return [line.first ? t.first : t[urgency]]
    }
    return (
      <Section title={t.openTitle}>
        <List
          items={open.map((line) => ({
            title: formatDayLong(line.dueOn, locale),
            href: carePaths.followUp(line.id),
            lines: note(line),
          }))}
        />
      </Section>
    )
  },
}
