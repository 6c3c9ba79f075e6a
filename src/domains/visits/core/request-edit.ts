import type { RequestActor, RequestStatus } from './request-status.ts'

const writers: Record<RequestStatus, readonly RequestActor[]> = {
  draft: ['host', 'supporter', 'coordinator'],
  submitted: ['host', 'supporter', 'coordinator'],
  adjusting: ['host', 'supporter', 'coordinator'],
  agreed: ['coordinator'],
  matching: ['coordinator'],
  confirmed: [],
  done: [],
  withdrawn: [],
  not_possible: [],
}

/** Who may write the content anew. What was agreed changes only through the coordinator; what is confirmed, through the visit. */
export const mayEdit = (status: RequestStatus, who: RequestActor): boolean => writers[status].includes(who)
