/** Addresses of what repeats. */
export const seriesPaths = {
  make: (requestId: string) => `/requests/${requestId}/series`,
  series: (id: string) => `/series/${id}`,
  change: (id: string) => `/series/${id}/change`,
  invitations: (id: string) => `/series/${id}/invitations`,
  answers: (id: string, personId: string) => `/series/${id}/answers/${personId}`,
  companion: (id: string) => `/series/${id}/companion`,
  placeAgreement: (id: string) => `/series/${id}/place-agreement`,
}
