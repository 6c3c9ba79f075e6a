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

/** One line of the chain before it is stamped with who, when and its hash. */
export interface AuditLine {
  action: string
  kind: string
  id: string | null
  subject: string | null
  classes: readonly string[]
  reason: string | null
}

/** What the pipeline holds: an `Audit` to hand out, and what it has collected. */
export interface AuditLog extends Audit {
  lines(): readonly AuditLine[]
  /** After a refusal rolled the action back: what was read stays read, what was written was not. */
  forgetWrites(): void
}

export const openAudit = (): AuditLog => {
  let lines: AuditLine[] = []
  return {
    wrote: ({ action, kind, id = null, subject = null, reason = null }) => {
      lines.push({ action, kind, id, subject, classes: [], reason })
    },
    read: ({ kind, id = null, subject, classes, reason = null }) => {
      lines.push({ action: 'read', kind, id, subject, classes, reason })
    },
    lines: () => lines,
    forgetWrites: () => {
      lines = lines.filter((line) => line.action === 'read')
    },
  }
}
