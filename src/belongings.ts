import { careBelongings } from '#domains/care/index.ts'
import type { Belongings } from '#domains/people/index.ts'
import { placesBelongings } from '#domains/places/index.ts'
import { registrationBelongings } from '#domains/registration/index.ts'
import { trainingBelongings } from '#domains/training/index.ts'
import { visitsBelongings } from '#domains/visits/index.ts'

/** What of each slice follows a person when two of their records become one. A table that names a person stands in one of them. */
export const belongings: readonly Belongings[] = [
  placesBelongings,
  trainingBelongings,
  registrationBelongings,
  visitsBelongings,
  careBelongings,
]
