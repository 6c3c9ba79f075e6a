import type { ActivityKind } from '#domains/programme/index.ts'
import { type Limits, limitsPassed } from '#domains/registration/index.ts'
import { addDays, type CalendarDay, weekdayOf } from '#kernel/calendar-day.ts'
import type { Chance } from './random.ts'

/** What one supporter of the sample wishes and can, before it becomes rows; wishes in the order of the menu. */
export interface SampleSheet {
  wishes: readonly ('want' | 'can' | 'someday' | 'no')[]
  hours: ReadonlyMap<number, { from: number; to: number }>
  wishedPerMonth: number
  limits: Limits
  online: boolean
}

/** A time, and what would be done then. */
export interface SampleSlot {
  on: CalendarDay
  from: number
  minutes: number
  activity: number
}

/** Sheets differ, and none is better. The first is the one who signs in: with enough room that something is always under way. */
export const sheetOf = (luck: Chance, menu: readonly { kind: ActivityKind }[], first: boolean): SampleSheet => {
  const online = luck.oneIn(2)
  const wishedPerMonth = first ? 3 : luck.int(1, 4)
  const weekdays = luck.some([1, 2, 3, 4, 5, 6], first ? 5 : luck.int(3, 5)).toSorted()
  return {
    wishes: menu.map(({ kind }) => {
      const level = luck.pick(['want', 'want', 'can', 'can', 'someday', 'no'] as const)
      return kind === 'online' && !online ? 'no' : level
    }),
    hours: new Map(
      weekdays.map((weekday) => [
        weekday,
        { from: luck.pick([540, 600, 720]), to: luck.pick(first ? [1020, 1200] : [960, 1020, 1200]) },
      ]),
    ),
    wishedPerMonth,
    limits: {
      perWeek: first ? 2 : luck.int(1, 2),
      perMonth: wishedPerMonth + luck.int(1, 3),
      restDays: first ? 1 : luck.int(0, 3),
    },
    online,
  }
}

/** Whether this would be asked of them: they wish it, have the time, and it is not too much beside what they have already. */
export const suits = (sheet: SampleSheet, taken: readonly CalendarDay[], slot: SampleSlot): boolean => {
  const hours = sheet.hours.get(weekdayOf(slot.on))
  const wish = sheet.wishes[slot.activity]
  return (
    (wish === 'want' || wish === 'can') &&
    hours !== undefined &&
    hours.from <= slot.from &&
    slot.from + slot.minutes <= hours.to &&
    limitsPassed(sheet.limits, near(taken, slot.on), slot.on).length === 0
  )
}

// Days of other seasons count for no limit; text is compared faster than days are counted.
const near = (taken: readonly CalendarDay[], on: CalendarDay): CalendarDay[] => {
  const [from, to] = [addDays(on, -31), addDays(on, 31)]
  return taken.filter((one) => from <= one && one <= to)
}
