import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAudit } from '#platform/audit/audit.ts'
import { flushAudit } from '#platform/audit/chain.ts'
import { openAuditKey } from '#platform/audit/key.ts'
import type { OpenDatabase } from '#platform/db/index.ts'
import { openDocuments } from '#platform/documents/pdf.ts'
import type { Actor, Ctx } from '#platform/http/call.ts'
import { inProgramme, type SystemDeps, systemActor, whoActs } from '#platform/jobs/system.ts'
import { openOutbox } from '#platform/messages/outbox.ts'
import { openVault, type PlatformVault } from '#platform/vault/vault.ts'
import { programmeFace } from '#domains/programme/index.ts'

export interface TestSystem extends SystemDeps {
  vault: PlatformVault
  /** Runs an action as the request pipeline does, without HTTP: wall, audit, commit. */
  as<T>(actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T>
  asSystem<T>(programmeId: number, work: (ctx: Ctx) => Promise<T>): Promise<T>
}

/** What jobs and actions stand on, over a test database, with a clock of the test's own. */
export const testSystem = async (db: OpenDatabase, clock: () => Date): Promise<TestSystem> => {
  const keys = mkdtempSync(join(tmpdir(), 'hitoba-keys-'))
  const vault = await openVault(db, { kekFile: join(keys, 'kek') })
  const auditKey = await openAuditKey(db, join(keys, 'audit'))
  const documents = openDocuments({ own: null, onProblem: () => {} })
  const deps: SystemDeps = {
    clock,
    newId: randomUUID,
    begin: () => db.beginRequest(),
    face: programmeFace,
    ctxParts: (tx, actor, now, requestId) => {
      const { programmeId } = actor
      const audit = openAudit()
      return {
        audit,
        vault: vault.vaultFor(tx, programmeId),
        outbox: openOutbox({ tx, programmeId, now, newId: randomUUID }),
        documents: documents.of(programmeId),
        flushAudit: () => flushAudit(tx, audit, { programmeId, ...whoActs(actor), requestId, now }, auditKey),
      }
    },
  }
  return {
    ...deps,
    vault,
    as: (actor, work) => inProgramme(deps, actor, work),
    asSystem: (programmeId, work) => inProgramme(deps, systemActor(programmeId), work),
  }
}
