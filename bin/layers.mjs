// Who imports whom, judged by .dependency-cruiser.cjs:  node bin/layers.mjs [folder …]
// A cruiser that found nothing to read says "no violations" too, so that counts as a failure.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs')

/** Violations as sentences, and how many modules were read. `root` is where `src/` lies. */
export const judge = async (root, folders = ['src']) => {
  const before = process.cwd()
  process.chdir(root)
  try {
    const options = { ...rules.options, ruleSet: { forbidden: rules.forbidden }, validate: true }
    const { output } = await cruise(folders, options, undefined, { tsConfig: extractTSConfig('tsconfig.json') })
    const violations = output.summary.violations.map(({ rule, from, to }) => {
      const why = rules.forbidden.find(({ name }) => name === rule.name)?.comment
      return { rule: rule.name, sentence: `${rule.name}: ${from} → ${to} (${why})` }
    })
    return { modules: output.summary.totalCruised, violations }
  } finally {
    process.chdir(before)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folders = process.argv.length > 2 ? process.argv.slice(2) : undefined
  const { modules, violations } = await judge(fileURLToPath(new URL('..', import.meta.url)), folders)
  for (const { sentence } of violations) console.error(sentence)
  console.log(`${modules} modules read, ${violations.length} violations`)
  process.exitCode = violations.length > 0 || modules === 0 ? 1 : 0
}
