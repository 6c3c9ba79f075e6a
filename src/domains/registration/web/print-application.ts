import { consentSentence, consentLines, consentWords, findPerson, newestOf } from '#domains/people/index.ts'
import { dayIn } from '#kernel/time.ts'
import { print } from '#platform/documents/print.ts'
import { type Call, type Later, notFound, type Reply } from '#platform/http/call.ts'
import { wordsOf } from '../actions/show-life.ts'
import { showSheet } from '../actions/show-sheet.ts'
import { newestApplication } from '../data/applications.ts'
import { type RegistrationApplication, registrationApplicationPdf } from '../documents/registration-application.ts'
import { documentWords } from '../documents/words.ts'
import { lifeWords } from './life-words.ts'
import { stepFactsOf } from './step-facts.ts'
import { stepWords } from './step-words.ts'
import { sheetSteps } from './steps/all.ts'

/** 様式1: what somebody applied with, and what their sheet says today as far as the reader sees it. Papers are Japanese. */
export const printApplication = async (call: Call, personId: string): Promise<Reply | Later> => {
  const { tx, actor } = call
  const person = await findPerson(tx, actor.programmeId, personId)
  const application = await newestApplication(tx, actor.programmeId, personId)
  if (!person || !application) return notFound()
  const words = await wordsOf(call, application)
  const sheet = await sheetParts(call, personId)
  const paper = await registrationApplicationPdf(call, {
    appliedOn: dayIn(application.appliedAt, call.zone),
    to: documentWords.addressedTo(call.programme.name),
    intro: documentWords.applicationIntro,
    name: person.name,
    kana: person.kana,
    nickname: person.nickname && person.nickname !== person.name ? person.nickname : null,
    address: '',
    contact: [person.phone, person.email].filter((one) => one !== null),
    emergency: sheet.emergency,
    sections: [
      ...(words === '' ? [] : [{ title: lifeWords.ja.own, answers: [['', words] as const] }]),
      ...sheet.sections,
    ],
    consents: await consentsOf(call, personId),
  })
  return print(`${documentWords.applicationTitle}.pdf`, paper, (then) =>
    then.audit.wrote({ action: 'print', kind: 'registration.application', id: application.id, subject: personId }),
  )
}

type Parts = Pick<RegistrationApplication, 'sections' | 'emergency'>

const sheetParts = async (call: Call, personId: string): Promise<Parts> => {
  const shown = await showSheet(call, personId)
  if (!shown) return { sections: [], emergency: '' }
  const facts = { ...(await stepFactsOf(call)), locale: 'ja' as const }
  const sections = shown.steps.map((step) => ({
    title: stepWords.ja.steps[step],
    answers: sheetSteps[step].lines(shown.sheet, facts).map(({ label, text }) => [label, text] as const),
  }))
  return {
    sections: sections.filter(({ answers }) => answers.length > 0),
    emergency: shown.sheet.carePlan.whomToCall,
  }
}

const consentsOf = async (call: Call, personId: string): Promise<RegistrationApplication['consents']> => {
  const said = (await consentWords(call.tx, call.actor.programmeId, [personId])).get(personId) ?? []
  return consentLines.map((line) => {
    const newest = newestOf(said, line)
    return {
      purpose: consentSentence(line, 'ja'),
      answer: newest ? (newest.given ? 'yes' : 'no') : 'later',
      on: newest ? dayIn(newest.at, call.zone) : null,
    }
  })
}
