import { credentialNumber, validCard, wordingFrom } from '#domains/training/index.ts'
import { noteTaken } from '#platform/audit/taken.ts'
import { print } from '#platform/documents/print.ts'
import { type Call, type Later } from '#platform/http/call.ts'
import type { RegistrationStatus } from '../core/registration-status.ts'
import { type Change, changesOf } from '../data/leavings.ts'
import { listRoll, type RollLine } from '../data/roll.ts'
import { termsOf } from '../data/terms.ts'
import { type RegisterPage, registerPagePdf } from '../documents/register-page.ts'
import { documentWords } from '../documents/words.ts'

/** 様式2: everybody who is or was registered, in the order of the numbers. */
export const printRegister = async (call: Call): Promise<Later> => {
  const roll = await listRoll(call.tx, call.actor.programmeId, call)
  const entries = []
  for (const line of roll) entries.push(await entryOf(call, line))
  const inOrder = entries.toSorted((a, b) => a.number.localeCompare(b.number, 'ja', { numeric: true }))
  const paper = await registerPagePdf(call, { on: call.today, entries: inOrder })
  return print(`${documentWords.registerTitle(call.today)}.pdf`, paper, (then) =>
    noteTaken(
      then.audit,
      { kind: 'registration.register' },
      roll.map(({ personId }) => personId),
    ),
  )
}

const entryOf = async (call: Call, line: RollLine): Promise<RegisterPage['entries'][number]> => {
  const { tx, actor } = call
  const { personId, name, kana, registeredOn, until } = line
  const card = await validCard(tx, actor.programmeId, { personId, on: call.today })
  const wording = card && (await wordingFrom(tx, actor.programmeId, card))
  const changes = (await changesOf(tx, actor.programmeId, personId)).toReversed()
  const last = (await termsOf(tx, actor.programmeId, personId)).at(-1)
  return {
    number: card ? credentialNumber({ ...card, prefix: wording?.prefix ?? '' }) : '',
    name,
    kana,
    registeredOn,
    validFrom: last?.from ?? registeredOn,
    validUntil: until,
    changes: changes.flatMap((change, at) => inRegister(change, changes.slice(0, at))),
    note: card ? documentWords.cardHandedOut : '',
  }
}

// A pause, a question about the next year or a talk is nobody's business: the register says when it began again and ended.
const inRegister = ({ from, to, on }: Change, before: readonly Change[]): { on: Change['on']; words: string }[] => {
  const isAgain = from === 'talking' && to === 'registered' && before.some((one) => one.to === 'registered')
  const words = isAgain
    ? documentWords.registeredAgain
    : entries[`${from ?? ''}>${to}` as `${RegistrationStatus}>${RegistrationStatus}`]
  return words ? [{ on, words }] : []
}

const entries: Partial<Record<`${RegistrationStatus}>${RegistrationStatus}`, string>> = {
  'renewal_asked>registered': documentWords.renewed,
  'ended>registered': documentWords.registeredAgain,
  'leaving>ended': documentWords.registrationEnded,
  'registered>ended': documentWords.registrationEnded,
  'paused>ended': documentWords.registrationEnded,
  'renewal_asked>ended': documentWords.registrationEnded,
}
