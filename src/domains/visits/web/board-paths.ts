/** Every address of the board. */
export const boardPaths = {
  board: '/board',
  draft: (id: string) => `/board/${id}`,
  draftBy: (id: string, by: string) => `/board/${id}?by=${by}`,
  again: (id: string) => `/board/${id}/again`,
  stop: (id: string) => `/board/${id}/stop`,
  away: (id: string) => `/board/${id}/away`,
  send: (id: string) => `/board/${id}/send`,
  compare: (id: string, otherId: string) => `/board/${id}/compare/${otherId}`,
  visit: (id: string, requestId: string) => `/board/${id}/requests/${requestId}`,
  frozen: (id: string, requestId: string) => `/board/${id}/requests/${requestId}/frozen`,
  repair: (id: string, requestId: string) => `/board/${id}/requests/${requestId}/repair`,
  out: (id: string, requestId: string) => `/board/${id}/requests/${requestId}/out`,
}
