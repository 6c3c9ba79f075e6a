/** Every hard condition. */
export const codes = [
  'not_registered',
  'pause',
  'does_not_want',
  'avoid',
  'theme',
  'declined',
  'already_asked',
  'gender',
  'language',
  'mode',
  'travel',
  'month_limit',
  'week_limit',
  'rest',
  'hours',
  'busy',
  'companion',
  'first_needs_partner',
] as const

export type Code = (typeof codes)[number]

export type Owner = 'supporter' | 'place' | 'companion' | 'programme'

/** What a change of the request, never of the person, could do about it. */
export type Relaxable = 'time' | 'online' | 'fewer' | 'companion' | null

/** Why somebody could not. Facts are names and yes or no: never a number about a person. */
export interface Verdict {
  code: Code
  facts: Readonly<Record<string, string | boolean>>
  owner: Owner
  /** Only the person and the coordinator may know it. */
  private: boolean
  relaxable: Relaxable
}

interface Nature {
  owner: Owner
  private: boolean
  relaxable: Relaxable
}

/** Whose it is, who may know, and what could be changed instead. Pause, avoidance, do-not-want, limits and rest: nothing, ever. */
export const natures: Readonly<Record<Code, Nature>> = {
  not_registered: { owner: 'programme', private: false, relaxable: 'time' },
  pause: { owner: 'supporter', private: true, relaxable: null },
  does_not_want: { owner: 'supporter', private: true, relaxable: null },
  avoid: { owner: 'supporter', private: true, relaxable: null },
  theme: { owner: 'supporter', private: true, relaxable: null },
  declined: { owner: 'supporter', private: true, relaxable: null },
  already_asked: { owner: 'programme', private: false, relaxable: null },
  gender: { owner: 'place', private: true, relaxable: null },
  language: { owner: 'place', private: false, relaxable: null },
  mode: { owner: 'supporter', private: false, relaxable: 'online' },
  travel: { owner: 'supporter', private: false, relaxable: 'online' },
  month_limit: { owner: 'supporter', private: true, relaxable: null },
  week_limit: { owner: 'supporter', private: true, relaxable: null },
  rest: { owner: 'supporter', private: true, relaxable: null },
  hours: { owner: 'supporter', private: false, relaxable: 'time' },
  busy: { owner: 'supporter', private: false, relaxable: 'time' },
  companion: { owner: 'companion', private: false, relaxable: 'companion' },
  first_needs_partner: { owner: 'programme', private: true, relaxable: null },
}

// Made once: a page asks some hundred thousand times, and most answers have nothing to add.
const plain = new Map(codes.map((code) => [code, { code, facts: {}, ...natures[code] }]))

export const verdict = (code: Code, facts?: Verdict['facts']): Verdict =>
  (facts === undefined ? plain.get(code) : undefined) ?? { code, facts: facts ?? {}, ...natures[code] }
