/** How a session or a day was, in a word and a face. None is better than another; all may be skipped. */
export const feelings = ['bright', 'calm', 'even', 'low', 'heavy'] as const
export type Feeling = (typeof feelings)[number]

export const feelingOf = (text: string): Feeling | null => feelings.find((one) => one === text) ?? null
