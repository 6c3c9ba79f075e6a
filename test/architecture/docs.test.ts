import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const pages = ['README.md', 'README.ja.md', 'CONTRIBUTING.md', ...globSync('{docs,src}/**/*.md')]

describe('the documents', () => {
  test('lead nowhere that is not there', () => {
    const lost = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].flatMap(([, target = '']) =>
        /^(https?|mailto):/.test(target) || existsSync(join(dirname(page), target)) ? [] : [`${page} → ${target}`],
      ),
    )
    expect(lost).toEqual([])
  })

  test('have a line for every dependency, and for no other', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    const used = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    const lines = readFileSync('docs/adr/dependencies.md', 'utf8').split('\n')
    const explained = lines
      .filter((line) => line.startsWith('| ') && !/^\| (package|---)/.test(line))
      .flatMap((line) => (line.split('|')[1] ?? '').split(',').map((name) => name.replace(/\(.*\)/, '').trim()))
    expect(explained.toSorted()).toEqual(used.toSorted())
  })

  test('name only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    const named = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/npm run ([a-z:-]+)/g)].map(([, name]) => name),
    )
    expect(named.filter((name) => name !== undefined && !(name in scripts))).toEqual([])
    const commands = readFileSync('src/cli/index.ts', 'utf8')
    const asked = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/bin\/hitoba ([a-z]+)/g)].map(([, name]) => name),
    )
    expect(asked.filter((name) => !new RegExp(`^  ${name}: \\{`, 'm').test(commands))).toEqual([])
  })
})
