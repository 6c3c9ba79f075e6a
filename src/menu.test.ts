import { expect, test } from 'vitest'
import type { Role } from '#kernel/role.ts'
import { menuGroups, menuOf, pagesOf } from './menu.ts'

const place = (href: string, who: readonly Role[], order: number) => ({
  who,
  order,
  href,
  label: { ja: href, en: href, easy: href },
})

const all = menuGroups.flatMap((group) => pagesOf[group]).map((href, order) => place(href, ['coordinator'], order))

test('a short menu stays as it is, in its order', () => {
  const places = [place('/me', ['officer'], 9), place('/plan', ['officer'], 1), place('/people', ['admin'], 2)]
  expect(menuOf(places, 'officer', 'ja').map(({ label }) => label)).toEqual(['/plan', '/me'])
})

test('a long one has the pages of every day first, then a few headings; nothing is lost', () => {
  const menu = menuOf([place('/visits', ['coordinator'], 99), ...all], 'coordinator', 'ja')
  expect(menu.map(({ label }) => label)).toEqual(['/requests', '/visits', '人と場', '研修', '事業', 'わたし'])
  const items = menu.flatMap((entry) => ('items' in entry ? entry.items : [entry]))
  expect(new Set(items.map(({ href }) => href))).toEqual(new Set(['/visits', ...all.map(({ href }) => href)]))
})

test('a heading over one page is none', () => {
  const own = pagesOf.own.map((href, order) => place(href, ['host'], order))
  const menu = menuOf([...own, place('/plan', ['host'], 0), place('/fee', ['host'], 50)], 'host', 'en')
  expect(menu.map(({ label }) => label)).toEqual(['/requests', '/fee', '/plan', 'Me'])
})

test('each page stands under one heading', () => {
  const named = menuGroups.flatMap((group) => pagesOf[group])
  expect(named.length).toBe(new Set(named).size)
})
