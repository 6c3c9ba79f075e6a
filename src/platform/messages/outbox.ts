/** Messages and events, in the same transaction as what they tell of. They leave afterwards, from jobs. */
export interface Outbox {
  /** Tells a person: always in the inbox, and by mail as they chose. `kind` names the words (a message kind registered by a slice); `params` hold identifiers and days only; `path` is where the link leads. */
  tell(personId: string, kind: string, params: Record<string, string | number>, path: string): Promise<string>
  /** Takes back what was not read yet and stops its mail. */
  withdraw(messageId: string): Promise<void>
  /** Tells later slices: handled by their jobs, at least once. */
  emit(topic: string, payload: Record<string, unknown>): Promise<void>
}
