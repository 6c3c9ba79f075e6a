/** Every address of requests and proposals. */
export const requestPaths = {
  list: '/requests',
  listOf: (filter: string, page: number) => `/requests?show=${encodeURIComponent(filter)}&page=${page}`,
  choose: '/requests/new',
  chooseFor: (placeId: string) => `/requests/new?place=${encodeURIComponent(placeId)}`,
  chooseIdeaOf: (personId: string) => `/requests/new?idea_of=${encodeURIComponent(personId)}`,
  form: (activityId: string, placeId: string | null = null) =>
    `/requests/new/${activityId}${placeId ? `?place=${encodeURIComponent(placeId)}` : ''}`,
  ideaForm: (activityId: string, personId: string) =>
    `/requests/new/${activityId}?idea_of=${encodeURIComponent(personId)}`,
  request: (id: string) => `/requests/${id}`,
  /** With numbers to call at the top. */
  requestWithCare: (id: string) => `/requests/${id}?care=now`,
  edit: (id: string) => `/requests/${id}/edit`,
  print: (id: string) => `/requests/${id}/print`,
  status: (id: string) => `/requests/${id}/status`,
  place: (id: string) => `/requests/${id}/place`,
  personConsent: (id: string) => `/requests/${id}/person-consent`,
  matching: (id: string) => `/requests/${id}/matching`,
  matchingAt: (id: string, slotId: string, from: number) =>
    `/requests/${id}/matching?slot=${encodeURIComponent(slotId)}${from > 0 ? `&from=${from}` : ''}`,
  proposals: (id: string) => `/requests/${id}/proposals`,
  visits: (id: string) => `/requests/${id}/visits`,
}

export const proposalPaths = {
  list: '/proposals',
  proposal: (id: string) => `/proposals/${id}`,
  proposalWithCare: (id: string) => `/proposals/${id}?care=now`,
  answer: (id: string) => `/proposals/${id}/answer`,
  question: (id: string) => `/proposals/${id}/question`,
  reply: (id: string) => `/proposals/${id}/reply`,
  call: (id: string) => `/proposals/${id}/call`,
  again: (id: string) => `/proposals/${id}/again`,
  withdraw: (id: string) => `/proposals/${id}/withdraw`,
}

export { visitPaths } from './visit-paths.ts'
