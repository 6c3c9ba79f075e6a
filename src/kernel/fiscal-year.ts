import type { CalendarDay } from './calendar-day.ts'

/** A Japanese fiscal year: 2026 is April 2026 to March 2027. */
export type FiscalYear = number & { readonly fiscalYear: unique symbol }

export const fiscalYear = (year: number): FiscalYear => year as FiscalYear

export const fiscalYearOf = (day: CalendarDay): FiscalYear =>
  (Number(day.slice(5, 7)) >= 4 ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1) as FiscalYear

export const fiscalYearStart = (year: FiscalYear): CalendarDay => `${year}-04-01` as CalendarDay

export const fiscalYearEnd = (year: FiscalYear): CalendarDay => `${year + 1}-03-31` as CalendarDay

/** The twelve months, 'YYYY-MM', April first. */
export const fiscalMonths = (year: FiscalYear): string[] =>
  Array.from({ length: 12 }, (_, i) =>
    i < 9 ? `${year}-${String(i + 4).padStart(2, '0')}` : `${year + 1}-${String(i - 8).padStart(2, '0')}`,
  )
