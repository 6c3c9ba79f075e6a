import { findPerson } from '#domains/people/index.ts'
import { credentialPaths, linesOf, wordingFrom } from '#domains/training/index.ts'
import { print } from '#platform/documents/print.ts'
import { type Call, type Later, notFound, type Reply } from '#platform/http/call.ts'
import { showLife } from '../actions/show-life.ts'
import { termHolds } from '../core/renewal.ts'
import { registrationCardPdf } from '../documents/registration-card.ts'
import { cardWords } from './card-words.ts'

/** 登録票: the card that counts, as it was worded on its day. */
export const printCard = async (call: Call, personId: string, origin: () => string): Promise<Reply | Later> => {
  const { tx, actor, today } = call
  const shown = await showLife(call, personId)
  const person = await findPerson(tx, actor.programmeId, personId)
  if (!shown?.card || !person) return notFound()
  const { paper, name, code } = shown.card.opened
  const wording = await wordingFrom(tx, actor.programmeId, paper)
  const term = shown.standing.terms.find((one) => termHolds(one, today))
  const card = await registrationCardPdf(call, {
    title: wording?.title ?? cardWords.title,
    number: shown.card.number,
    name,
    kana: name === person.name ? person.kana : '',
    validFrom: term?.from ?? paper.issuedOn,
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
