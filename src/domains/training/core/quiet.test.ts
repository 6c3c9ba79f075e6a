import { expect, test } from 'vitest'
import { type HeardOf, hasGoneQuiet } from './quiet.ts'

const there: HeardOf = { state: 'present', word: '' }
const nothing: HeardOf = { state: 'not_heard', word: '' }
const absent: HeardOf = { state: 'absent', word: '' }
const excused: HeardOf = { state: 'absent', word: '通院のため' }

test.each<[boolean, string, HeardOf[]]>([
  [true, 'two in a row', [there, nothing, nothing]],
  [true, 'absent without a word counts like silence', [there, absent, nothing]],
  [true, 'from the beginning', [nothing, absent]],
  [false, 'one only', [there, nothing]],
  [false, 'the very first', [nothing]],
  [false, 'nothing was entered', []],
  [false, 'they let us know', [nothing, excused]],
  [false, 'an empty word is none', [{ state: 'absent', word: '通院' }, nothing]],
  [false, 'they came back', [nothing, nothing, there]],
  [false, 'one here, one there', [nothing, there, nothing]],
  [false, 'made up for it', [nothing, { state: 'made_up', word: '' }]],
])('%s: %s', (quiet, _, sessions) => {
  expect(hasGoneQuiet(sessions)).toBe(quiet)
})

test('spaces are no word', () => {
  expect(hasGoneQuiet([nothing, { state: 'absent', word: ' 　' }])).toBe(true)
})
