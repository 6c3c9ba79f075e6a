import { careForgets } from '#domains/care/index.ts'
import type { Forgetting } from '#domains/people/index.ts'
import { registrationForgets } from '#domains/registration/index.ts'
import { trainingForgets } from '#domains/training/index.ts'
import { visitsForget } from '#domains/visits/index.ts'

/** What each slice does when a record is erased. One that keeps words of a person stands here. */
export const forgettings: readonly Forgetting[] = [trainingForgets, registrationForgets, visitsForget, careForgets]
