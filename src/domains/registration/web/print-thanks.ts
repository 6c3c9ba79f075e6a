import { findPerson } from '#domains/people/index.ts'
import { getProgramme } from '#domains/programme/index.ts'
import { letterPdf } from '#domains/training/index.ts'
import { print } from '#platform/documents/print.ts'
import { type Call, type Later, notFound, type Reply } from '#platform/http/call.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { showLife } from '../actions/show-life.ts'
import { thanksWords } from './thanks-words.ts'

const pairOf = ([what = '', said = '']: readonly string[]) => [what, said] as const

/** A letter of thanks for somebody who leaves or has left, in their own language. Its sender is neutral: others of the house see it too. */
export const printThanks = async (call: Call, personId: string): Promise<Reply | Later> => {
  const { programme } = call
  const shown = await showLife(call, personId)
  const person = await findPerson(call.tx, call.actor.programmeId, personId)
  const status = shown?.standing.status
  if (!shown || !person || (status !== 'leaving' && status !== 'ended')) return notFound()
  const { leaving, supporter } = shown.standing
  if (!supporter?.registeredOn) return notFound()
  const { recordsKeptYears } = await getProgramme(call.tx, call.actor.programmeId)
  const lang = person.locale === 'en' ? 'en' : 'ja'
  const t = thanksWords[person.locale]
  const lastDay = leaving?.lastDay ?? supporter.endedOn
  const paper = await letterPdf(call, {
    lang,
    sentOn: call.today,
    number: '',
    address: [],
    name: person.name,
    sender: [programme.shortName],
    subject: t.subject,
    paragraphs: t.paragraphs,
    points: [
      [t.since, formatDayLong(supporter.registeredOn, lang)],
      ...(lastDay ? [[t.until, formatDayLong(lastDay, lang)] as const] : []),
      ...t.kept(recordsKeptYears).map(pairOf),
    ],
    pointsHead: pairOf(t.pointsHead),
    contact: [[programme.shortName, programme.contactPhone, programme.contactHours].filter(Boolean).join(' ')],
  })
  return print(`${t.subject}.pdf`, paper, (then) =>
    then.audit.wrote({ action: 'print', kind: 'registration.thanks', id: personId, subject: personId }),
  )
}
