/** The addresses of the programme slice. */
export const programmePaths = {
  menu: '/menu',
  newActivity: '/menu/new',
  activity: (id: string) => `/menu/${id}`,
  endedActivity: (id: string) => `/menu/${id}/end`,
  rates: (id: string) => `/menu/${id}/rates`,
  plan: '/plan',
  planOf: (year: number | ':year') => `/plan/${year}`,
  settings: '/settings',
}
