import type { Context } from 'hono'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Reader } from '#platform/i18n/reader.ts'
import type { Call, Reply } from './call.ts'
import { ErrorBody, type ErrorKind } from './error-body.tsx'
import { flashCookie, flashOf, spentFlashCookie } from './flash.ts'
import { httpWords } from './words.ts'

/** Turns replies into responses; every page of the product passes here once. */
export interface Render {
  reply(c: Context, reply: Reply, call: Call | null): Promise<Response>
  errorPage(c: Context, kind: ErrorKind, status: number): Promise<Response>
}

export interface RenderParts {
  reader(c: Context): Reader
  /** The whole document around a body: heading, navigation, who is signed in. */
  frame(
    page: { title: string; body: VNode; wide: boolean; status: number; flash: string | null },
    c: Context,
    reader: Reader,
    call: Call | null,
  ): Promise<VNode>
  /** Furigana on the finished page. */
  finish(html: string, reader: Reader): Promise<string>
}

export const openRender = (parts: RenderParts): Render => {
  const html = async (c: Context, body: Extract<Reply, { kind: 'page' }>, call: Call | null): Promise<Response> => {
    const reader = call?.reader ?? parts.reader(c)
    const flash = flashOf(c.req.header('cookie'))
    const tree = await parts.frame(
      { title: body.title, body: body.body, wide: body.wide, status: body.status, flash },
      c,
      reader,
      call,
    )
    const text = await parts.finish(`<!doctype html>${renderToString(tree)}`, reader)
    const headers = new Headers({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': reader.locale === 'en' ? 'en' : 'ja',
    })
    for (const cookie of body.cookies ?? []) headers.append('Set-Cookie', cookie)
    if (body.refreshSeconds) headers.set('Refresh', String(body.refreshSeconds))
    if (flash !== null) headers.append('Set-Cookie', spentFlashCookie)
    return new Response(text, { status: body.status, headers })
  }

  const errorPage = (c: Context, kind: ErrorKind, status: number, call: Call | null): Promise<Response> => {
    const t = httpWords[(call?.reader ?? parts.reader(c)).locale]
    const body = <ErrorBody kind={kind} t={t} requestId={c.get('requestId')} />
    return html(c, { kind: 'page', status, title: t[`${kind}Title`], body, wide: false }, call)
  }

  return {
    errorPage: (c, kind, status) => errorPage(c, kind, status, null),
    reply: async (c, reply, call) => {
      switch (reply.kind) {
        case 'page':
          return html(c, reply, call)
        case 'redirect':
          return redirected(reply)
        case 'file':
          return fileOf(reply)
        case 'not-found':
          return errorPage(c, 'notFound', 404, call)
      }
    },
  }
}

const redirected = (reply: Extract<Reply, { kind: 'redirect' }>): Response => {
  const headers = new Headers({ Location: reply.to })
  for (const cookie of reply.cookies ?? []) headers.append('Set-Cookie', cookie)
  if (reply.flash !== null) headers.append('Set-Cookie', flashCookie(reply.flash))
  // Not the cookies: the reader's own settings live there.
  if (reply.clearsSite) headers.set('Clear-Site-Data', '"cache", "storage"')
  return new Response(null, { status: 303, headers })
}

const fileOf = (reply: Extract<Reply, { kind: 'file' }>): Response => {
  const name = encodeURIComponent(reply.name)
  return new Response(typeof reply.bytes === 'string' ? reply.bytes : new Uint8Array(reply.bytes), {
    status: reply.status,
    headers: {
      'Content-Type': reply.mediaType,
      'X-Robots-Tag': 'noindex',
      'Content-Disposition': `${reply.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    },
  })
}
