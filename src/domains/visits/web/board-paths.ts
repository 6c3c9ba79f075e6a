/** With what is looked at, where that is not the beginning. */
const looking = (path: string, of: Record<string, string | number>): string => {
  const query = new URLSearchParams(
    Object.entries(of).flatMap(([name, value]) => (value === '' || value === 0 ? [] : [[name, String(value)]])),
  ).toString()
  return query === '' ? path : `${path}?${query}`
}

/** Every address of the board. */
export const boardPaths = {
  board: '/board',
  draft: (id: string) => `/board/${id}`,
  draftBy: (id: string, by: string, look: { of?: string; from?: number; open?: number } = {}) =>
    looking(`/board/${id}`, { by, ...look }),
  again: (id: string) => `/board/${id}/again`,
  stop: (id: string) => `/board/${id}/stop`,
  away: (id: string) => `/board/${id}/away`,
  send: (id: string) => `/board/${id}/send`,
  sendFrom: (id: string, from: number) => looking(`/board/${id}/send`, { from }),
  compare: (id: string, otherId: string) => `/board/${id}/compare/${otherId}`,
  compareFrom: (id: string, otherId: string, from: number) => looking(`/board/${id}/compare/${otherId}`, { from }),
  visit: (id: string, requestId: string) => `/board/${id}/requests/${requestId}`,
  everybody: (id: string, requestId: string) => `/board/${id}/requests/${requestId}?all=yes`,
  judged: (id: string, requestId: string) => `/board/${id}/requests/${requestId}/judged`,
  frozen: (id: string, requestId: string) => `/board/${id}/requests/${requestId}/frozen`,
  repair: (id: string, requestId: string) => `/board/${id}/requests/${requestId}/repair`,
  out: (id: string, requestId: string) => `/board/${id}/requests/${requestId}/out`,
}
