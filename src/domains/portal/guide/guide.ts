/** One page that says what a role does first, what happens then, and whom to ask. */
export interface Guide {
  title: string
  lead: string
  /** What one does, in order: a short title and some plain sentences. */
  steps: readonly (readonly [title: string, text: string])[]
  /** What holds always. */
  promises: readonly string[]
  ask: string
}
