import japan from '@holiday-jp/holiday_jp'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Locale } from './reader.ts'

/** The national holiday of a day, or null. The table reaches to 2050; equinoxes to come are estimates until announced. */
export const holidayName = (day: CalendarDay, locale: Locale): string | null => {
  const found = (japan.holidays as Record<string, { name: string; name_en: string }>)[day]
  if (!found) return null
  return locale === 'en' ? found.name_en : found.name
}
