/** Somebody or something of the programme, and what it may be called. */
export interface Called {
  id: string
  names: readonly string[]
}

/** Finds by exactly that name, however it is typed (`fold`), and only where one single record is called so. */
export const finderOf = (all: readonly Called[], fold: (text: string) => string): ((text: string) => string | null) => {
  const byName = new Map<string, string | null>()
  for (const { id, names } of all) {
    for (const name of new Set(names.map(fold).filter((one) => one !== ''))) {
      // Two of the same name: nobody can tell which is meant.
      byName.set(name, byName.has(name) && byName.get(name) !== id ? null : id)
    }
  }
  return (text) =>
    byName.get(fold(text.replace(/(さん|くん|君|ちゃん|様|先生)$/, ''))) ?? byName.get(fold(text)) ?? null
}
