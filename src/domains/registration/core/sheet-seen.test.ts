import { describe, expect, test } from 'vitest'
import { emptySheet, type Sheet } from './sheet.ts'
import { type Looker, sheetSeen, stepsSeen } from './sheet-seen.ts'
import { stepNames } from './sheet-steps.ts'

const sheet: Sheet = {
  ...emptySheet,
  wishes: { walk: 'want', talk: 'no' },
  themes: { work: 'speak', family: 'not' },
  avoidances: [{ id: 'a', kind: 'place', targetId: null, text: 'a place' }],
  company: 'Hanako',
  likesToGoWith: ['hanako'],
  gender: 'woman',
  carePlan: { ...emptySheet.carePlan, whatHelps: 'quiet' },
}

const looker = (more: Partial<Looker>): Looker => ({
  self: false,
  role: 'companion',
  seesPlanning: true,
  seesCare: false,
  mayRecord: false,
  ...more,
})

describe('who sees what of a sheet', () => {
  test('the person sees all of it', () => {
    const self = looker({ self: true, role: 'supporter', mayRecord: true })
    expect(new Set(stepsSeen(self))).toEqual(new Set(stepNames))
    expect(sheetSeen(sheet, { ...self, seesCare: true })).toEqual(sheet)
  })

  test('avoidances and company are for the person and the coordinator, whatever was agreed', () => {
    const following = looker({ seesCare: true, mayRecord: true })
    expect(stepsSeen(following)).not.toContain('avoid')
    expect(stepsSeen(following)).not.toContain('company')
    expect(sheetSeen(sheet, following)).toMatchObject({ avoidances: [], company: '', likesToGoWith: [], gender: null })
    expect(stepsSeen(looker({ role: 'coordinator', mayRecord: true }))).toEqual(
      expect.arrayContaining(['avoid', 'company']),
    )
  })

  test('what helps needs consent, for the coordinator too', () => {
    const coordinator = looker({ role: 'coordinator', mayRecord: true })
    expect(stepsSeen(coordinator)).not.toContain('help')
    expect(sheetSeen(sheet, coordinator).carePlan.whatHelps).toBe('')
    expect(sheetSeen(sheet, { ...coordinator, seesCare: true }).carePlan.whatHelps).toBe('quiet')
  })

  test('staff who do not follow the person do not read what they would rather not do', () => {
    const seen = sheetSeen(sheet, looker({}))
    expect(seen.wishes).toEqual({ walk: 'want' })
    expect(seen.themes).toEqual({ work: 'speak' })
    expect(sheetSeen(sheet, looker({ mayRecord: true })).wishes).toEqual(sheet.wishes)
  })

  test('who sees nothing of the planning sees no page', () => {
    expect(stepsSeen(looker({ seesPlanning: false }))).toEqual([])
  })
})
