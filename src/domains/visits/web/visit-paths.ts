/** Every address of visits, of what is said around them, and of the calendar. */
export const visitPaths = {
  list: '/visits',
  listOf: (show: 'ahead' | 'past', page: number) => `/visits?show=${show}&page=${page}`,
  visit: (id: string) => `/visits/${id}`,
  placeAgreement: (id: string) => `/visits/${id}/place-agreement`,
  agreement: (id: string, personId: string) => `/visits/${id}/agreements/${personId}`,
  confirmation: (id: string) => `/visits/${id}/confirmation`,
  leaving: (id: string, personId: string) => `/visits/${id}/leavings/${personId}`,
  companion: (id: string) => `/visits/${id}/companion`,
  holding: (id: string) => `/visits/${id}/holding`,
  callingOff: (id: string) => `/visits/${id}/calling-off`,
  newTime: (id: string) => `/visits/${id}/new-time`,
  meetings: (id: string) => `/visits/${id}/meetings`,
  meetingCancelled: (id: string, meetingId: string) => `/visits/${id}/meetings/${meetingId}/cancelled`,
  feelings: (id: string, personId: string, moment: string) => `/visits/${id}/feelings/${personId}/${moment}`,
  record: (id: string) => `/visits/${id}/record`,
  reflection: (id: string, personId: string) => `/visits/${id}/reflections/${personId}`,
  thanks: (id: string) => `/visits/${id}/thanks`,
  thanksPassedOn: (id: string, thanksId: string) => `/visits/${id}/thanks/${thanksId}/passed-on`,
  course: '/course',
}

export const calendarPaths = {
  month: '/calendar',
  ofMonth: (month: string) => `/calendar?month=${month}`,
}
