import { options } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import * as ui from '../index.ts'
import { Gallery } from './gallery.tsx'

// The page around everything: every page shows it, the gallery's too.
const around = ['Document']

test('every component is shown in the gallery', () => {
  const components = Object.entries(ui).filter(([name, one]) => /^[A-Z]/.test(name) && typeof one === 'function')
  expect(components.length).toBeGreaterThan(40)
  const shown = typesIn(() => renderToString(<Gallery locale="ja" />))
  expect(components.filter(([, one]) => !shown.has(one)).map(([name]) => name)).toEqual(around)
})

/** Every kind of part that is made while this renders. */
const typesIn = (render: () => unknown): ReadonlySet<unknown> => {
  const types = new Set<unknown>()
  const before = options.vnode
  options.vnode = (vnode) => {
    types.add(vnode.type)
    before?.(vnode)
  }
  try {
    render()
  } finally {
    if (before) options.vnode = before
    else delete options.vnode
  }
  return types
}
