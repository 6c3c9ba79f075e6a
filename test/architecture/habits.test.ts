import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { linesWith, slices, sources } from './sources.ts'

const writes = /\b(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*['"`](\w+)\./g
const rawWrites =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?(\w+)\.\w+/gi

/** Schemas that a text writes to, through Kysely or in plain SQL. */
const schemasWritten = (text: string): string[] =>
  [...text.matchAll(writes), ...text.matchAll(rawWrites)].flatMap(([, schema]) => (schema ? [schema] : []))

describe('a slice writes only its own tables', () => {
  test('the search finds writes through Kysely and in plain SQL', () => {
    expect(schemasWritten("tx.insertInto('people.person')")).toEqual(['people'])
    expect(schemasWritten("tx\n  .updateTable(\n    'visits.visit')")).toEqual(['visits'])
    expect(schemasWritten('sql`delete from care.follow_up where true`')).toEqual(['care'])
    expect(schemasWritten("tx.selectFrom('people.person').forUpdate()")).toEqual([])
  })
  test.each(slices)('%s', (slice) => {
    const foreign = sources(`src/domains/${slice}/**/*.{ts,tsx}`).flatMap(({ path, text }) =>
      schemasWritten(text).flatMap((schema) => (schema === slice ? [] : [`${path} writes to ${schema}`])),
    )
    expect(foreign).toEqual([])
  })
})

describe('rules are pure', () => {
  const rules = [...sources('src/domains/*/core/**/*.ts'), ...sources('src/kernel/**/*.ts')]
  test('there are rules', () => expect(rules.length).toBeGreaterThan(5))
  test('no rule asks for the time', () => {
    expect(linesWith(rules, /new Date\(\s*\)|Date\.now|Temporal\.Now|performance\.now/)).toEqual([])
  })
  test('no rule waits', () => {
    expect(linesWith(rules, /^(?!\s*(\/\/|\*|\/\*)).*\b(async|await|Promise)\b/)).toEqual([])
  })
})

describe('addresses', () => {
  // Cookies, headers and tests may name paths; pages may not.
  const pages = sources('src/domains/**/*.tsx')
  test('pages take addresses from the paths module of a slice', () => {
    expect(linesWith(pages, /\b(href|action|formAction|src)=(\{\s*)?["'`]\//)).toEqual([])
  })
  test('no page leads away through an unchecked address', () => {
    expect(linesWith(pages, /\b(href|src)=\{?["'`](https?:|javascript:|data:)/)).toEqual([])
  })
})

describe('a record that is erased', () => {
  const withSealedText = slices.filter((slice) =>
    sources(`src/domains/${slice}/data/*classes.ts`).some(({ text }) => /_sealed: '/.test(text)),
  )
  test('there is sealed text', () => expect(withSealedText).toContain('registration'))
  test.each(withSealedText)('is forgotten by %s too', (slice) => {
    expect(readFileSync('src/forgettings.ts', 'utf8')).toContain(`'#domains/${slice}/index.ts'`)
  })
})

describe('names', () => {
  const dictionaries = sources('src/**/*words*.ts')
  // A bare string in front of さん would be read from a dictionary: platform/i18n/spoken.ts.
  const bare = /\((\w+): string[^)]*\) *=>.*\$\{\1\} ?さん/
  test('the search finds a name without its reading', () => {
    expect('left: (name: string) => `${name}さん：今回は見送り`,').toMatch(bare)
    expect('left: (name: Spoken) => `${name}さん：今回は見送り`,').not.toMatch(bare)
  })
  test('a sentence is given a name with its stored reading', () => expect(linesWith(dictionaries, bare)).toEqual([]))
})

describe('what a newcomer finds', () => {
  test.each(slices)('%s has a README of under 60 lines', (slice) => {
    const path = `src/domains/${slice}/README.md`
    expect(existsSync(path), path).toBe(true)
    expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(60)
  })
  test.each(slices)('%s has a front door for other slices, or at least one for the app', (slice) => {
    expect(['index.ts', 'slice.ts'].some((file) => existsSync(`src/domains/${slice}/${file}`))).toBe(true)
  })
  test('nothing is left for later in a comment', () => {
    const later = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`)
    expect(
      linesWith([...sources('{src,test,e2e,bench}/**/*.{ts,tsx}', /^$/), ...sources('{docs,src}/**/*.md')], later),
    ).toEqual([])
  })
  test('no drawer for everything', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|misc|lib|services?|managers?|types|constants)(\.tsx?|\/)/
    expect(sources('{src,test,e2e,bench}/**/*.{ts,tsx}', /^$/).filter(({ path }) => drawers.test(path))).toEqual([])
  })
})

describe('words', () => {
  const dictionaries = sources('src/**/*.{ts,tsx}').filter(({ text }) => /\b(words|staffWords)\(\{/.test(text))
  const pages = [...sources('src/domains/**/*.tsx'), ...sources('src/ui/**/*.tsx')]
  test('there are dictionaries', () => expect(dictionaries.length).toBeGreaterThan(0))
  test('pages say nothing by themselves: Japanese stands in dictionaries only', () => {
    const spoken = pages.filter(
      ({ path }) => !dictionaries.some((one) => one.path === path) && !/gallery|guide|sample|mark/.test(path),
    )
    // A middle dot or a colon between two words says nothing; a column of the national list is its name.
    const japanese = /^(?!\s*(\/\/|\*|\/\*|\{\/\*)).*[\u3041-\u30fa\u30fc-\u30ff\u4e00-\u9fff]/
    expect(linesWith(spoken, japanese).filter((line) => !line.includes('wamColumns'))).toEqual([])
  })
  test('no word that hurts', () => {
    expect(linesWith(dictionaries, /無断欠席|補欠|不合格|不採用|リスク評価|問題行動|徘徊|患者様/)).toEqual([])
  })
})
