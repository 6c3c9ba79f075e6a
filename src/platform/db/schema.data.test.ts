import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '#platform/config/root.ts'
import { describeEngines } from '#test/database.ts'
import { typesOf } from './generate-types.ts'

describeEngines('schema.ts', (db) => {
  test('says what the migrations make; if not: bin/hitoba db types', async () => {
    const written = readFileSync(join(projectRoot, 'src', 'platform', 'db', 'schema.ts'), 'utf8')
    expect(await typesOf(db)).toBe(written)
  })
})
