import { describe, expect, test } from 'vitest'
import { day } from './calendar-day.ts'
import { fiscalMonths, fiscalYear, fiscalYearEnd, fiscalYearOf, fiscalYearStart } from './fiscal-year.ts'

describe('a fiscal year', () => {
  test.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2027-01-01', 2026],
  ])('%s lies in %i', (on, year) => {
    expect(fiscalYearOf(day(on))).toBe(year)
  })

  test('has twelve months from April to March', () => {
    const months = fiscalMonths(fiscalYear(2026))
    expect(months).toHaveLength(12)
    expect(months[0]).toBe('2026-04')
    expect(months[8]).toBe('2026-12')
    expect(months[9]).toBe('2027-01')
    expect(months[11]).toBe('2027-03')
    expect(fiscalYearStart(fiscalYear(2026))).toBe('2026-04-01')
    expect(fiscalYearEnd(fiscalYear(2026))).toBe('2027-03-31')
  })
})
