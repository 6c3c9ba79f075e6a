import { findPerson } from '#domains/people/index.ts'
import { type Credential, credentialPaths, linesOf, wordingFrom } from '#domains/training/index.ts'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { print } from '#platform/documents/print.ts'
import { type Call, type Later, notFound, type Reply } from '#platform/http/call.ts'
import { type ShownLife, showLife } from '../actions/show-life.ts'
import { termHolds } from '../core/renewal.ts'
import { registrationCardPdf } from '../documents/registration-card.ts'
import { cardWords } from './card-words.ts'

/** 登録票: the card that counts, or the one to come, as it was worded on its day. */
export const printCard = async (call: Call, personId: string, origin: () => string): Promise<Reply | Later> => {
  const { tx, actor } = call
  const shown = await showLife(call, personId)
  const person = await findPerson(tx, actor.programmeId, personId)
  const asked = call.query.get('card') === 'next' ? shown?.nextCard : shown?.card
  if (!shown || !asked || !person) return notFound()
  const { paper, name, code } = asked.opened
  const wording = await wordingFrom(tx, actor.programmeId, paper)
  const validFrom = beginningOf(shown, paper, call.today)
  const card = await registrationCardPdf(call, {
    title: wording?.title ?? cardWords.title,
    number: asked.number,
    name,
    kana: name === person.name ? person.kana : '',
    validFrom,
    validUntil: paper.validUntil,
    issuedOn: paper.issuedOn,
    reissued: paper.reissuedOn && { on: paper.reissuedOn, no: paper.reissueNo },
    issuer: wording ? linesOf(wording.issuer) : [call.programme.name],
    sealBox: wording?.sealBox ?? true,
    verifyUrl: origin() + credentialPaths.verifyCode(code),
    notes: cardWords.notes(call.programme.contactPhone),
  })
  return print(`${cardWords.title}.pdf`, card)
}

const beginningOf = ({ standing }: ShownLife, paper: Credential, today: CalendarDay): CalendarDay =>
  paper.validFrom ?? standing.terms.find((one) => termHolds(one, today))?.from ?? paper.issuedOn
