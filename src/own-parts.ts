import { careOwnPart } from '#domains/care/index.ts'
import type { OwnPart } from '#domains/people/index.ts'
import { registrationOwnPart } from '#domains/registration/index.ts'
import { trainingOwnPart } from '#domains/training/index.ts'
import { visitsOwnPart } from '#domains/visits/index.ts'

/** What each slice hands over with somebody's own record. One that keeps something of a person stands here. */
export const ownParts: readonly OwnPart[] = [registrationOwnPart, trainingOwnPart, visitsOwnPart, careOwnPart]
