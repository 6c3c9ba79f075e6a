import type { OwnPart, OwnTable } from '#domains/people/index.ts'
import type { Call } from '#platform/http/call.ts'
import { instantCell } from '#platform/http/list-page.tsx'
import { openCheckIn } from '../actions/check-in.ts'
import { readOwnNotes } from '../actions/visit-notes.ts'
import { checkInsByPerson } from '../data/check-ins.ts'
import { listOwnProposals } from '../data/proposal-list.ts'
import { everyVisit } from '../data/visit-list.ts'
import { feelingWords } from './words-feelings.ts'
import { ownRecordWords } from './words-own-record.ts'
import { proposalWords } from './words-proposal.ts'
import { visitWords } from './words-visit.ts'

/** Their visits, what they were asked, how it was for them, what they wrote looking back. */
export const visitsOwnPart: OwnPart = async (call) => {
  if (call.actor.role !== 'supporter') return []
  return [await visitTable(call), await proposalTable(call), await feelingTable(call), ...(await noteTables(call))]
}

const visitTable = async (call: Call): Promise<OwnTable> => {
  const { locale } = call.reader
  const t = visitWords[locale]
  const own = ownRecordWords[locale]
  const all = (ahead: boolean) => everyVisit(call.tx, { ...call.actor, role: 'supporter' }, { ahead, now: call.now })
  const visits = [...(await all(true)), ...(await all(false))]
  return {
    title: t.title,
    head: [own.from, own.to, t.place, t.activity, t.state],
    rows: visits.map((one) => [
      instantCell(one.startsAt, call.zone),
      instantCell(one.endsAt, call.zone),
      one.place,
      one.activity[locale],
      t.status[one.status],
    ]),
  }
}

const proposalTable = async (call: Call): Promise<OwnTable> => {
  const { locale } = call.reader
  const t = proposalWords[locale]
  const own = ownRecordWords[locale]
  const proposals = await listOwnProposals(call.tx, call.actor.personId, call.now)
  return {
    title: t.title,
    head: [own.from, own.to, own.place, own.activity, own.state],
    rows: proposals.map((one) => [
      instantCell(one.startsAt, call.zone),
      instantCell(one.endsAt, call.zone),
      one.placeName ?? '',
      one.activity[locale],
      t.status[one.status],
    ]),
  }
}

const feelingTable = async (call: Call): Promise<OwnTable> => {
  const { locale } = call.reader
  const t = feelingWords[locale]
  const own = ownRecordWords[locale]
  const sealed = await checkInsByPerson(call.tx, call.actor.personId, 50_000)
  const rows = await Promise.all(
    sealed.map(async (one) => {
      const { feeling, tired, good, hard, wish } = await openCheckIn(call, one)
      const words = [feeling ? t.feelings[feeling] : '', tired ? t.tirednesses[tired] : '', good, hard, wish]
      return [instantCell(one.at, call.zone), t[one.moment], ...words]
    }),
  )
  return { title: t.courseTitle, head: [own.on, own.moment, t.feeling, t.tired, t.good, t.hard, t.wish], rows }
}

const noteTables = async (call: Call): Promise<OwnTable[]> => {
  const { locale } = call.reader
  const own = ownRecordWords[locale]
  const head = [own.on, own.written]
  const { reflections, thanks } = await readOwnNotes(call)
  const rowOf = ({ at, text }: { at: Date; text: string }) => [instantCell(at, call.zone), text]
  return [
    { title: own.reflections, head, rows: reflections.map(rowOf) },
    { title: visitWords[locale].thanks, head, rows: thanks.map(rowOf) },
  ]
}
