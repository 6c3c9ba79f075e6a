/** A stretch of time, `to` excluded: who ends at three may begin at three. */
export interface Stretch {
  from: Date
  to: Date
}

/** Time of a person that something takes. `refId` is the record of the slice that took it. */
export interface Booking extends Stretch {
  personId: string
  kind: string
  refId: string
}

/** Why a booking was not made: somebody else was quicker, or the person has something else. Of what kind is not said. */
export interface TakenTime {
  kind: 'time_is_taken'
  personId: string
  from: Date
  to: Date
}

export const overlaps = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to
