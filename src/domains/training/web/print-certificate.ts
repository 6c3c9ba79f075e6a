import type { Call } from '#platform/http/call.ts'
import type { Pressing, Printed } from '#platform/documents/pdf.ts'
import type { OpenedPaper } from '../actions/find-paper.ts'
import { credentialNumber } from '../core/credential.ts'
import { linesOf, paragraphsOf } from '../core/wording.ts'
import { wordingFrom } from '../data/wordings.ts'
import { certificatePdf } from '../documents/certificate.ts'
import { credentialPaths } from './credential-paths.ts'
import type { PaperDoor } from './paper-door.ts'
import { paperWords } from './paper-words.ts'

/** The certificate as it was worded on its day. Papers are Japanese. */
export const printCertificate = async (
  call: Call,
  door: Pick<PaperDoor, 'origin'>,
  { paper, name, code }: OpenedPaper,
): Promise<Pressing<Printed>> => {
  const t = paperWords.ja
  const wording = await wordingFrom(call.tx, call.actor.programmeId, paper)
  const { issuedOn, reissuedOn, reissueNo } = paper
  return certificatePdf(call, {
    title: wording?.title ?? t.defaultTitle,
    number: credentialNumber({ ...paper, prefix: wording?.prefix ?? '' }),
    name,
    body: paragraphsOf(wording?.body ?? t.defaultBody, paper.runName ?? ''),
    issuedOn,
    issuer: wording ? linesOf(wording.issuer) : [call.programme.name],
    sealBox: wording?.sealBox ?? true,
    verifyUrl: door.origin() + credentialPaths.verifyCode(code),
    reissued: reissuedOn && { on: reissuedOn, no: reissueNo },
  })
}
