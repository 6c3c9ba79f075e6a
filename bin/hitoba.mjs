#!/usr/bin/env node
// Starts hitoba: finds a Node that is new enough, builds the program when its sources changed, and runs the command.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

if (Number(process.versions.node.split('.')[0]) < 24) {
  const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  if (!existsSync(own)) {
    console.error(`hitoba needs Node 24; this is ${process.version}. Run "npm ci" first: it brings one along.`)
    console.error(`hitoba には Node 24 が必要です（いまは ${process.version}）。先に npm ci を実行してください。`)
    process.exit(1)
  }
  // The child gets the terminal's signals itself; this one only waits for its end.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
  const { status } = spawnSync(own, process.argv.slice(1), { stdio: 'inherit', shell: process.platform === 'win32' })
  process.exit(status ?? 1)
}

const { build } = await import('./build.mjs')
const bundle = await build(root)
process.setSourceMapsEnabled(true)
const { main } = await import(pathToFileURL(join(bundle, 'index.js')).href)
await main(process.argv.slice(2))
