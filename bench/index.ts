import { parseArgs } from 'node:util'
import { serverThatAnswers } from '#test/engines-setup.ts'
import { openAsker } from './asker.ts'
import { type Figure, holds, tableOf } from './report.ts'
import { benchVisitList } from './visit-list.ts'

/** `hitoba bench [--json] [--only a,b,c,d]`: each figure beside its limit. Fails where one is missed. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: 'a,b,c,d' } },
  })
  const parts = new Set(values.only.split(','))
  const server = await serverThatAnswers()
  const figures = await measured(parts, server)
  if (values.json) console.log(JSON.stringify({ figures: figures.map((one) => ({ ...one, ok: holds(one) })) }, null, 2))
  else console.log(tableOf(figures))
  return figures.every(holds) ? 0 : 1
}

const measured = async (parts: ReadonlySet<string>, server: string | null): Promise<Figure[]> => {
  const asker = openAsker()
  try {
    const lists =
      server !== null && (parts.has('a') || parts.has('b')) ? await benchVisitList(server, asker, parts) : []
    return lists
  } finally {
    asker.close()
  }
}
