import { runPaths } from './paths.ts'

/** Certificates and cards: who completed what, and the page on which anybody can have a paper verified. */
export const credentialPaths = {
  mine: '/certificates',
  paper: (id: string) => `/certificates/${id}`,
  pdf: (id: string) => `/certificates/${id}/pdf`,
  reissue: (id: string) => `/certificates/${id}/reissue`,
  withdrawal: (id: string) => `/certificates/${id}/withdrawal`,
  ofRun: (runId: string) => `${runPaths.run(runId)}/certificates`,
  newQualification: '/certificates/qualifications/new',
  setAside: (id: string) => `/certificates/qualifications/${id}/aside`,
  qualificationsOf: (personId: string) => `/people/${personId}/qualifications`,
  confirmQualification: (id: string) => `/training/qualifications/${id}/confirmation`,
  setAsideOf: (id: string) => `/training/qualifications/${id}/aside`,
  ceremonies: '/training/ceremonies',
  ceremony: (id: string) => `/training/ceremonies/${id}`,
  askGuests: (id: string) => `/training/ceremonies/${id}/guests`,
  answerOfGuest: (id: string, personId: string) => `/training/ceremonies/${id}/guests/${personId}`,
  callOff: (id: string) => `/training/ceremonies/${id}/calling-off`,
  myAnswer: (id: string) => `/certificates/ceremonies/${id}`,
  ready: (placeId: string) => `/places/${placeId}/readiness`,
  readySoon: '/training/readiness',
  wordings: '/training/wordings',
  verify: '/verify',
  verifyCode: (code: string) => `/verify/${code}`,
}
