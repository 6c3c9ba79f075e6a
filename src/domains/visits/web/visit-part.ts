import type { Call } from '#platform/http/call.ts'
import type { VisitModel } from './visit-model.ts'

/** What each part of a visit's page is given. */
export interface PartProps {
  call: Call
  model: VisitModel
}
