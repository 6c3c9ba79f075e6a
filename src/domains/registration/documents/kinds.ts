import { type SampleDocument, sampleOf } from '#platform/documents/pdf.ts'
import { registerPageKind } from './register-page.ts'
import { registrationApplicationKind } from './registration-application.ts'
import { registrationCardKind } from './registration-card.ts'
import { registerPageSample, registrationApplicationSample, registrationCardSample } from './samples.ts'
import { documentNames } from './words.ts'

/** Every document of this slice, with invented facts. */
export const registrationDocuments: readonly SampleDocument[] = [
  sampleOf(documentNames.registrationCard, registrationCardKind, registrationCardSample),
  sampleOf(documentNames.registrationApplication, registrationApplicationKind, registrationApplicationSample),
  sampleOf(documentNames.registerPage, registerPageKind, registerPageSample),
]
