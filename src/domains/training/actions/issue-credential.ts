import { randomBytes } from 'node:crypto'
import { findPerson } from '#domains/people/index.ts'
import { fiscalYearOf } from '#kernel/fiscal-year.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { hashToken } from '#platform/auth/token.ts'
import type { Ctx } from '#platform/http/call.ts'
import {
  credentialState,
  type IssueBlocker,
  issueBlockers,
  type PaperBlocker,
  paperBlockers,
  type ReissueReason,
} from '../core/credential.ts'
import { afterNewCard, type CardDays } from '../core/card-days.ts'
import { codeFrom, proofText } from '../core/credential-code.ts'
import {
  certificatesOfRun,
  type Credential,
  credentialFields,
  endCredential,
  findCredential,
  insertCredential,
  shortenCard,
  standingCards,
  takeNumber,
} from '../data/credentials.ts'
import { findEnrolment } from '../data/enrolments.ts'
import { wordingOn } from '../data/wordings.ts'
import { credentialPaths } from '../web/credential-paths.ts'

type Wanted = Pick<Credential, 'kind' | 'personId' | 'enrolmentId' | 'validFrom' | 'validUntil'>
type Series = Pick<
  Credential,
  'fiscalYear' | 'no' | 'issuedOn' | 'wordingFrom' | 'reissueNo' | 'reissuedOn' | 'reissueReason'
>

/** Writes a paper with the person's name of today and a code of its own. */
const write = async (ctx: Ctx, wanted: Wanted, series: Series): Promise<string | null> => {
  const { tx, actor, vault } = ctx
  const { kind, personId } = wanted
  const person = await findPerson(tx, actor.programmeId, personId)
  if (!person) return null
  const id = ctx.newId()
  const code = codeFrom(randomBytes(16))
  await insertCredential(tx, actor.programmeId, {
    ...wanted,
    ...series,
    id,
    nameSealed: await vault.seal(personId, credentialFields.name, id, person.name),
    codeSealed: await vault.seal(personId, credentialFields.code, id, code),
    proofHash: hashToken(proofText(code, person.name)),
    by: actor.membershipId,
    at: ctx.now,
  })
  const action = series.reissueNo > 0 ? 'reissue' : 'issue'
  const reason = series.reissueReason ?? kind
  ctx.audit.wrote({ action, kind: 'training.credential', id, subject: personId, reason })
  // Of a card they hear with the registration or renewal that it belongs to.
  if (kind === 'certificate')
    await ctx.outbox.tell(personId, 'training.certificate_issued', {}, credentialPaths.paper(id))
  return id
}

/** Hands out a paper with the next number of the year's series. */
const issue = async (ctx: Ctx, wanted: Wanted): Promise<string | null> => {
  const { tx, actor, today } = ctx
  const fiscalYear = fiscalYearOf(today)
  return write(ctx, wanted, {
    fiscalYear,
    no: await takeNumber(tx, actor.programmeId, { kind: wanted.kind, fiscalYear }),
    issuedOn: today,
    wordingFrom: (await wordingOn(tx, actor.programmeId, wanted.kind, today))?.from ?? null,
    reissueNo: 0,
    reissuedOn: null,
    reissueReason: null,
  })
}

/** A certificate for a course that somebody completed. Null: no such course, or not the actor's to certify. */
export const issueCertificate = async (
  ctx: Ctx,
  enrolmentId: string,
): Promise<Result<string, IssueBlocker[]> | null> => {
  const { tx, actor } = ctx
  const enrolment = actor.role === 'coordinator' ? await findEnrolment(tx, actor.programmeId, enrolmentId) : null
  if (!enrolment) return null
  const issued = (await certificatesOfRun(tx, actor.programmeId, enrolment.runId)).has(enrolmentId)
  const blockers = issueBlockers({ completed: enrolment.status === 'completed', issued })
  if (blockers.length > 0) return no(blockers)
  const { personId } = enrolment
  const id = await issue(ctx, {
    kind: 'certificate',
    personId,
    enrolmentId,
    validFrom: null,
    validUntil: null,
  })
  return id === null ? null : ok(id)
}

/** For slices above: a registration card; the one before counts until this one begins (`validFrom`; null: at once). Whoever calls this has decided. */
export const issueCard = async (ctx: Ctx, card: CardDays & { personId: string }): Promise<string | null> => {
  const { tx, actor, now, today } = ctx
  for (const before of await standingCards(tx, actor.programmeId, card.personId)) {
    const after = afterNewCard(before, card, today)
    if (after.does === 'end') await endCredential(tx, actor.programmeId, before.id, { superseded_at: now })
    if (after.does === 'shorten') await shortenCard(tx, actor.programmeId, before.id, after.to)
  }
  return issue(ctx, { ...card, kind: 'card', enrolmentId: null })
}

/** For slices above: the registration is over, and with it every card; they verify nothing from now on. */
export const endCard = async ({ tx, actor, now }: Ctx, personId: string): Promise<void> => {
  for (const card of await standingCards(tx, actor.programmeId, personId))
    await endCredential(tx, actor.programmeId, card.id, { superseded_at: now })
}

/** The same paper printed anew: its number and its day stay, the name is that of today, and the former one verifies nothing. */
export const reissueCredential = async (
  ctx: Ctx,
  id: string,
  reason: ReissueReason | null,
): Promise<Result<string, PaperBlocker[]> | null> => {
  const { tx, actor, now, today } = ctx
  const paper = actor.role === 'coordinator' ? await findCredential(tx, actor.programmeId, id) : null
  if (!paper) return null
  const blockers = paperBlockers({ state: credentialState(paper), reasonGiven: reason !== null })
  if (blockers.length > 0) return no(blockers)
  if (!(await endCredential(tx, actor.programmeId, id, { superseded_at: now }))) return no([{ kind: 'not_valid' }])
  const { kind, personId, enrolmentId, validFrom, validUntil } = paper
  const { fiscalYear, no: number, issuedOn, wordingFrom } = paper
  const series = { fiscalYear, no: number, issuedOn, wordingFrom }
  const again = { ...series, reissueNo: paper.reissueNo + 1, reissuedOn: today, reissueReason: reason }
  const reissued = await write(ctx, { kind, personId, enrolmentId, validFrom, validUntil }, again)
  return reissued === null ? null : ok(reissued)
}

/** Takes a paper back. It stays in the list, with why. */
export const withdrawCredential = async (
  ctx: Ctx,
  id: string,
  reason: string,
): Promise<Result<null, PaperBlocker[]> | null> => {
  const { tx, actor, now, vault } = ctx
  const paper = actor.role === 'coordinator' ? await findCredential(tx, actor.programmeId, id) : null
  if (!paper) return null
  const blockers = paperBlockers({ state: credentialState(paper), reasonGiven: reason.trim() !== '' })
  if (blockers.length > 0) return no(blockers)
  const sealed = await vault.seal(paper.personId, credentialFields.withdrawn, id, reason.trim())
  const ended = await endCredential(tx, actor.programmeId, id, { withdrawn_at: now, withdrawn_sealed: sealed })
  if (!ended) return no([{ kind: 'not_valid' }])
  ctx.audit.wrote({ action: 'withdraw', kind: 'training.credential', id, subject: paper.personId })
  return ok(null)
}
