import { Hono } from 'hono'
import { type Asset, assets, themeCss } from './assets/index.ts'

/** Stylesheet, script and mark: named by their content, so browsers may keep them; nothing of anybody is in them. */
export const assetRoutes = (): Hono => {
  const app = new Hono()
  const byPath = new Map(assets.map((asset) => [asset.path, asset]))
  app.get('/assets/:name', (c) => {
    const asset = byPath.get(c.req.path)
    if (asset) return served(asset, c.req.header('accept-encoding') ?? '')
    const theme = themeCss(c.req.path)
    return theme === null ? c.notFound() : new Response(theme, { headers: headersOf('text/css; charset=utf-8') })
  })
  return app
}

const served = (asset: Asset, accepted: string): Response => {
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
  const bytes = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.bytes
  const headers = headersOf(asset.mediaType)
  if (encoding) headers['Content-Encoding'] = encoding
  return new Response(new Uint8Array(bytes), { headers })
}

const headersOf = (mediaType: string): Record<string, string> => ({
  'Content-Type': mediaType,
  'Cache-Control': 'public, max-age=31536000, immutable',
  Vary: 'Accept-Encoding',
})
