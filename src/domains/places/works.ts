import type { WorkKinds, WorkResult, WorkRun } from '#platform/jobs/work.ts'
import { addListed, changeListed, closeGone, joinAlike } from './actions/apply-edition.ts'
import { compareWith, findEdition, type ImportOrder, wamWork } from './actions/import-edition.ts'
import { importWords } from './web/import-words.ts'
import { placePaths } from './web/paths.ts'

const rowsAtOnce = 100

/** Takes over an edition in small steps. Begun again after a crash, what was done is found done: it is the same by then. */
const importEdition = async (work: WorkRun): Promise<WorkResult> => {
  const order = work.params as ImportOrder
  const found = await work.step(async (ctx) => {
    const kept = await findEdition(ctx, order.fileId)
    return kept && compareWith(ctx, kept.edition, order.choice)
  })
  if (!found) return { path: placePaths.import, counts: {} }
  const taken = { fresh: 0, alike: 0, changed: 0, gone: 0 }
  const total = order.take.reduce((sum, heap) => sum + found[heap].length, 0)
  let goesOn = true
  const inSteps = async <T>(heap: keyof typeof taken, rows: readonly T[], apply: (some: T[]) => Promise<void>) => {
    if (!order.take.includes(heap)) return
    for (let from = 0; goesOn && from < rows.length; from += rowsAtOnce) {
      const some = rows.slice(from, from + rowsAtOnce)
      await apply(some)
      taken[heap] += some.length
      goesOn = await work.progress(sum(taken), total)
    }
  }
  await inSteps('fresh', found.fresh, (some) => work.step((ctx) => addListed(ctx, some)))
  await inSteps('alike', found.alike, (some) => work.step((ctx) => joinAlike(ctx, some)))
  await inSteps('changed', found.changed, (some) => work.step((ctx) => changeListed(ctx, some)))
  await inSteps('gone', found.gone, (some) =>
    work.step((ctx) =>
      closeGone(
        ctx,
        some.map((entry) => entry.no),
      ),
    ),
  )
  return { path: placePaths.importFile(order.fileId), counts: taken }
}

const sum = (counts: Record<string, number>): number => Object.values(counts).reduce((all, one) => all + one, 0)

export const placeWorks: WorkKinds = {
  [wamWork]: {
    title: { ja: importWords.ja.title, en: importWords.en.title, easy: importWords.easy.title },
    summary: { ja: importWords.ja.summary, en: importWords.en.summary, easy: importWords.easy.summary },
    run: importEdition,
  },
}
