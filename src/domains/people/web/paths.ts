/** The addresses of the people slice. */
export const peoplePaths = {
  me: '/me',
  myContact: '/me/contact',
  myConsents: '/me/consents',
  looked: '/me/looked',
  lookedBefore: (seq: number) => `/me/looked?before=${seq}`,
  myRecord: '/me/record',
  myRecordFile: '/me/record.xlsx',
  myErasure: '/me/erasure',
  endMyErasure: '/me/erasure/taken-back',
  myCalendar: '/me/calendar',
  endCalendar: '/me/calendar/end',
  feed: (name: string) => `/feed/${name}`,
  audit: (accountsOnly = false, before: number | null = null) => {
    const query = new URLSearchParams({
      ...(accountsOnly ? { show: 'accounts' } : {}),
      ...(before === null ? {} : { before: String(before) }),
    }).toString()
    return query ? `/audit?${query}` : '/audit'
  },
  list: '/people',
  listPage: (search: string, role: string, page: number) =>
    `/people?${new URLSearchParams({ q: search, role, page: String(page) })}`,
  newPerson: '/people/new',
  doubles: '/people/doubles',
  doublesPage: (page: number) => `/people/doubles?page=${page}`,
  double: (one: string, other: string) => `/people/doubles/${one}/${other}`,
  mergeDouble: (one: string, other: string) => `/people/doubles/${one}/${other}/merge`,
  notSame: (one: string, other: string) => `/people/doubles/${one}/${other}/not-same`,
  maybeSame: (one: string, other: string) => `/people/doubles/${one}/${other}/maybe-same`,
  undoMerge: (id: string) => `/people/merges/${id}/undo`,
  person: (id: string) => `/people/${id}`,
  contact: (id: string) => `/people/${id}/contact`,
  consents: (id: string) => `/people/${id}/consents`,
  following: (id: string) => `/people/${id}/following`,
  endFollowing: (id: string) => `/people/${id}/following/end`,
  reason: (id: string) => `/people/${id}/reason`,
  erasure: (id: string) => `/people/${id}/erasure`,
  erasureWish: (id: string) => `/people/${id}/erasure-wish`,
  endErasureWish: (id: string) => `/people/${id}/erasure-wish/taken-back`,
}
