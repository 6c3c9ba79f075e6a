import type { OwnPart } from '#domains/people/index.ts'
import { dayIn } from '#kernel/time.ts'
import { listOwn } from '../data/follow-up-list.ts'
import { ownWords } from './words.ts'

/** When somebody got in touch with them, and how. */
export const careOwnPart: OwnPart = async ({ tx, actor, zone, reader: { locale } }) => {
  if (actor.role !== 'supporter') return []
  const t = ownWords[locale]
  const own = await listOwn(tx, actor.programmeId, actor.personId, 50_000)
  return [
    {
      title: t.title,
      head: [t.day, t.who, t.how],
      rows: own.map(({ dueOn, closedAt, assignedName, how }) => [
        closedAt ? dayIn(closedAt, zone) : dueOn,
        assignedName ?? '',
        closedAt ? t.ways[how ?? 'other'] : t.coming,
      ]),
    },
  ]
}
