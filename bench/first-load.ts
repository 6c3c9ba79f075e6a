import { gzipSync } from 'node:zlib'
import { dropDatabase, fill, freshDatabase } from './databases.ts'
import { ask } from './load.ts'
import type { Figure } from './report.ts'
import { openStage } from './stage.ts'

/** (d): what a supporter's phone loads for the start page, the first time. */
export const benchFirstLoad = async (server: string | null): Promise<Figure[]> => {
  const stage = await openStage(server === null ? null : await freshDatabase(server, 'phone'), () => new Date())
  try {
    const programmeId = await fill(stage.services, { programmes: 1, years: 3, supporters: 15 })
    const { cookie } = await stage.signedIn(programmeId, 'supporter')
    return await loaded(await stage.open(), cookie)
  } finally {
    await stage.close()
    if (server !== null) await dropDatabase(server, 'phone')
  }
}

const loaded = async (address: string, cookie: string): Promise<Figure[]> => {
  const answer = await fetch(`${address}/today`, { headers: { cookie }, redirect: 'error' })
  const html = await answer.text()
  if (!html.includes('</html>')) throw new Error(`the start page is not a page: ${answer.status}`)
  const sizes = new Map<string, number>([['html', gzipSync(html, { level: proxyLevel }).length]])
  for (const path of new Set(html.match(/\/assets\/[\w.-]+/g))) {
    const kind = path.split('.').at(-1) ?? ''
    sizes.set(kind, (sizes.get(kind) ?? 0) + (await sizeOf(address + path)))
  }
  const kB = (bytes: number): number => bytes / 1000
  const sum = [...sizes.values()].reduce((all, bytes) => all + bytes, 0)
  const detail = [...sizes].map(([kind, bytes]) => `${kind} ${kB(bytes).toFixed(1)}`).join(' + ')
  return [
    {
      part: 'd',
      what: 'a supporter’s start page on a phone, compressed',
      value: kB(sum),
      unit: 'kB',
      limit: 40,
      detail,
    },
    {
      part: 'd',
      what: 'of it JavaScript',
      value: kB(sizes.get('js') ?? 0),
      unit: 'kB',
      limit: 5,
      detail: 'assets as sent (brotli), the page as a proxy sends it (gzip, its quickest level)',
    },
  ]
}

// What nginx does unless told otherwise.
const proxyLevel = 1

// As it goes over the line, not unpacked.
const sizeOf = async (url: string): Promise<number> =>
  (await ask({ url, headers: { 'accept-encoding': 'br' }, requests: 1, atOnce: 1 })).bytes
