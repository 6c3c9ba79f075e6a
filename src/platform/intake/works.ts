import type { Ctx } from '#platform/http/call.ts'
import type { WorkKinds, WorkResult, WorkRun } from '#platform/jobs/work.ts'
import { decidedRow, judgeIntake } from './judge.ts'
import type { DecidedRow, IntakeKinds } from './kinds.ts'
import { intakePaths } from './paths.ts'
import { changeIntake, decisionsOf, findIntake } from './store.ts'
import { intakeWords } from './words.ts'

export const intakeWork = 'platform.intake'

const rowsAtOnce = 250

/** Takes decided rows over in steps. Each step notes how far it came, in its own transaction: a crash repeats nothing. */
const takeOver = async (work: WorkRun, kinds: IntakeKinds): Promise<WorkResult> => {
  const { id } = work.params as { id: string }
  const decided = await work.step(async (ctx) => {
    const intake = await findIntake(ctx, id)
    const kind = intake && kinds[intake.kind]
    if (!intake?.sheets || !kind) return null
    const rows = await judgeIntake(ctx, kind, intake)
    return { kind, rows: rows.map(decidedRow).filter((row) => row !== null) }
  })
  if (!decided) return { path: intakePaths.list, counts: { taken: 0 } }
  const { kind, rows } = decided
  let taken = 0
  let goesOn = true
  for (let from = 0; goesOn && from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    await work.step(async (ctx) => {
      await kind.take(ctx, some)
      await noteTaken(ctx, id, some)
    })
    taken += some.length
    goesOn = await work.progress(taken, rows.length)
  }
  return { path: intakePaths.preview(id), counts: { taken } }
}

// Read again in the step: somebody may decide about other rows meanwhile.
const noteTaken = async (ctx: Ctx, id: string, rows: readonly DecidedRow[]): Promise<void> => {
  const decisions = await decisionsOf(ctx, id)
  await changeIntake(ctx, id, {
    decisions: { ...decisions, ...Object.fromEntries(rows.map((row) => [String(row.line), 'taken'])) },
  })
}

export const intakeWorks = (kinds: IntakeKinds): WorkKinds => ({
  [intakeWork]: {
    title: { ja: intakeWords.ja.title, en: intakeWords.en.title, easy: intakeWords.easy.title },
    summary: { ja: intakeWords.ja.summary, en: intakeWords.en.summary, easy: intakeWords.easy.summary },
    run: (work) => takeOver(work, kinds),
  },
})
