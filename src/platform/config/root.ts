import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

// The same code runs from src/ and from a bundle in dist/: the project is where the migrations are.
const rootFrom = (dir: string): string => {
  if (existsSync(join(dir, 'db', 'migrations'))) return dir
  const parent = dirname(dir)
  if (parent === dir) throw new Error('hitoba is not complete: no folder db/migrations above the program')
  return rootFrom(parent)
}

/** The folder of the project itself, wherever it was installed. */
export const projectRoot: string = rootFrom(import.meta.dirname)
