import { type Call, notFound, redirect, type Reply } from '#platform/http/call.ts'
import { isUuid } from '#platform/http/form-token.ts'
import { listPage, nameColumns } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { BackLink, EmptyState, Heading, Lead, List, Name, Notice, PostButton } from '#ui/index.ts'
import { issueCertificate } from '../actions/issue-credential.ts'
import { credentialNumber } from '../core/credential.ts'
import { certificatesOfRun, type Credential } from '../data/credentials.ts'
import { type Enrolment, enrolmentsOfRun } from '../data/enrolments.ts'
import { findRun } from '../data/runs.ts'
import { wordingFrom } from '../data/wordings.ts'
import { credentialPaths as paths } from './credential-paths.ts'
import { paperWords } from './paper-words.ts'
import { runPaths } from './paths.ts'
import { runPaperWords } from './run-paper-words.ts'

const who = ['coordinator'] as const
const reach = 'the programme'

interface Completed {
  enrolment: Enrolment
  paper: Credential | null
}

const completedOf = async ({ tx, actor }: Call, runId: string): Promise<Completed[]> => {
  const papers = await certificatesOfRun(tx, actor.programmeId, runId)
  const all = await enrolmentsOfRun(tx, actor.programmeId, runId)
  return all
    .filter(({ status }) => status === 'completed')
    .map((enrolment) => ({ enrolment, paper: papers.get(enrolment.id) ?? null }))
}

const certificatesPage = async (call: Call, problem: string | null = null): Promise<Reply> => {
  const { locale } = call.reader
  const t = runPaperWords[locale]
  const run = await findRun(call.tx, call.actor.programmeId, call.param('id'))
  if (!run) return notFound()
  const completed = await completedOf(call, run.id)
  const missing = completed.some(({ paper }) => paper === null)
  const body = (
    <>
      <BackLink href={runPaths.run(run.id)}>{t.back}</BackLink>
      <Heading above={run.name}>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {problem && <Notice tone="attention">{problem}</Notice>}
      {completed.length === 0 && <EmptyState>{t.nobody}</EmptyState>}
      {missing && (
        <PostButton action={paths.ofRun(run.id)} token={call.formToken()} kind="primary">
          {t.issueAll}
        </PostButton>
      )}
      <List
        items={completed.map(({ enrolment, paper }) => ({
          title: <Name name={enrolment.name} kana={enrolment.kana} />,
          href: paper ? paths.paper(paper.id) : undefined,
          lines: [paper ? formatDayLong(paper.issuedOn, locale) : t.notYet],
          action: paper ? null : (
            <PostButton action={paths.ofRun(run.id)} token={call.formToken()} fields={{ enrolment: enrolment.id }}>
              {t.issue}
            </PostButton>
          ),
        }))}
      />
    </>
  )
  return listPage(
    call,
    { title: t.title, body, status: problem ? 409 : 200 },
    {
      kind: 'training.run',
      id: run.id,
      names: () => completed.map(({ enrolment }) => enrolment.personId),
      columns: () => [
        ...nameColumns(locale),
        { head: paperWords[locale].number, text: ({ number }: CertificateRow) => number },
        { head: paperWords[locale].issuedOn, text: ({ issuedOn }: CertificateRow) => issuedOn },
      ],
      rows: () => certificateRows(call, completed),
    },
  )
}

interface CertificateRow {
  name: string
  kana: string
  number: string
  issuedOn: string
}

const certificateRows = ({ tx, actor }: Call, completed: readonly Completed[]): Promise<CertificateRow[]> =>
  Promise.all(
    completed.map(async ({ enrolment: { name, kana }, paper }) => {
      if (!paper) return { name, kana, number: '', issuedOn: '' }
      const wording = await wordingFrom(tx, actor.programmeId, paper)
      const number = credentialNumber({ ...paper, prefix: wording?.prefix ?? '' })
      return { name, kana, number, issuedOn: paper.issuedOn }
    }),
  )

const issueOne = async (call: Call, runId: string, enrolmentId: string): Promise<Reply> => {
  const { locale } = call.reader
  const one = (await completedOf(call, runId)).find(({ enrolment }) => enrolment.id === enrolmentId)
  if (!one) return certificatesPage(call, paperWords[locale].refusals.not_completed)
  const made = await issueCertificate(call, enrolmentId)
  if (!made) return notFound()
  if (made.ok) return redirect(paths.ofRun(runId), runPaperWords[locale].issued)
  return certificatesPage(call, paperWords[locale].refusals[made.error[0]?.kind ?? 'issued_already'])
}

const issueAll = async (call: Call, runId: string): Promise<Reply> => {
  const t = runPaperWords[call.reader.locale]
  const missing = (await completedOf(call, runId)).filter(({ paper }) => paper === null)
  // One after another: their numbers follow the order of the list.
  for (const { enrolment } of missing) await issueCertificate(call, enrolment.id)
  return redirect(paths.ofRun(runId), missing.length > 0 ? t.issuedMany(missing.length) : t.nothingToIssue)
}

const issue = async (call: Call): Promise<Reply> => {
  const run = await findRun(call.tx, call.actor.programmeId, call.param('id'))
  if (!run) return notFound()
  const enrolmentId = call.form.text('enrolment')
  return isUuid(enrolmentId) ? issueOne(call, run.id, enrolmentId) : issueAll(call, run.id)
}

/** Certificates of those who completed a run: for one, or for all at once. */
export const runPaperRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.ofRun(':id'), who, reach, handle: (call) => certificatesPage(call) }),
  memberRoute({ method: 'POST', path: paths.ofRun(':id'), who, reach, handle: issue }),
]
