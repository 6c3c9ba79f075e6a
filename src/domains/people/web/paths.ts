/** The addresses of the people slice. */
export const peoplePaths = {
  me: '/me',
  myContact: '/me/contact',
  myConsents: '/me/consents',
  looked: '/me/looked',
  lookedBefore: (seq: number) => `/me/looked?before=${seq}`,
  myCalendar: '/me/calendar',
  endCalendar: '/me/calendar/end',
  feed: (name: string) => `/feed/${name}`,
  list: '/people',
  listPage: (search: string, role: string, page: number) =>
    `/people?${new URLSearchParams({ q: search, role, page: String(page) })}`,
  newPerson: '/people/new',
  person: (id: string) => `/people/${id}`,
  contact: (id: string) => `/people/${id}/contact`,
  consents: (id: string) => `/people/${id}/consents`,
  following: (id: string) => `/people/${id}/following`,
  endFollowing: (id: string) => `/people/${id}/following/end`,
  reason: (id: string) => `/people/${id}/reason`,
}
