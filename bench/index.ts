import { parseArgs } from 'node:util'
import { serverThatAnswers } from '#test/engines-setup.ts'
import { openAsker } from './asker.ts'
import { benchBoard } from './board.ts'
import { benchDocuments } from './documents.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchImportPreview } from './import-preview.ts'
import { benchIntake } from './intake.ts'
import { benchMatchingPage, rulesFigure } from './matching-page.ts'
import { benchPlanner, type Problems } from './planner.ts'
import { type Figure, holds, tableOf } from './report.ts'
import { benchVisitList } from './visit-list.ts'

// What a part measures, as one would ask for it.
const named: Readonly<Record<string, string>> = { documents: 'f', import: 'g', planner: 'h', board: 'i' }

/** What is measured on a server alone; of (c) the page, its rules need none. */
const onServerOnly = ['a', 'b', 'c', 'e', 'g', 'i'] as const

/**
 * `hitoba bench [documents|import|planner|board] [--json] [--only a,b,c,d,e,f,g,h,i]`: each figure beside its limit. Fails where one is missed, and where one
 * that was asked for cannot be measured.
 * Of the planner: `--sizes S,M,L,XL --seeds 1,2,3`; HITOBA_PEER_GENERATOR names a module whose problems are taken instead of ours.
 */
export const run = async (args: readonly string[], findServer = serverThatAnswers): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', default: 'a,b,c,d,e,f,g' },
      sizes: { type: 'string', default: 'S,M,L,XL' },
      seeds: { type: 'string', default: '1,2,3' },
    },
  })
  const asked = positionals.length > 0 ? positionals : values.only.split(',')
  const parts = new Set(asked.map((name) => named[name] ?? name))
  const server = await findServer()
  const leftOut = server === null ? onServerOnly.filter((part) => parts.has(part)) : []
  const problems = {
    sizes: values.sizes.split(','),
    seeds: values.seeds.split(',').map(Number),
    generator: process.env['HITOBA_PEER_GENERATOR'] ?? null,
  }
  const figures = (await measured(parts, server, problems)).toSorted((a, b) => a.part.localeCompare(b.part))
  if (figures.length === 0) console.error(`Nothing is measured under ${asked.join(', ')}.`)
  if (values.json)
    console.log(JSON.stringify({ figures: figures.map((one) => ({ ...one, ok: holds(one) })), leftOut }, null, 2))
  else console.log(tableOf(figures))
  if (leftOut.length > 0) {
    console.error(
      `Not everything was measured: no PostgreSQL answers (TEST_DATABASE_URL, 127.0.0.1:5432). Left out: ${leftOut.map((part) => `(${part})`).join(', ')}.`,
    )
  }
  return figures.length > 0 && leftOut.length === 0 && figures.every(holds) ? 0 : 1
}

const measured = async (parts: ReadonlySet<string>, server: string | null, problems: Problems): Promise<Figure[]> => {
  const asker = openAsker()
  const figures: Figure[] = []
  try {
    if (parts.has('d')) figures.push(...(await benchFirstLoad(server)))
    if (parts.has('c')) figures.push(rulesFigure())
    if (parts.has('f')) figures.push(...(await benchDocuments()))
    if (parts.has('h')) figures.push(...(await benchPlanner(problems)))
    if (server === null) return figures
    if (parts.has('g')) figures.push(...(await benchIntake(server)))
    if (parts.has('i')) figures.push(...(await benchBoard(server)))
    if (parts.has('e')) figures.push(await benchImportPreview(server))
    if (parts.has('c')) figures.push(await benchMatchingPage(server, asker))
    if (parts.has('a') || parts.has('b')) figures.push(...(await benchVisitList(server, asker, parts)))
    return figures
  } finally {
    asker.close()
  }
}
