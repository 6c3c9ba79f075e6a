import { addDays } from '#kernel/calendar-day.ts'
import { instantAt, localOf } from '#kernel/time.ts'
import { isDaytime } from './proposal-time.ts'

const afternoon = 15 * 60

/**
 * Up to when visits are near enough to ask how somebody feels before: by day those of today, from the afternoon on those of tomorrow too. Null: nobody
 * is asked at this hour.
 */
export const asksBeforeUntil = (now: Date, zone: string): Date | null => {
  if (!isDaytime(now, zone)) return null
  const { day, minute } = localOf(now, zone)
  return instantAt(addDays(day, minute < afternoon ? 1 : 2), 0, zone)
}
