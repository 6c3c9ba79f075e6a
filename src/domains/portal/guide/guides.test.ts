import { describe, expect, test } from 'vitest'
import { roles } from '#kernel/role.ts'
import { locales } from '#platform/i18n/reader.ts'
import { drawings, guides } from './guides.ts'

describe.each(roles)('the guide of %s', (role) => {
  test.each(locales)('has a picture and words for each step in %s', (locale) => {
    const guide = guides[role][locale]
    expect(guide.steps.length).toBe(drawings[role].length)
    for (const [title, text] of guide.steps) expect(title && text).toBeTruthy()
    expect(guide.promises.length).toBeGreaterThan(0)
  })
})

test('those who are not staff read easy Japanese throughout', () => {
  for (const role of ['supporter', 'trainee', 'seeker', 'host', 'group'] as const) {
    const ordinary = new Set(guides[role].ja.steps.map(([, text]) => text))
    expect(guides[role].easy.steps.filter(([, text]) => ordinary.has(text))).toEqual([])
  }
})

test('no guide uses a word that hurts', () => {
  const text = JSON.stringify(guides)
  for (const word of ['無断欠席', '補欠', '控え', '不合格', '不採用', '健常']) expect(text).not.toContain(word)
})
