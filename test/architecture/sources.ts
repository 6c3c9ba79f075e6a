import { globSync, readFileSync } from 'node:fs'

export interface Source {
  path: string
  text: string
}

/** Files of the project whose path matches, with what they say. Generated ones are not anybody's writing. */
export const sources = (pattern: string, without: RegExp = /\.test\.tsx?$/): Source[] =>
  globSync(pattern)
    .filter((path) => !without.test(path) && path !== 'src/platform/db/schema.ts')
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

/** Every line that matches, as `path:line text`, so that a failing test says where to look. */
export const linesWith = (files: Source[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  )

export const slices = [...new Set(globSync('src/domains/*/').map((path) => path.replaceAll('\\', '/').split('/')[2]))]
  .filter((name) => name !== undefined)
  .toSorted()
