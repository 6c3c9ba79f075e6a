import type { Ctx } from '#platform/http/call.ts'
import { printedCode } from '../core/credential-code.ts'
import { type Credential, credentialFields, findCredential } from '../data/credentials.ts'

/** A paper with what is printed on it. */
export interface OpenedPaper {
  paper: Credential
  name: string
  /** Without the marks between its groups. */
  code: string
  printedCode: string
}

/** For whoever may see it: the caller has looked. */
export const openPaper = async ({ vault }: Ctx, paper: Credential): Promise<OpenedPaper> => {
  const open = (field: string, sealed: string) => vault.open(paper.personId, field, paper.id, sealed)
  const code = await open(credentialFields.code, paper.codeSealed)
  return { paper, name: await open(credentialFields.name, paper.nameSealed), code, printedCode: printedCode(code) }
}

/** A certificate that the actor may look at: one's own, or any for the coordinator. */
export const findPaper = async (ctx: Ctx, id: string): Promise<OpenedPaper | null> => {
  const { tx, actor } = ctx
  const paper = await findCredential(tx, actor.programmeId, id)
  if (paper?.kind !== 'certificate') return null
  if (actor.role !== 'coordinator' && paper.personId !== actor.personId) return null
  return openPaper(ctx, paper)
}
