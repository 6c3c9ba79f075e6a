import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'

/** From when to when a card counts, both days included; null: from its issue, without an end. */
export interface CardDays {
  validFrom: CalendarDay | null
  validUntil: CalendarDay | null
}

export const cardCounts = ({ validFrom, validUntil }: CardDays, on: CalendarDay): boolean =>
  (validFrom === null || validFrom <= on) && (validUntil === null || on <= validUntil)

/** The card to show on a day: the one that counts, else the one to come, else the last one that counted. */
export const cardOn = <C extends CardDays>(cards: readonly C[], on: CalendarDay): C | null => {
  const ahead = cards.filter(({ validFrom }) => validFrom !== null && on < validFrom).toSorted(byBeginning)
  const over = cards.filter(({ validUntil }) => validUntil !== null && validUntil < on).toSorted(byBeginning)
  return cards.find((card) => cardCounts(card, on)) ?? ahead[0] ?? over.at(-1) ?? null
}

/** The card that begins after this day. */
export const cardAhead = <C extends CardDays>(cards: readonly C[], on: CalendarDay): C | null =>
  cards.filter(({ validFrom }) => validFrom !== null && on < validFrom).toSorted(byBeginning)[0] ?? null

const byBeginning = (a: CardDays, b: CardDays): number => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1)

/**
 * What a new card does to one before it: nothing where that one is over when the new one begins; where it goes on beyond, it counts
 * until the day before; where the new one counts from now on, or begins no later, it is over.
 */
export const afterNewCard = (
  before: CardDays,
  fresh: { validFrom: CalendarDay | null },
  today: CalendarDay,
): { does: 'stay' } | { does: 'end' } | { does: 'shorten'; to: CalendarDay } => {
  const begins = fresh.validFrom ?? today
  if (begins <= today || (before.validFrom !== null && begins <= before.validFrom)) return { does: 'end' }
  if (before.validUntil !== null && before.validUntil < begins) return { does: 'stay' }
  return { does: 'shorten', to: addDays(begins, -1) }
}
