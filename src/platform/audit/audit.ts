/** What the audit chain is told. Collected during the transaction, chained and written as its last statement. */
export interface Audit {
  /** A write: who did what to which record; `subject` is the person the record is about. */
  wrote(entry: {
    action: string
    kind: string
    id?: string | null
    subject?: string | null
    reason?: string | null
  }): void
  /** A read of sensitive classes of a person's record. */
  read(entry: {
    kind: string
    id?: string | null
    subject: string
    classes: readonly string[]
    reason?: string | null
  }): void
}
