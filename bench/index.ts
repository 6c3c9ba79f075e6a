import { parseArgs } from 'node:util'
import { serverThatAnswers } from '#test/engines-setup.ts'
import { openAsker } from './asker.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchImportPreview } from './import-preview.ts'
import { benchMatchingPage, rulesFigure } from './matching-page.ts'
import { type Figure, holds, tableOf } from './report.ts'
import { benchVisitList } from './visit-list.ts'

/** `hitoba bench [--json] [--only a,b,c,d,e]`: each figure beside its limit. Fails where one is missed. */
export const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: 'a,b,c,d,e' } },
  })
  const parts = new Set(values.only.split(','))
  const server = await serverThatAnswers()
  const figures = (await measured(parts, server)).toSorted((a, b) => a.part.localeCompare(b.part))
  if (values.json) console.log(JSON.stringify({ figures: figures.map((one) => ({ ...one, ok: holds(one) })) }, null, 2))
  else console.log(tableOf(figures))
  return figures.every(holds) ? 0 : 1
}

const measured = async (parts: ReadonlySet<string>, server: string | null): Promise<Figure[]> => {
  const asker = openAsker()
  const figures: Figure[] = []
  try {
    if (parts.has('d')) figures.push(...(await benchFirstLoad(server)))
    if (parts.has('c')) figures.push(rulesFigure())
    if (server === null) {
      console.error(
        'No PostgreSQL answers (TEST_DATABASE_URL, 127.0.0.1:5432): (a), (b), (e) and the page of (c) are left out.',
      )
      return figures
    }
    if (parts.has('e')) figures.push(await benchImportPreview(server))
    if (parts.has('c')) figures.push(await benchMatchingPage(server, asker))
    if (parts.has('a') || parts.has('b')) figures.push(...(await benchVisitList(server, asker, parts)))
    return figures
  } finally {
    asker.close()
  }
}
