import { type SampleDocument, sampleOf } from '#platform/documents/pdf.ts'
import { certificateKind } from './certificate.ts'
import { courseApplicationKind } from './course-application.ts'
import { feeEvidenceKind } from './fee-evidence.ts'
import { letterKind } from './letter.ts'
import { signInSheetKind } from './sign-in-sheet.ts'
import {
  certificateSample,
  courseApplicationSample,
  feeEvidenceSample,
  letterSample,
  signInSheetSample,
} from './samples.ts'
import { documentNames } from './words.ts'

/** Every document of this slice, with invented facts. */
export const trainingDocuments: readonly SampleDocument[] = [
  sampleOf(documentNames.certificate, certificateKind, certificateSample),
  sampleOf(documentNames.letter, letterKind, letterSample),
  sampleOf(documentNames.signInSheet, signInSheetKind, signInSheetSample),
  sampleOf(documentNames.courseApplication, courseApplicationKind, courseApplicationSample),
  sampleOf(documentNames.feeEvidence, feeEvidenceKind, feeEvidenceSample),
]
