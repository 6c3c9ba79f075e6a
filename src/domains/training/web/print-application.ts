import { findPerson } from '#domains/people/index.ts'
import { dayIn } from '#kernel/time.ts'
import { print } from '#platform/documents/print.ts'
import { type Call, type Later, notFound, type Reply } from '#platform/http/call.ts'
import { readApplication } from '../actions/read-application.ts'
import { consentTextVersion } from '../core/consent-text.ts'
import type { Application } from '../data/applications.ts'
import { courseApplicationPdf } from '../documents/course-application.ts'
import { documentWords } from '../documents/words.ts'
import { applicationWords } from './application-words.ts'

// An office prints what its people wrote, not how to reach them at home.
const seesContact = ({ actor }: Call, { personId }: Application): boolean =>
  actor.role === 'coordinator' || actor.personId === personId

/** What was written, as a file of one A4 page. Papers are Japanese. */
export const applicationPdf = async (call: Call): Promise<Reply | Later> => {
  const opened = await readApplication(call, call.param('id'))
  if (!opened) return notFound()
  const { application, run, words } = opened
  const person = seesContact(call, application)
    ? await findPerson(call.tx, call.actor.programmeId, application.personId)
    : null
  const t = applicationWords.ja
  const sentOn = application.submittedAt && dayIn(application.submittedAt, call.zone)
  const paper = await courseApplicationPdf(call, {
    run: run.name,
    on: sentOn ?? call.today,
    received: sentOn && (application.via === 'self' ? '' : t.via[application.via]),
    name: application.name,
    kana: application.kana,
    contact: [person?.phone, person?.email].filter((one) => one !== null && one !== undefined),
    track: words.track || null,
    office: application.placeName,
    words: [words.why, words.hopes, words.other].filter(Boolean).join('\n'),
    needs: words.needs,
    consent: {
      text: t.consentText.join(''),
      version: application.consentVersion ?? consentTextVersion,
      givenOn: application.consentVersion ? sentOn : null,
    },
  })
  return print(`${documentWords.applicationTitle}.pdf`, paper)
}
