export const carePaths = {
  followUps: '/follow-ups',
  newFollowUp: '/follow-ups/new',
  followUp: (id: string) => `/follow-ups/${id}`,
  close: (id: string) => `/follow-ups/${id}/close`,
  assign: (id: string) => `/follow-ups/${id}/assignee`,
  restTold: (id: string) => `/follow-ups/${id}/rest`,
  notHeardFrom: '/not-heard-from',
  getInTouch: (personId: string) => `/not-heard-from/${personId}/follow-up`,
  mine: '/my-follow-ups',
  rest: (id: string) => `/rest-offers/${id}`,
}
