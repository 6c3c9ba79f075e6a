import { addDays } from '#kernel/calendar-day.ts'
import { instantAt } from '#kernel/time.ts'
import type { TakingParts } from './training-run.ts'

const versions = [
  '二十代のころ、急に朝が来なくなった。',
  '二十代のころ、急に朝が来なくなった。\n\nデイケアで、同じような人に会った。はじめて、自分だけではないと思えた。',
]

/** The story of the trainee who can sign in, and the one companion whom they let read it. */
export const addStory = async ({ rows, luck, setting, cast, vault, today }: TakingParts): Promise<void> => {
  const teller = cast.people.find(({ role }) => role === 'trainee')
  const reader = cast.companions[0]
  if (!teller || !reader) return
  const programme_id = setting.programmeId
  const id = luck.uuid()
  const at = (days: number): Date => instantAt(addDays(today, days), 1200, setting.zone)
  rows.add('training.story_draft', {
    programme_id,
    id,
    person_id: teller.id,
    title_sealed: await vault.seal(teller.id, 'training.story_draft.title_sealed', id, '朝が来るまで'),
    created_at: at(-12),
    version: versions.length,
  })
  for (const [index, text] of versions.entries()) {
    rows.add('training.story_version', {
      programme_id,
      story_id: id,
      version: index + 1,
      text_sealed: await vault.seal(teller.id, 'training.story_version.text_sealed', `${id}/${index + 1}`, text),
      at: at(index * 5 - 12),
    })
  }
  rows.add('training.story_reader', {
    programme_id,
    id: luck.uuid(),
    story_id: id,
    reader_id: reader.id,
    from_at: at(-6),
  })
  const commentId = luck.uuid()
  rows.add('training.story_comment', {
    programme_id,
    id: commentId,
    story_id: id,
    on_version: versions.length,
    by_person: reader.id,
    text_sealed: await vault.seal(
      teller.id,
      'training.story_comment.text_sealed',
      commentId,
      '「自分だけではない」のところで、立ち止まりました。読ませてくださって、ありがとうございます。',
    ),
    at: at(-4),
  })
}
