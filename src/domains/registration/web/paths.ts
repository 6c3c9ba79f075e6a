import type { StepName } from '../core/sheet-steps.ts'

type Step = StepName | ':step'

/** The addresses of the registration slice. */
export const registrationPaths = {
  mine: '/sheet',
  myStep: (step: Step) => `/sheet/${step}`,
  myVersions: '/sheet-versions',
  myVersion: (version: number | ':version') => `/sheet-versions/${version}`,
  pause: '/pause',
  resume: '/pause/end',
  list: '/supporters',
  listPage: (search: string, state: string, page: number) =>
    `/supporters?${new URLSearchParams({ q: search, state, page: String(page) })}`,
  newSupporter: '/supporters/new',
  newSupporterSearch: (search: string) => `/supporters/new?${new URLSearchParams({ q: search })}`,
  supporter: (id: string) => `/supporters/${id}`,
  step: (id: string, step: Step) => `/supporters/${id}/sheet/${step}`,
  links: (id: string) => `/supporters/${id}/links`,
  pauseOf: (id: string) => `/supporters/${id}/pause`,
  resumeOf: (id: string) => `/supporters/${id}/pause/end`,
  end: (id: string) => `/supporters/${id}/end`,
}
