import { expect, test } from 'vitest'
import { assetPaths, assets, themeCss, themePath } from './index.ts'
import { compacted, usedTokens } from './stylesheet.ts'

test('the stylesheet, script and icon together stay far below what a phone may load', () => {
  const sent = assets.reduce((sum, asset) => sum + asset.brotli.length, 0)
  const script = assets.find((asset) => asset.path === assetPaths.js)
  expect(sent).toBeLessThan(12_000)
  expect(script?.brotli.length).toBeLessThan(2_000)
})

test('every custom property that the stylesheet uses is defined in it', () => {
  const css = new TextDecoder().decode(assets.find((asset) => asset.path === assetPaths.css)?.bytes)
  const defined = new Set([...css.matchAll(/(--[\w-]+):/g)].map((found) => found[1]))
  const used = [...css.matchAll(/var\((--[\w-]+)/g)].map((found) => found[1])
  expect(used.filter((name) => !defined.has(name))).toEqual([])
})

test('a programme colour becomes a stylesheet of its own, and nothing else does', () => {
  expect(themePath('#0017C1')).toBe('/assets/theme-0017c1.css')
  expect(themeCss('/assets/theme-0017c1.css')).toContain('--key:#0017c1;--key-text:#ffffff')
  expect(themePath('red;}body{display:none')).toBeNull()
  expect(themeCss('/assets/theme-red.css')).toBeNull()
})

test('only tokens in use travel, with those that they refer to', () => {
  expect(usedTokens(':root{--a: 1px;--b: var(--a);--c: 2px;}', 'p{margin:var(--b)}')).toBe(
    ':root{--b:var(--a);--a:1px}',
  )
})

test('comments and indentation do not travel', () => {
  expect(compacted('/* why */\na {\n  b: c;\n}\n// no\n')).toBe('a {\nb: c;\n}')
})
