/** Trial work and watching at places; what places offer. */
export const practicumPaths = {
  list: '/practicums',
  new: (enrolmentId: string) => `/practicums/new/${enrolmentId}`,
  practicum: (id: string) => `/practicums/${id}`,
  goals: (id: string) => `/practicums/${id}/goals`,
  agreement: (id: string, side: string) => `/practicums/${id}/agreements/${side}`,
  days: (id: string) => `/practicums/${id}/days`,
  day: (id: string, dayId: string) => `/practicums/${id}/days/${dayId}`,
  diary: (id: string, dayId: string) => `/practicums/${id}/days/${dayId}/diary`,
  words: (id: string, dayId: string) => `/practicums/${id}/days/${dayId}/words`,
  status: (id: string) => `/practicums/${id}/status`,
  offers: '/practicum-offers',
  newOffer: '/practicum-offers/new',
  withdraw: (id: string) => `/practicum-offers/${id}/withdraw`,
}
