/** Drafts of recovery stories: the person's own. */
export const storyPaths = {
  list: '/story-drafts',
  new: '/story-drafts/new',
  story: (id: string) => `/story-drafts/${id}`,
  version: (id: string, version: number | string) => `/story-drafts/${id}/versions/${version}`,
  reader: (id: string) => `/story-drafts/${id}/reader`,
  comments: (id: string) => `/story-drafts/${id}/comments`,
  aside: (id: string) => `/story-drafts/${id}/aside`,
}
