import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cliquesOf } from './cliques.ts'

test('each two that clash stand together in a clique, and nobody stands with one they do not clash with', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })))
  fc.assert(
    fc.property(pairs, (drawn) => {
      const clash = (a: number, b: number): boolean =>
        a !== b && drawn.some(([one, other]) => (one === a && other === b) || (one === b && other === a))
      const all = [...Array(10).keys()]
      const cliques = cliquesOf(all, clash)
      for (const a of all) {
        for (const b of all.filter((one) => one > a)) {
          expect(cliques.some((clique) => clique.includes(a) && clique.includes(b))).toBe(clash(a, b))
        }
      }
      for (const clique of cliques) expect(new Set(clique).size).toBe(clique.length)
    }),
  )
})
