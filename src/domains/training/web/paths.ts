/** The curriculum: the coordinator's. */
export const coursePaths = {
  list: '/training/courses',
  new: '/training/courses/new',
  course: (id: string) => `/training/courses/${id}`,
  edit: (id: string) => `/training/courses/${id}/edit`,
  newSession: (id: string) => `/training/courses/${id}/sessions/new`,
  session: (id: string, sessionId: string) => `/training/courses/${id}/sessions/${sessionId}`,
  removeSession: (id: string, sessionId: string) => `/training/courses/${id}/sessions/${sessionId}/remove`,
  newRun: (id: string) => `/training/courses/${id}/runs/new`,
}

/** A run and its timetable: the coordinator, and the staff of the run. */
export const runPaths = {
  list: '/training',
  run: (id: string) => `/training/runs/${id}`,
  edit: (id: string) => `/training/runs/${id}/edit`,
  status: (id: string) => `/training/runs/${id}/status`,
  staff: (id: string) => `/training/runs/${id}/staff`,
  endStaff: (id: string) => `/training/runs/${id}/staff/end`,
  criteria: (id: string) => `/training/runs/${id}/criteria`,
  newSession: (id: string) => `/training/runs/${id}/sessions/new`,
  /** The page of a session, with its attendance. */
  session: (id: string, sessionId: string) => `/training/runs/${id}/sessions/${sessionId}`,
  editSession: (id: string, sessionId: string) => `/training/runs/${id}/sessions/${sessionId}/edit`,
  moveSession: (id: string, sessionId: string) => `/training/runs/${id}/sessions/${sessionId}/move`,
  cancelSession: (id: string, sessionId: string) => `/training/runs/${id}/sessions/${sessionId}/cancel`,
  selection: (id: string) => `/training/runs/${id}/selection`,
  draw: (id: string) => `/training/runs/${id}/draw`,
  inOrder: (id: string) => `/training/runs/${id}/in-order`,
  tell: (id: string) => `/training/runs/${id}/applications/new`,
}

/** Applications as those who choose see them. */
export const applicationPaths = {
  application: (id: string) => `/training/applications/${id}`,
  edit: (id: string) => `/training/applications/${id}/edit`,
  print: (id: string) => `/training/applications/${id}/print`,
  pdf: (id: string) => `/training/applications/${id}/pdf`,
  letter: (id: string) => `/training/applications/${id}/letter`,
  status: (id: string) => `/training/applications/${id}/status`,
  considerations: (id: string) => `/training/applications/${id}/considerations`,
  needs: (id: string) => `/training/applications/${id}/needs`,
  /** Somebody whom an office has named is asked by staff. */
  told: (id: string) => `/training/applications/${id}/told`,
  /** Where only their office had agreed for them. */
  consent: (id: string) => `/training/applications/${id}/consent`,
}

/** One's own applications, or those of one's office. */
export const ownPaths = {
  list: '/my-applications',
  apply: (runId: string) => `/my-applications/new/${runId}`,
  application: (id: string) => `/my-applications/${id}`,
  applicationWithCare: (id: string) => `/my-applications/${id}?care=now`,
  edit: (id: string) => `/my-applications/${id}/edit`,
  print: (id: string) => `/my-applications/${id}/print`,
  pdf: (id: string) => `/my-applications/${id}/pdf`,
  letter: (id: string) => `/my-applications/${id}/letter`,
  status: (id: string) => `/my-applications/${id}/status`,
  /** Whom the office has named is told where to write. */
  invite: (id: string) => `/my-applications/${id}/invite`,
  tasters: '/tasters',
  taster: (id: string) => `/tasters/${id}`,
  leaveTaster: (id: string) => `/tasters/${id}/leave`,
}

/** What anybody may read without signing in, and how they come in. */
export const publicPaths = {
  programmes: '/courses',
  runs: (programme: string) => `/courses/${programme}`,
  run: (programme: string, run: string) => `/courses/${programme}/${run}`,
  taster: (programme: string, taster: string) => `/courses/${programme}/tasters/${taster}`,
  sent: (programme: string) => `/courses/${programme}/sent`,
  link: (programme: string, token: string) => `/courses/${programme}/come-in/${token}`,
}

/** Tasters as staff see them. */
export const tasterPaths = {
  list: '/training/tasters',
  new: '/training/tasters/new',
  taster: (id: string) => `/training/tasters/${id}`,
  edit: (id: string) => `/training/tasters/${id}/edit`,
  cancel: (id: string) => `/training/tasters/${id}/cancel`,
  guests: (id: string) => `/training/tasters/${id}/guests`,
  came: (id: string, guestId: string) => `/training/tasters/${id}/guests/${guestId}`,
}
