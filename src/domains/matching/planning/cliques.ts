/** Groups of which only one can be chosen, so that each two that clash stand together in one of them. */
export const cliquesOf = <T>(all: readonly T[], clash: (a: T, b: T) => boolean): T[][] => {
  const covered = new Map<T, Set<T>>(all.map((one) => [one, new Set()]))
  const cliques: T[][] = []
  for (const [i, a] of all.entries()) {
    for (const b of all.slice(i + 1)) {
      if (covered.get(a)?.has(b) || !clash(a, b)) continue
      const clique = grown([a, b], all, clash)
      for (const one of clique) covered.set(one, new Set([...(covered.get(one) ?? []), ...clique]))
      cliques.push(clique)
    }
  }
  return cliques
}

const grown = <T>(pair: readonly T[], all: readonly T[], clash: (a: T, b: T) => boolean): T[] => {
  const clique = [...pair]
  for (const one of all) if (!clique.includes(one) && clique.every((member) => clash(member, one))) clique.push(one)
  return clique
}
