import { placeLifeCycle } from '#domains/places/index.ts'
import { registrationLifeCycle } from '#domains/registration/index.ts'
import { trainingLifeCycles } from '#domains/training/index.ts'
import { lifeCycles as ofVisits } from '#domains/visits/index.ts'

/** Every life cycle that the docs show. */
export const lifeCycles = [placeLifeCycle, ...trainingLifeCycles, registrationLifeCycle, ...ofVisits]
