// Two days in all: a mail server that is away over a weekend night loses nothing.
const waitMinutes = [1, 5, 15, 60, 180, 360, 720, 1440]

/** When to try again after this many attempts, or null: given up, an administrator looks at it. */
export const nextTry = (attempts: number, now: Date): Date | null => {
  const minutes = waitMinutes[attempts - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
}
