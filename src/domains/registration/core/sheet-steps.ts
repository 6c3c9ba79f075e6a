/** The sheet in short pages, in the order in which they are offered; any of them can be left out. */
export const stepNames = ['wishes', 'themes', 'hours', 'days', 'limits', 'travel', 'company', 'avoid', 'help'] as const

export type StepName = (typeof stepNames)[number]

export const isStepName = (text: string): text is StepName => (stepNames as readonly string[]).includes(text)

export const stepAfter = (name: StepName): StepName | null => stepNames[stepNames.indexOf(name) + 1] ?? null
