import { expect, test } from 'vitest'
import { type HeardOf, hasGoneQuiet } from './quiet.ts'

const there: HeardOf = { state: 'present', word: false }
const nothing: HeardOf = { state: 'not_heard', word: false }
const absent: HeardOf = { state: 'absent', word: false }
const excused: HeardOf = { state: 'absent', word: true }

test.each<[boolean, string, HeardOf[]]>([
  [true, 'two in a row', [there, nothing, nothing]],
  [true, 'absent without a word counts like silence', [there, absent, nothing]],
  [true, 'from the beginning', [nothing, absent]],
  [false, 'one only', [there, nothing]],
  [false, 'the very first', [nothing]],
  [false, 'nothing was entered', []],
  [false, 'they let us know', [nothing, excused]],
  [false, 'a word before the silence', [{ state: 'absent', word: true }, nothing]],
  [false, 'they came back', [nothing, nothing, there]],
  [false, 'one here, one there', [nothing, there, nothing]],
  [false, 'made up for it', [nothing, { state: 'made_up', word: false }]],
])('%s: %s', (quiet, _, sessions) => {
  expect(hasGoneQuiet(sessions)).toBe(quiet)
})
