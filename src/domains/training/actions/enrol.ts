import type { Ctx } from '#platform/http/call.ts'
import { readWords } from '../data/application-words.ts'
import type { Application } from '../data/applications.ts'
import {
  enrolmentOfPerson,
  enrolmentTrackField,
  insertEnrolment,
  insertEnrolmentEvent,
  moveEnrolment,
  reviveEnrolment,
} from '../data/enrolments.ts'
import { standingSessions } from '../data/sessions.ts'
import { doorOf } from './application-facts.ts'
import { byOf } from './by.ts'
import { giveTimeBack, takeTime } from './session-time.ts'

/** An application was accepted: the person takes the run, in the group they chose, and its sessions take their time. */
export const enrol = async (ctx: Ctx, application: Application): Promise<void> => {
  const { programmeId } = ctx.actor
  const { runId, personId, id: applicationId } = application
  const { track } = await readWords(doorOf(ctx), application)
  const known = await enrolmentOfPerson(ctx.tx, programmeId, { runId, personId })
  const id = known?.id ?? ctx.newId()
  const trackSealed = track === '' ? null : await ctx.vault.seal(personId, enrolmentTrackField, id, track)
  const enrolment = { id, runId, personId, applicationId, trackSealed, since: ctx.today }
  if (known) await reviveEnrolment(ctx.tx, programmeId, enrolment)
  else await insertEnrolment(ctx.tx, programmeId, enrolment)
  await note(ctx, { enrolmentId: id, from: known?.status ?? null, to: 'taking' })
  const sessions = await standingSessions(ctx.tx, programmeId, [runId])
  const mine = sessions.filter((one) => one.track === null || one.track === track)
  await takeTime(ctx, mine, [personId])
  ctx.audit.wrote({ action: 'enrol', kind: 'training.enrolment', id, subject: personId })
  await ctx.outbox.emit('training.enrolled', { enrolmentId: id, runId, personId })
}

/** A place was given back before the run began. */
export const leaveBefore = async (ctx: Ctx, { runId, personId }: Application): Promise<void> => {
  const { programmeId } = ctx.actor
  const enrolment = await enrolmentOfPerson(ctx.tx, programmeId, { runId, personId })
  if (enrolment?.status !== 'taking') return
  await moveEnrolment(ctx.tx, programmeId, { id: enrolment.id, from: 'taking', to: 'left', endedOn: ctx.today })
  await note(ctx, { enrolmentId: enrolment.id, from: 'taking', to: 'left' })
  await giveTimeBack(ctx, await standingSessions(ctx.tx, programmeId, [runId]), personId)
}

type Step = Pick<Parameters<typeof insertEnrolmentEvent>[2], 'enrolmentId' | 'from' | 'to'>

const note = (ctx: Ctx, step: Step): Promise<void> =>
  insertEnrolmentEvent(ctx.tx, ctx.actor.programmeId, {
    ...step,
    id: ctx.newId(),
    at: ctx.now,
    by: byOf(ctx),
    reasonSealed: null,
  })
