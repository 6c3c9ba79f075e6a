import { placeLifeCycle } from '#domains/places/index.ts'
import { lifeCycles as ofVisits } from '#domains/visits/index.ts'

/** Every life cycle that the docs show. */
export const lifeCycles = [placeLifeCycle, ...ofVisits]
