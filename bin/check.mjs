// Everything that CI checks:  npm test   (npm run soak: the same with the full counts where chance is involved)
//   node bin/check.mjs lint types     only these steps
// One step failing does not stop the others: one run tells everything.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = `${root}/.cache/reports`
const soak = process.argv.includes('--soak')
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))

const script = (path, ...args) => ({ command: [path, ...args] })
const tests = (project) => ({
  command: [
    'node_modules/vitest/vitest.mjs',
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports}/${project}.json`,
  ],
  report: `${reports}/${project}.json`,
})

// `npm test` does without a server and says so. The full counts are not the full ones then.
const server = {
  name: 'server',
  title: 'PostgreSQL for the full counts',
  ...script('bin/server-answers.mjs'),
}

const steps = [
  ...(soak ? [server] : []),
  { name: 'format', title: 'Format (Biome)', ...script('node_modules/@biomejs/biome/bin/biome', 'format', '.') },
  { name: 'lint', title: 'Lint (oxlint)', ...script('node_modules/oxlint/bin/oxlint', '--quiet') },
  { name: 'types', title: 'Types (TypeScript 7)', ...script('node_modules/typescript7/bin/tsc', '--noEmit') },
  { name: 'layers', title: 'Layers (dependency-cruiser)', ...script('bin/layers.mjs') },
  { name: 'unused', title: 'Unused code (knip)', ...script('node_modules/knip/bin/knip.js') },
  { name: 'unit', title: 'Unit and property tests', ...tests('unit') },
  { name: 'data', title: 'Database tests', ...tests('data') },
  { name: 'http', title: 'HTTP tests', ...tests('http') },
  { name: 'e2e', title: 'Journeys in a browser', ...tests('e2e') },
]

const env = {
  ...process.env,
  // Children that call a bare `node` get the one that runs this.
  PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`,
  NO_COLOR: '1',
  ...(soak && { HITOBA_SOAK: '1', HITOBA_RACES: '1000', HITOBA_SUBMITS: '500' }),
}

const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`

/** How many passed and failed: each test counts, a step without tests counts as one. */
const countOf = (step, exitCode) => {
  if (step.report === undefined) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(step.report, 'utf8'))
    return { passed: numPassedTests, failed: Math.max(numFailedTests, exitCode === 0 ? 0 : 1) }
  } catch {
    return { passed: 0, failed: 1 } // it ended before it could say anything
  }
}

const run = (step) => {
  console.log(`\n── ${step.title} ${'─'.repeat(Math.max(0, 70 - step.title.length))}`)
  const started = performance.now()
  const { status } = spawnSync(process.execPath, step.command, { cwd: root, env, stdio: 'inherit' })
  const result = { ...countOf(step, status ?? 1), title: step.title, time: seconds(started) }
  console.log(`${result.failed === 0 ? 'ok' : 'FAILED'} ${step.title}, ${result.time}`)
  return result
}

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`hitoba needs Node 24 and found ${process.version}. Start this with npm: npm test`)
  process.exit(1)
}
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`No step ${unknown.join(', ')}. There are: ${steps.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const started = performance.now()
const results = []
for (const step of steps) if (wanted.length === 0 || wanted.includes(step.name)) results.push(run(step))

console.log('')
for (const { title, time, passed, failed } of results) {
  console.log(
    `${failed === 0 ? 'ok    ' : 'FAILED'} ${title.padEnd(32)} ${time.padStart(8)}   ${passed} passed, ${failed} failed`,
  )
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`In all ${seconds(started)}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
