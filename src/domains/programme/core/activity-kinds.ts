/** The kinds of thing on the menu. None stands above another: this order is only that of the page. */
export const activityKinds = [
  'being_there',
  'cooking',
  'gardening',
  'walk',
  'talk_circle',
  'recovery_story',
  'training_lecturer',
  'telephone_counselling',
  'hospital_visit',
  'going_along',
  'online',
  'family_talk',
  'group_facilitation',
  'group_consultation',
  'keeping_a_job',
  'errands_together',
  'disaster_prevention',
  'council',
  'other',
] as const

export type ActivityKind = (typeof activityKinds)[number]

export const isActivityKind = (text: string): text is ActivityKind =>
  (activityKinds as readonly string[]).includes(text)

/** The four fields in which places are developed; a column of the request and of the figures. */
export const fields = ['community', 'group', 'hospital', 'employment'] as const

export type Field = (typeof fields)[number]

export const isField = (text: string): text is Field => (fields as readonly string[]).includes(text)
