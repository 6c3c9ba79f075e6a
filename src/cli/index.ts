import { WrongConfig } from '#platform/config/config.ts'
import { DataDirectoryBusy } from '#platform/db/index.ts'
import { MigrationRefused } from '#platform/db/migrate.ts'
import { KeyFileProblem } from '#platform/vault/key-file.ts'
import { MoveRefused } from '#platform/db/move.ts'

interface Command {
  what: string
  load: () => Promise<{ run: (args: readonly string[]) => Promise<number> }>
}

/** Every command, one file each. `run` gives the exit code. */
const commands: Record<string, Command> = {
  demo: { what: 'sample programmes on the embedded database, to try out', load: () => import('./demo.ts') },
  audit: { what: 'audit verify: whether what was noted is still what was noted', load: () => import('./audit.ts') },
  keys: { what: 'keys rotate: a new key of keys', load: () => import('./keys.ts') },
  db: { what: 'db types: writes the types of the database from its migrations', load: () => import('./db.ts') },
  diagrams: {
    what: 'draws docs/states/*.md from the transition tables, and docs/fairness.md',
    load: () => import('./diagrams.ts'),
  },
  start: { what: 'real use: DATABASE_URL names a PostgreSQL server', load: () => import('./start.ts') },
  routes: {
    what: 'every route of the running app and who may; --json for machines',
    load: () => import('./routes.ts'),
  },
  documents: {
    what: 'documents DIR: templates of documents with invented facts, to make one’s own from',
    load: () => import('./documents.ts'),
  },
  move: {
    what: 'move --from DIR --to postgres://…: from the embedded database to a server',
    load: () => import('./move.ts'),
  },
  screens: {
    what: 'screens [name …]: pictures of the demo for docs/screens',
    load: () => import('./screens.ts'),
  },
  papers: {
    what: 'papers [name …]: pictures of every printed paper for docs/papers',
    load: () => import('./papers.ts'),
  },
  sample: {
    what: 'sample --programmes N --years Y: large made-up data for measuring',
    load: () => import('./sample.ts'),
  },
  bench: {
    what: 'bench [documents|import] [--json] [--only a,b,c,d,e,f,g]: what is measured, beside its limits',
    load: () => import('./bench.ts'),
  },
  match: {
    what: 'match --instance problem.json (--seconds N | --iterations N) --out plan.json: a plan for a month',
    load: () => import('./match.ts'),
  },
  migrate: { what: 'brings the database up to this version', load: () => import('./migrate.ts') },
}

/** What went wrong outside the program: a sentence is enough, a stack would only frighten. */
const told = [KeyFileProblem, WrongConfig, DataDirectoryBusy, MigrationRefused, MoveRefused]

/** Runs one command line. A command that leaves a server running simply does not let the process end. */
export const main = async (args: readonly string[]): Promise<void> => {
  const [name = '', ...rest] = args
  const command = commands[name]
  if (!command) {
    console.error(usage())
    process.exitCode = 2
    return
  }
  try {
    const { run } = await command.load()
    process.exitCode = await run(rest)
  } catch (error) {
    console.error(told.some((kind) => error instanceof kind) ? (error as Error).message : error)
    process.exitCode = 1
  }
}

const usage = (): string =>
  [
    'Usage: hitoba <command>',
    ...Object.entries(commands).map(([name, { what }]) => `  ${name.padEnd(10)} ${what}`),
  ].join('\n')
