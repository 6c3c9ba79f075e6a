import { type Called, personsInRole } from '#domains/people/index.ts'
import type { WhyHere } from '#domains/matching/index.ts'
import type { VNode } from 'preact'
import { ifTheyStay, type ShownToPlace, shownToPlace } from '#domains/registration/index.ts'
import { dayIn } from '#kernel/time.ts'
import type { Call } from '#platform/http/call.ts'
import { type Spoken, spoken } from '#platform/i18n/spoken.ts'
import { blankForm, type FormState } from '#ui/index.ts'
import { openCheckIn } from '../actions/check-in.ts'
import { type ReadNote, type ReadThanks, readRecords, readReflections, readThanks } from '../actions/visit-notes.ts'
import { ownCompanion, type SeenInVisit, seenInVisit } from '../actions/visit-seen.ts'
import { whyTheyGo } from '../actions/why-they-go.ts'
import { type CheckInAnswers, readsCheckIn } from '../core/check-in.ts'
import { stands } from '../core/visit-status.ts'
import { checkInsOf, type Moment } from '../data/check-ins.ts'
import { historyOf, meetingsOf, type VisitFull, type VisitMeeting, type VisitStep } from '../data/visit-full.ts'

/** Forms of the visit's page; one of them may carry what was typed and refused. */
export type VisitForm =
  | 'hold'
  | 'off'
  | 'move'
  | 'companion'
  | 'meeting'
  | 'record'
  | `reflect-${string}`
  | 'thanks'
  | 'answer'

/** A form that was refused. `stale`: somebody else saved first, both versions are shown. */
interface RefusedForm {
  which: VisitForm
  form: FormState
  stale: boolean
}

export interface SeenFeeling {
  personId: string
  moment: Moment
  answers: CheckInAnswers
}

/** Somebody who comes, as the place was told of them. */
export interface Introduced extends ShownToPlace {
  personId: string
}

export interface VisitModel {
  visit: VisitFull
  /** The day lies behind somebody's registration. Places are not told. */
  ifTheyStay: VNode | null
  seen: SeenInVisit
  /** Somebody's name in a sentence; null where the actor is not shown it. */
  called(personId: string): Spoken | null
  meetings: VisitMeeting[]
  history: VisitStep[]
  /** What those who come agreed to show the place; only for the place. */
  introduced: Introduced[]
  feelings: SeenFeeling[]
  thanks: ReadThanks[]
  records: ReadNote[]
  reflections: ReadNote[]
  /** Who could go along; only for the coordinator. */
  staff: Called[]
  goesAlong: boolean
  /** Why these people go; only for the coordinator, while it is ahead. */
  why: WhyHere[]
  form(which: VisitForm, values?: FormState['values']): FormState
  /** Above a form that somebody else saved first: what they wrote stands beside what was typed. */
  isStale(which: VisitForm): boolean
  /** What was refused where its form is no longer on the page: said above everything else. */
  refusedApart: FormState | null
}

/** Everything the page of one visit shows this actor: loaded once, each part behind its gate. */
export const visitModel = async (
  call: Call,
  visit: VisitFull,
  refused: RefusedForm | null = null,
): Promise<VisitModel> => {
  const seen = await seenInVisit(call, visit)
  const { locale } = call.reader
  return {
    visit,
    ifTheyStay: await stayNotice(call, visit),
    seen,
    called: (personId) => {
      const name = seen.names.get(personId)
      return name ? spoken(name) : null
    },
    meetings: await meetingsOf(call.tx, visit.id),
    history: call.actor.role === 'coordinator' ? await historyOf(call.tx, visit.id) : [],
    introduced: call.actor.role === 'host' ? await introducedTo(call, visit, seen) : [],
    feelings: await seenFeelings(call, visit, seen),
    thanks: await readThanks(call, visit),
    records: call.actor.role === 'coordinator' || call.actor.role === 'companion' ? await readRecords(call, visit) : [],
    reflections: await readReflections(call, visit.id, whoseCareIsSeen(visit, seen)),
    staff:
      call.actor.role === 'coordinator'
        ? await personsInRole(call.tx, call.actor.programmeId, ['companion', 'coordinator'])
        : [],
    goesAlong: ownCompanion(call, visit),
    why: await whyTheyGo(call, visit),
    refusedApart: refused && isApart(refused.which, visit, call.now) ? refused.form : null,
    isStale: (which) => refused?.stale === true && refused.which === which,
    form: (which, values = {}) => (refused?.which === which ? refused.form : blankForm(locale, values, which)),
  }
}

const whileItStands: readonly VisitForm[] = ['hold', 'off', 'move', 'companion', 'meeting']

const isApart = (which: VisitForm, visit: VisitFull, now: Date): boolean =>
  which === 'answer' ||
  (which === 'hold' && (visit.status !== 'confirmed' || visit.startsAt > now)) ||
  (whileItStands.includes(which) && !stands(visit.status)) ||
  (which === 'thanks' && visit.status !== 'held')

const stayNotice = async (call: Call, visit: VisitFull): Promise<VNode | null> => {
  const { role, personId } = call.actor
  if (role === 'host' || !stands(visit.status)) return null
  const going = visit.participants.filter((one) => one.part === 'supporter' && one.leftAt === null)
  for (const one of going.filter((each) => role !== 'supporter' || each.personId === personId)) {
    const notice = await ifTheyStay(call, one.personId, dayIn(visit.startsAt, call.zone))
    if (notice) return notice
  }
  return null
}

const whoseCareIsSeen = (visit: VisitFull, seen: SeenInVisit): string[] =>
  visit.participants
    .filter((one) => one.part === 'supporter' && seen.classes.get(one.personId)?.has('care'))
    .map((one) => one.personId)

const introducedTo = async (call: Call, visit: VisitFull, seen: SeenInVisit): Promise<Introduced[]> => {
  const coming = visit.participants.filter((one) => one.part === 'supporter' && seen.names.has(one.personId))
  const introduced: Introduced[] = []
  for (const { personId } of coming)
    introduced.push({ personId, ...(await shownToPlace(call, personId, seen.classes.get(personId) ?? new Set())) })
  return introduced.filter((one) => one.considerations || one.experience)
}

const seenFeelings = async (call: Call, visit: VisitFull, seen: SeenInVisit): Promise<SeenFeeling[]> => {
  const { role, personId } = call.actor
  const goesAlong = ownCompanion(call, visit)
  const readable = (await checkInsOf(call.tx, visit.id)).filter((one) => {
    const seesCare = seen.classes.get(one.personId)?.has('care') === true
    return readsCheckIn({ role, own: one.personId === personId, goesAlong, seesCare }, one.shownToCompanion)
  })
  return Promise.all(
    readable.map(async (one) => ({
      personId: one.personId,
      moment: one.moment,
      answers: await openCheckIn(call, one),
    })),
  )
}
