import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { completed, missingOptionals } from '../../bin/complete-lockfile.mjs'
import { floors, never } from './advisory-floor.ts'

interface Entry {
  version: string
  resolved?: string
  optionalDependencies?: Record<string, string>
}
const text = readFileSync('package-lock.json', 'utf8')
const lock = JSON.parse(text) as { packages: Record<string, Entry> }
const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, { version }]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 13), version }))

const atLeast = (version: string, floor: string): boolean => {
  const [own = [], wanted = []] = [version, floor].map((words) => words.split(/[.-]/).slice(0, 3).map(Number))
  const first = wanted.findIndex((number, at) => number !== own[at])
  return first === -1 || (own[first] ?? 0) > (wanted[first] ?? 0)
}

describe('the lockfile', () => {
  test('has an entry for every optional package of every platform', () => {
    expect(missingOptionals(lock)).toEqual([])
  })
  test('notices when one is missing, and can complete itself', () => {
    const { 'node_modules/@biomejs/cli-darwin-arm64': _, ...packages } = lock.packages
    expect(missingOptionals({ ...lock, packages }).map(({ name }) => name)).toEqual(['@biomejs/cli-darwin-arm64'])
    const mended = completed({ ...lock, packages }).packages['node_modules/@biomejs/cli-darwin-arm64']
    expect(mended).toMatchObject({ optional: true, os: ['darwin'], cpu: ['arm64'] })
  })
  test('names no registry', () => {
    expect(Object.values(lock.packages).filter((entry) => entry.resolved !== undefined)).toEqual([])
    expect(text).not.toMatch(/registry\.|npmjs|verdaccio|artifactory|nexus/i)
  })
  test('pins exact versions in package.json', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(String(version)),
    )
    expect(loose).toEqual([])
  })
})

describe('the advisory floor', () => {
  test.each(floors)('$name is at least $floor ($why)', ({ name, floor }) => {
    const below = installed.filter((entry) => entry.name === name && !atLeast(entry.version, floor))
    expect(below).toEqual([])
  })
  test('packages that are never used are not there', () => {
    expect(installed.filter(({ name }) => never.some((entry) => entry.name === name))).toEqual([])
  })
  test('compares numbers, not letters', () => {
    expect(atLeast('4.13.10', '4.13.7')).toBe(true)
    expect(atLeast('4.9.99', '4.13.7')).toBe(false)
    expect(atLeast('5.0.0', '4.13.7')).toBe(true)
  })
})
