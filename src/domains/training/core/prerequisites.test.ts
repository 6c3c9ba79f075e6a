import { expect, test } from 'vitest'
import { missingPrerequisites, type Prerequisite, type PrerequisiteFacts } from './prerequisites.ts'

const all: Prerequisite[] = [
  { kind: 'taster' },
  { kind: 'registered' },
  { kind: 'completed', course: 'basic' },
  { kind: 'completed', course: 'advanced' },
]
const met: PrerequisiteFacts = { cameToTaster: true, registered: true, completed: ['basic', 'advanced'] }

test('who meets everything misses nothing, and a course without prerequisites is open to all', () => {
  expect(missingPrerequisites(all, met)).toEqual([])
  expect(missingPrerequisites([], { cameToTaster: false, registered: false, completed: [] })).toEqual([])
})

test.each([
  ['the taster', { cameToTaster: false }, all[0]],
  ['the registration', { registered: false }, all[1]],
  ['the basic course', { completed: ['advanced'] }, all[2]],
  ['the advanced course', { completed: ['basic', 'host'] }, all[3]],
])('%s, alone, is missing', (_, facts, missing) => {
  expect(missingPrerequisites(all, { ...met, ...facts })).toEqual([missing])
})
