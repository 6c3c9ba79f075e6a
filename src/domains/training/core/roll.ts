/** Somebody who takes the run, by every name that may stand on a list. */
export interface OnRoll {
  id: string
  name: string
  kana: string
  nickname: string
}

export interface Matched<Row> {
  row: Row
  /** Exactly one person of the run is called so; null: staff are asked. */
  personId: string | null
}

/**
 * Finds the people of a list among those who take the run. Only a name that is theirs alone counts; whatever else stands there is asked,
 * nothing is guessed. `folded` makes equal what people type for the same name.
 */
export const matchRoll = <Row extends { name: string }>(
  rows: readonly Row[],
  roll: readonly OnRoll[],
  folded: (text: string) => string,
): Matched<Row>[] => {
  const owners = new Map<string, Set<string>>()
  for (const person of roll) {
    for (const name of namesOf(person, folded)) {
      owners.set(name, (owners.get(name) ?? new Set()).add(person.id))
    }
  }
  return rows.map((row) => {
    const found = new Set(namesIn(row.name, folded).flatMap((name) => [...(owners.get(name) ?? [])]))
    return { row, personId: found.size === 1 ? ([...found][0] ?? null) : null }
  })
}

// 'はなこ（青葉 花子）': the whole, what stands before the brackets, and what stands in them.
const namesIn = (text: string, folded: (text: string) => string): string[] =>
  [text, outside(text), ...[...text.matchAll(brackets)].map(([, inside]) => inside ?? '')].map(folded).filter(Boolean)

// What stands in brackets behind a name of ours is a remark, not a name.
const namesOf = ({ name, kana, nickname }: OnRoll, folded: (text: string) => string): string[] => [
  ...new Set([name, outside(name), kana, nickname].map(folded).filter(Boolean)),
]

const brackets = /[（(]([^（）()]*)[）)]/g
const outside = (text: string): string => text.replaceAll(brackets, '')
