import { uploadedTemplate } from '#platform/documents/uploaded.ts'
import { flushAudit } from '#platform/audit/chain.ts'
import { openAudit } from '#platform/audit/audit.ts'
import { clientOf } from '#platform/auth/client.ts'
import { sessionTokenOf } from '#platform/auth/cookie.ts'
import { enter } from '#platform/auth/entrance.ts'
import { offerRoles, rolesBeside } from '#platform/auth/web/offer-roles.tsx'
import type { CtxParts, Pipeline } from '#platform/http/pipeline.ts'
import { openRender } from '#platform/http/render.tsx'
import type { Slice } from '#platform/http/slice.ts'
import { furiganaOn } from '#platform/i18n/furigana.ts'
import { namesOnly } from '#platform/i18n/spoken.ts'
import { readerOf } from '#platform/i18n/reader-cookie.ts'
import { whoActs } from '#platform/jobs/system.ts'
import { openOutbox } from '#platform/messages/outbox.ts'
import { programmeFace } from '#domains/programme/index.ts'
import { roleWords } from './app-words.ts'
import { directory } from './directory.ts'
import { openFrame } from './frame.tsx'
import type { Services } from './open-services.ts'

/** The request pipeline with this process's database, keys and clock. `afterCommit` sends out what was put out. */
export const openPipeline = (services: Services, slices: readonly Slice[], afterCommit: () => void): Pipeline => {
  const { db, vault, auditKey, documents, config, log, clock, newId } = services
  const secure = services.origin.startsWith('https:')
  const reader: Pipeline['reader'] = (c) => readerOf(c.req.header('cookie'), c.req.header('accept-language'))

  const ctxParts: Pipeline['ctxParts'] = (tx, actor, now, requestId): CtxParts => {
    const audit = openAudit()
    return {
      audit,
      vault: vault.vaultFor(tx, actor.programmeId),
      outbox: openOutbox({ tx, programmeId: actor.programmeId, now, newId }),
      documents: documents.of(actor.programmeId, (kind, on) => uploadedTemplate(tx, actor.programmeId, kind, on)),
      flushAudit: async ({ readsOnly }) => {
        if (readsOnly) audit.forgetWrites()
        const stamp = { programmeId: actor.programmeId, ...whoActs(actor), requestId, now }
        await flushAudit(tx, audit, stamp, auditKey)
      },
    }
  }

  return {
    origin: services.origin,
    log,
    clock,
    newId,
    begin: () => db.beginRequest(),
    enterAs: (tx, c, now) =>
      enter(
        tx,
        { cookie: c.req.header('cookie'), secure, next: c.req.method === 'GET' ? nextOf(c.req.url) : null },
        now,
      ),
    bringsSession: (c) => sessionTokenOf(c.req.header('cookie'), secure) !== null,
    rolesBeside: rolesBeside(directory),
    offerRoles: offerRoles(roleWords),
    face: programmeFace,
    ctxParts,
    reader,
    client: (c) => clientOf(c, config.trustedProxies),
    render: openRender({
      reader,
      frame: openFrame(services, slices),
      finish: async (html, r) => (r.furigana ? furiganaOn(html) : namesOnly(html)),
    }),
    afterCommit,
  }
}

const nextOf = (url: string): string => {
  const { pathname, search } = new URL(url)
  return pathname + search
}
