/** What people went on to after a run, as they say it themselves. */
export const wentOnKinds = ['active', 'work', 'study', 'rest'] as const
export type WentOnKind = (typeof wentOnKinds)[number]

export interface WentOn {
  kind: WentOnKind
  words: string
}

/** Reads what was kept; anything else says nothing. */
export const wentOnOf = (text: string): WentOn | null => {
  // Of somebody who was erased nothing is left to read.
  if (text === '') return null
  const raw = JSON.parse(text) as { kind?: unknown; words?: unknown }
  const kind = wentOnKinds.find((one) => one === raw.kind)
  return kind ? { kind, words: typeof raw.words === 'string' ? raw.words : '' } : null
}
