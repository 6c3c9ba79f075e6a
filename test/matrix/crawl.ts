import { Parser } from 'htmlparser2'
import type { OpenDatabase } from '#platform/db/index.ts'
import type { Member } from '#test/builders.ts'
import type { Client } from '#test/client.ts'
import { expectations } from './expectations.ts'
import { findRecord } from './records.ts'

/** The addresses of all pages that this actor should reach, one record of each kind. */
export const pagesOf = async (db: OpenDatabase, actor: Member): Promise<string[]> => {
  const found: string[] = []
  for (const [route, expected] of Object.entries(expectations)) {
    const [method, pattern = ''] = route.split(' ')
    const relation = expected.of === null ? null : 'own'
    if (method !== 'GET' || expected.outside || expected.answer(actor.role, relation) !== 'in') continue
    const { of } = expected
    const params = of === null ? {} : await db.asPlatform((tx) => findRecord(tx, of, actor, 'own'))
    if (!params) continue
    const path = pattern.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? expected.fixed?.[name] ?? '')
    found.push(params['query'] ? `${path}?${params['query']}` : path)
  }
  return found
}

export interface Form {
  action: string
  method: 'get' | 'post'
  /** Name and value as the browser would send them when nobody changed anything, and every choice not taken. */
  fields: [name: string, value: string][]
}

/** The forms of a page with all values in them, chosen or not. */
export const formsIn = (html: string, page: string): Form[] => {
  const forms: Form[] = []
  let select = ''
  const parser = new Parser({
    onopentag: (tag, at) => {
      const form = forms.at(-1)
      if (tag === 'form') {
        forms.push({ action: at['action'] ?? page, method: at['method'] === 'post' ? 'post' : 'get', fields: [] })
      } else if (tag === 'select') select = at['name'] ?? ''
      else if (tag === 'option') form?.fields.push([select, at['value'] ?? ''])
      else if (tag === 'input' || tag === 'button' || tag === 'textarea') {
        if (at['name']) form?.fields.push([at['name'], at['value'] ?? ''])
      }
    },
  })
  parser.end(html)
  return forms
}

/** Addresses of our own that a page links to. */
export const linksIn = (html: string): string[] => {
  const links = new Set<string>()
  const parser = new Parser({
    onopentag: (tag, at) => {
      if (tag === 'a' && at['href']?.startsWith('/')) links.add(at['href'].split('#')[0] ?? '')
    },
  })
  parser.end(html)
  return [...links]
}

/** A list as a table or workbook, a paper, or whatever else is taken along. */
export const leadsToFile = (link: string): boolean =>
  /[?&]as=|\.(csv|xlsx|pdf|typ)(\?|$)|\/(csv|xlsx|pdf|blank|sample|failed)(\?|$)/.test(link)

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

export const uuidsIn = (text: string): string[] => [...new Set(text.match(uuid) ?? [])]

/** A page without what differs from one making to the next: tokens, request ids and other identifiers made for it. */
export const settled = (html: string): string => html.replaceAll(uuid, '…')

/** How many pages of one kind are looked at. */
const ofEachKind = 4

export interface Followed {
  /** Links that lead nowhere, or to an error, and the page they stand on. */
  broken: string[]
  pages: Map<string, string>
}

/** Follows the links of our own from these pages on, and from those behind them. */
export const followLinks = async (
  client: Pick<Client, 'get'>,
  from: readonly string[],
  most = ofEachKind,
): Promise<Followed> => {
  const seen: Followed = { broken: [], pages: new Map() }
  const waiting = from.map((path): [path: string, on: string] => [path, ''])
  const asked = new Set<string>()
  const kinds = new Map<string, number>()
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [path, on] = next
    if (asked.has(path) || tooMany(kinds, path, most)) continue
    asked.add(path)
    const answer = await client.get(path)
    const body = await answer.text()
    if (answer.status >= 400) seen.broken.push(`${path} on ${on}: ${answer.status}`)
    seen.pages.set(path, body)
    const location = answer.headers.get('location')
    const found = [...linksIn(body), ...(location?.startsWith('/') ? [location] : [])]
    waiting.push(...found.map((link): [string, string] => [link, path]))
  }
  return seen
}

/** Pages that differ only in identifiers and numbers are of one kind. */
const tooMany = (kinds: Map<string, number>, path: string, most: number): boolean => {
  const kind = uuidsIn(path)
    .reduce((text, id) => text.replaceAll(id, ':id'), path)
    .replaceAll(/\d+/g, 'n')
  const count = kinds.get(kind) ?? 0
  kinds.set(kind, count + 1)
  return count >= most
}
