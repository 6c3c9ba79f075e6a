/** What somebody who goes along does: before, there, on the way home, and ten minutes' talk afterwards. */
export const companionTasks = ['meet', 'be_there', 'way_home', 'talk_after'] as const
export type CompanionTask = (typeof companionTasks)[number]

export const isCompanionTask = (text: string): text is CompanionTask =>
  (companionTasks as readonly string[]).includes(text)
