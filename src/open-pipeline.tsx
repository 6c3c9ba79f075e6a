import { flushAudit } from '#platform/audit/chain.ts'
import { openAudit } from '#platform/audit/audit.ts'
import { clientOf } from '#platform/auth/client.ts'
import { enter } from '#platform/auth/entrance.ts'
import type { CtxParts, Pipeline } from '#platform/http/pipeline.ts'
import { openRender } from '#platform/http/render.tsx'
import type { Slice } from '#platform/http/slice.ts'
import { furiganaOn } from '#platform/i18n/furigana.ts'
import { readerOf } from '#platform/i18n/reader-cookie.ts'
import { whoActs } from '#platform/jobs/system.ts'
import { openOutbox } from '#platform/messages/outbox.ts'
import { programmeFace } from '#domains/programme/index.ts'
import { openFrame } from './frame.tsx'
import type { Services } from './open-services.ts'

/** The request pipeline with this process's database, keys and clock. `afterCommit` sends out what was put out. */
export const openPipeline = (services: Services, slices: readonly Slice[], afterCommit: () => void): Pipeline => {
  const { db, vault, auditKey, config, log, clock, newId } = services
  const secure = services.origin.startsWith('https:')
  const reader: Pipeline['reader'] = (c) => readerOf(c.req.header('cookie'), c.req.header('accept-language'))

  const ctxParts: Pipeline['ctxParts'] = (tx, actor, now, requestId): CtxParts => {
    const audit = openAudit()
    return {
      audit,
      vault: vault.vaultFor(tx, actor.programmeId),
      outbox: openOutbox({ tx, programmeId: actor.programmeId, now, newId }),
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
    face: programmeFace,
    ctxParts,
    reader,
    client: (c) => clientOf(c, config.trustedProxies),
    render: openRender({
      reader,
      frame: openFrame(services, slices),
      finish: async (html, r) => (r.furigana ? furiganaOn(html) : html),
    }),
    afterCommit,
  }
}

const nextOf = (url: string): string => {
  const { pathname, search } = new URL(url)
  return pathname + search
}
