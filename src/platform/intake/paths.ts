export const intakePaths = {
  list: '/intake',
  upload: (kind: string) => `/intake/new/${kind}`,
  blank: (kind: string) => `/intake/new/${kind}/blank`,
  mapping: (id: string) => `/intake/${id}`,
  preview: (id: string) => `/intake/${id}/preview`,
  previewQuery: (id: string, query: URLSearchParams) => `/intake/${id}/preview?${query}`,
  decide: (id: string) => `/intake/${id}/decide`,
  take: (id: string) => `/intake/${id}/take`,
  failed: (id: string) => `/intake/${id}/failed`,
  forget: (id: string) => `/intake/${id}/forget`,
}
