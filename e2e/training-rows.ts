import type { DemoServer } from './server.ts'

/** What a journey through a course needs to know of the rows behind its pages. */
export const courseOfTen = (server: DemoServer): Promise<string> =>
  server.services.db.asPlatform(async (tx) => {
    const courses = tx.selectFrom('training.course').select('id').where('name', '=', '養成研修 基礎編')
    return (await courses.orderBy('programme_id').executeTakeFirstOrThrow()).id
  })

export const sessionsOf = (server: DemoServer, runId: string): Promise<string[]> =>
  server.services.db.asPlatform(async (tx) => {
    const rows = tx.selectFrom('training.run_session').select('id').where('run_id', '=', runId).orderBy('no')
    return (await rows.execute()).map(({ id }) => id)
  })

export const enrolmentIn = (server: DemoServer, runId: string): Promise<{ enrolmentId: string; personId: string }> =>
  server.services.db.asPlatform(async (tx) => {
    const rows = tx.selectFrom('training.enrolment').select(['id', 'person_id']).where('run_id', '=', runId)
    const { id, person_id } = await rows.executeTakeFirstOrThrow()
    return { enrolmentId: id, personId: person_id }
  })

export const lastState = (server: DemoServer, enrolmentId: string, sessionId: string): Promise<string> =>
  server.services.db.asPlatform(async (tx) => {
    const entries = tx.selectFrom('training.attendance').select('state').where('enrolment_id', '=', enrolmentId)
    const newest = entries.where('session_id', '=', sessionId).orderBy('at', 'desc')
    return (await newest.executeTakeFirstOrThrow()).state
  })

export const dayOf = (server: DemoServer, practicumId: string): Promise<string> =>
  server.services.db.asPlatform(async (tx) => {
    const days = tx.selectFrom('training.practicum_day').select('id').where('practicum_id', '=', practicumId)
    return (await days.executeTakeFirstOrThrow()).id
  })

export const membershipOf = (server: DemoServer, personId: string): Promise<string> =>
  server.services.db.asPlatform(async (tx) => {
    const held = tx.selectFrom('platform.membership').select('id').where('person_id', '=', personId)
    return (await held.where('role', '=', 'supporter').executeTakeFirstOrThrow()).id
  })

export const statusOf = (server: DemoServer, personId: string): Promise<string | undefined> =>
  server.services.db.asPlatform(async (tx) => {
    const changes = tx.selectFrom('registration.change').select('to_status').where('person_id', '=', personId)
    return (await changes.orderBy('at', 'desc').executeTakeFirst())?.to_status
  })
