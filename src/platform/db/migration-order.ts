import { no, ok, type Result } from '#kernel/result.ts'

export interface Migration {
  name: string
  text: string
  sha256: string
}

/** Which migrations are still to be applied, or the sentence that says why this database is not touched. */
export const assessMigrations = (
  mine: readonly Migration[],
  applied: readonly { name: string; sha256: string }[],
): Result<string[], string> => {
  const known = new Map(mine.map((migration) => [migration.name, migration.sha256]))
  for (const { name, sha256 } of applied) {
    const hash = known.get(name)
    if (hash === undefined) return no(newer(name))
    if (hash !== sha256) return no(changed(name))
  }
  const done = new Set(applied.map((row) => row.name))
  const last = applied.reduce((latest, row) => (row.name > latest ? row.name : latest), '')
  const pending = mine.map((migration) => migration.name).filter((name) => !done.has(name))
  const left = pending.find((name) => name < last)
  return left ? no(skipped(left, last)) : ok(pending)
}

const newer = (name: string): string =>
  `このデータベースは、もっと新しい hitoba で使われていました（${name}）。新しい版で起動してください。\nThis database was used by a newer hitoba (${name}). Start that version.`

const changed = (name: string): string =>
  `適用したあとで内容の変わったマイグレーションがあります（${name}）。元のファイルに戻してください。\nA migration was changed after it had been applied (${name}). Put the original file back.`

const skipped = (name: string, last: string): string =>
  `まだ適用していないマイグレーションが、適用ずみのものより前にあります（${name} は ${last} より前）。飛ばしては進めません。\nA migration was left out: ${name} comes before ${last}, which is applied. It is never skipped silently.`
