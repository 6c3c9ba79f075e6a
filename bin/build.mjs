// Bundles src/cli into dist/<stamp of the sources>/. A folder of its own for each state of the sources: a running server
// may still load parts of the one it was started from.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const kept = 4

/** The folder with the bundle that fits the sources, made when it is not there. */
export const build = async (root) => {
  const dist = join(root, 'dist')
  const src = join(root, 'src')
  // An installed copy may come without sources, ready made.
  const stamp = existsSync(src) ? stampOf(root, src) : readdirSync(dist).sort().at(-1)
  const target = join(dist, stamp)
  if (existsSync(target)) return target
  const { build: bundle } = await import('esbuild')
  const fresh = join(dist, `.${stamp}-${process.pid}`)
  await bundle({
    absWorkingDir: root,
    // A thread's program is found by its name beside the bundle.
    entryPoints: {
      index: join(src, 'cli', 'index.ts'),
      'table-worker': join(src, 'platform', 'documents', 'table-worker.ts'),
      'plan-worker': join(src, 'domains', 'visits', 'actions', 'plan-worker.ts'),
    },
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  })
  try {
    renameSync(fresh, target)
  } catch {
    // Another process was quicker with the same sources.
    rmSync(fresh, { recursive: true, force: true })
  }
  sweep(dist, target)
  return target
}

const stampOf = (root, src) => {
  const hash = createHash('sha256')
  for (const file of ['package-lock.json', 'tsconfig.json', 'bin/build.mjs']) noteFile(hash, join(root, file))
  // Pictures and benchmarks are commands too, and lie beside the sources.
  for (const folder of [src, ...['bench', 'e2e', 'test'].map((name) => join(root, name)).filter(existsSync)]) {
    for (const name of readdirSync(folder, { recursive: true }).sort()) {
      if (/\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)) noteFile(hash, join(folder, name))
    }
  }
  return hash.digest('hex').slice(0, 16)
}

const noteFile = (hash, path) => {
  const { mtimeMs, size } = statSync(path)
  hash.update(`${path} ${mtimeMs} ${size}\n`)
}

const sweep = (dist, target) => {
  const byAge = readdirSync(dist)
    .map((name) => join(dist, name))
    .filter((path) => path !== target)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const path of byAge.slice(kept - 1)) rmSync(path, { recursive: true, force: true })
}
