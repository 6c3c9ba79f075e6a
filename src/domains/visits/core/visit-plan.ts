/** What stands in the way of making a visit of the answers so far. */
export type PlanBlocker =
  | { kind: 'not_looking' }
  | { kind: 'slot_over' }
  | { kind: 'nobody_said_yes' }
  | { kind: 'seats_open'; open: number }
  | { kind: 'still_asked_again' }
  | { kind: 'place_unknown' }
  | { kind: 'person_not_agreed' }
  | { kind: 'companion_missing' }
  | { kind: 'companion_is_supporter' }

export interface PlanFacts {
  looking: boolean
  slotAhead: boolean
  /** Answers at the chosen time. */
  yes: number
  changed: number
  wanted: number
  /** Staff decided to go with fewer than were wanted. */
  withFewer: boolean
  placeKnown: boolean
  accompaniesPerson: boolean
  personAgreed: boolean
  companionNeeded: boolean
  companions: number
  /** Somebody is chosen as companion who goes as a supporter. */
  sameInBoth: boolean
}

export const planBlockers = (facts: PlanFacts): PlanBlocker[] => {
  const open = facts.wanted - facts.yes
  const all: [boolean, PlanBlocker][] = [
    [!facts.looking, { kind: 'not_looking' }],
    [!facts.slotAhead, { kind: 'slot_over' }],
    [facts.yes === 0, { kind: 'nobody_said_yes' }],
    [facts.yes > 0 && open > 0 && !facts.withFewer, { kind: 'seats_open', open }],
    [facts.changed > 0, { kind: 'still_asked_again' }],
    [!facts.placeKnown, { kind: 'place_unknown' }],
    [facts.accompaniesPerson && !facts.personAgreed, { kind: 'person_not_agreed' }],
    [facts.companionNeeded && facts.companions === 0, { kind: 'companion_missing' }],
    [facts.sameInBoth, { kind: 'companion_is_supporter' }],
  ]
  return all.filter(([stands]) => stands).map(([, blocker]) => blocker)
}
