/** What a rule or an action answers: a value, or why not. Bugs are thrown, refusals never. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const no = <E>(error: E): { ok: false; error: E } => ({ ok: false, error })

/** Ends an exhaustive switch: a new case that nobody decided does not compile. */
export const never = (value: never): never => {
  throw new Error(`undecided case: ${JSON.stringify(value)}`)
}
