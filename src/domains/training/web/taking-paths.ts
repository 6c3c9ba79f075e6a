import { runPaths } from './paths.ts'

const session = runPaths.session

/** What staff enter and read while a run goes on. */
export const trainingStaffPaths = {
  session,
  attendance: (id: string, sessionId: string) => `${session(id, sessionId)}/attendance`,
  onlineList: (id: string, sessionId: string) => `${session(id, sessionId)}/online-list`,
  signInSheet: (id: string, sessionId: string) => `${session(id, sessionId)}/sheet`,
  signInPdf: (id: string, sessionId: string) => `${session(id, sessionId)}/sheet.pdf`,
  needs: (id: string, sessionId: string) => `${session(id, sessionId)}/needs`,
  homework: (id: string, sessionId: string) => `${session(id, sessionId)}/homework`,
  note: (id: string, sessionId: string) => `${session(id, sessionId)}/note`,
  run: runPaths.run,
  roll: (id: string) => `${runPaths.run(id)}/attendance`,
  rollFile: (id: string, type: string) => `${runPaths.run(id)}/attendance/${type}`,
  figuresList: '/training/figures',
  figures: (id: string) => `${runPaths.run(id)}/figures`,
  completion: (id: string) => `${runPaths.run(id)}/completion`,
  enrolment: (id: string) => `/training/enrolments/${id}`,
  madeUp: (id: string) => `/training/enrolments/${id}/made-up`,
  enrolmentStatus: (id: string) => `/training/enrolments/${id}/status`,
  wentOn: (id: string) => `/training/enrolments/${id}/went-on`,
  kindCalls: '/training/calls',
  kindCall: (id: string) => `/training/calls/${id}`,
}

/** Somebody's own course. */
export const ownCoursePaths = {
  all: '/my-course',
  course: (id: string) => `/my-course/${id}`,
  leave: (id: string) => `/my-course/${id}/leave`,
  session: (sessionId: string) => `/my-course/sessions/${sessionId}`,
}
