/** One kind of background work: at most one run at a time; asked again meanwhile, it runs once more. */
export interface Lane {
  kick(): void
  /** Resolves when nothing runs and nothing is asked for. */
  idle(): Promise<void>
}

export const lane = (run: () => Promise<void>, onError: (error: unknown) => void): Lane => {
  let running: Promise<void> | null = null
  let again = false
  const loop = async (): Promise<void> => {
    do {
      again = false
      await run().catch(onError)
    } while (again)
    running = null
  }
  return {
    kick: () => {
      again = true
      running ??= loop()
    },
    idle: async () => {
      while (running) await running
    },
  }
}
