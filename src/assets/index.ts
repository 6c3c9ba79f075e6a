import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { projectRoot } from '#platform/config/root.ts'
import { compacted, usedTokens } from './stylesheet.ts'

export { themeCss, themePath } from './theme.ts'

/** A file with its content's hash in its name: may be kept by browsers for ever. */
export interface Asset {
  path: string
  mediaType: string
  bytes: Uint8Array
  brotli: Uint8Array
  gzip: Uint8Array
}

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8')

const asset = (name: string, extension: string, mediaType: string, text: string): Asset => {
  const bytes = Buffer.from(text)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  return {
    path: `/assets/${name}-${hash}.${extension}`,
    mediaType,
    bytes,
    brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gzip: gzipSync(bytes),
  }
}

const stylesheet = (): string => {
  const own = read('src/assets/app.css')
  return compacted(`${usedTokens(read('node_modules/@digital-go-jp/design-tokens/dist/tokens.css'), own)}\n${own}`)
}

const css = asset('app', 'css', 'text/css; charset=utf-8', stylesheet())
const js = asset('app', 'js', 'text/javascript; charset=utf-8', compacted(read('src/assets/app.js')))
const icon = asset('mark', 'svg', 'image/svg+xml', read('src/assets/mark.svg'))

/** Every file that pages load, read once at boot. */
export const assets: readonly Asset[] = [css, js, icon]

/** For `Document`'s `assets`; the theme is the programme's own. */
export const assetPaths = { css: css.path, js: js.path, icon: icon.path } as const
