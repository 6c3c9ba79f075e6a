import { namesOf } from '#domains/people/index.ts'
import { ifTheyStay } from '#domains/registration/index.ts'
import { dayIn } from '#kernel/time.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { blankForm, type FieldError, type FormState, refusedForm } from '#ui/index.ts'
import { answerProposal, type ProposalAnswer } from '../actions/answer-proposal.ts'
import { offerSeatAgain, sayCallIfSeatOpens, withdrawProposal } from '../actions/move-proposal.ts'
import { proposalFacts } from '../actions/proposal-step.ts'
import { type ProposalView, readProposal } from '../actions/read-proposal.ts'
import { replyToQuestion } from '../actions/reply-to-question.ts'
import { answers, type ProposalBlocker, proposalBlockers, type ProposalStatus } from '../core/proposal-status.ts'
import { listOwnProposals } from '../data/proposal-list.ts'
import { proposalsOf } from '../data/proposals.ts'
import { vias } from '../data/requests.ts'
import { proposalPaths } from './paths.ts'
import { OwnProposalPage, OwnProposalsPage } from './proposal-page.tsx'
import { StaffProposalPage } from './proposal-staff-page.tsx'
import { proposalWords } from './words-proposal.ts'
import { proposalStaffWords } from './words-proposal-staff.ts'

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const lines = await listOwnProposals(call.tx, call.actor.personId, call.now)
  return page(proposalWords[locale].listTitle, <OwnProposalsPage locale={locale} zone={call.zone} lines={lines} />)
}

const show = async (call: Call): Promise<Reply> => {
  const view = await readProposal(call, call.param('id'))
  return view ? showView(call, view, blankForm(call.reader.locale), 200) : notFound()
}

const showView = async (call: Call, view: ProposalView, form: FormState, status: number): Promise<Reply> => {
  const { locale } = call.reader
  const may = await mayLead(call, view)
  const title = view.activity.name[locale]
  const beyond = await ifTheyStay(call, view.proposal.personId, dayIn(view.slot.startsAt, call.zone))
  if (call.actor.role !== 'coordinator')
    return page(
      title,
      <OwnProposalPage
        locale={locale}
        zone={call.zone}
        now={call.now}
        programme={call.programme}
        view={view}
        beyond={beyond}
        answers={answers.filter((one) => may(one) || (one === 'yes' && may('seat_filled')))}
        planned={view.request.status === 'confirmed' || view.request.status === 'done'}
        token={call.formToken}
        form={form}
        urgent={call.query.get('care') === 'now'}
      />,
      { status },
    )
  const names = await namesOf(call.tx, call.actor.programmeId, [view.proposal.personId])
  return page(
    title,
    <StaffProposalPage
      locale={locale}
      zone={call.zone}
      view={view}
      beyond={beyond}
      person={names.get(view.proposal.personId) ?? { name: '', kana: '' }}
      answers={(['yes', 'declined'] as const).filter((one) => may(one) || (one === 'yes' && may('seat_filled')))}
      mayAskAgain={may('sent')}
      mayWithdraw={may('withdrawn')}
      token={call.formToken}
      form={form}
    />,
    { status },
  )
}

/** Which steps may be taken from here, by the same rules that guard them. A yes without a seat leads to thanks, so it is offered. */
const mayLead = async (call: Call, view: ProposalView): Promise<(to: ProposalStatus) => boolean> => {
  const { proposal, request } = view
  const facts = proposalFacts(call, request, proposal, await proposalsOf(call.tx, request.id))
  const who = call.actor.role === 'coordinator' ? 'coordinator' : 'supporter'
  return (to) =>
    to !== proposal.status || to === 'asking'
      ? proposalBlockers({ from: proposal.status, to, who }, facts).length === 0
      : false
}

const answer = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const told = call.actor.role === 'coordinator'
  const said = answers.find((one) => one === call.form.text('answer') && one !== 'asking')
  const via = vias.find((one) => one === call.form.text('via')) ?? null
  if (!said || (told && via === null))
    return again(
      call,
      'told',
      [{ field: said ? 'via' : 'answer', message: proposalStaffWords[locale].chooseAnswer }],
      422,
    )
  return given(call, { answer: said, told: via }, told ? 'told' : '')
}

const question = async (call: Call): Promise<Reply> => {
  const t = proposalWords[call.reader.locale].refusals
  const text = call.form.text('question')
  if (text === '') return again(call, 'question', [{ field: 'question', message: t.questionEmpty }], 422)
  if (text.length > 1000) return again(call, 'question', [{ field: 'question', message: t.questionLong }], 422)
  return given(call, { answer: 'asking', question: text }, '')
}

const given = async (call: Call, said: ProposalAnswer, formId: string): Promise<Reply> => {
  const { locale } = call.reader
  const id = call.param('id')
  const answered = await answerProposal(call, id, said)
  if (!answered) return notFound()
  if (!answered.ok)
    return again(
      call,
      formId,
      answered.error.map((one) => refusalOf(one, call)),
    )
  const { to, risk } = answered.value
  const path = risk ? proposalPaths.proposalWithCare(id) : proposalPaths.proposal(id)
  if (call.actor.role === 'coordinator') return redirect(path, proposalStaffWords[locale].flashRecorded)
  const { flash } = proposalWords[locale]
  return redirect(path, to in flash ? flash[to as keyof typeof flash] : flash.call)
}

const refusalOf = (blocker: ProposalBlocker, call: Call): FieldError => {
  const t = proposalWords[call.reader.locale].refusals
  const known = blocker.kind in t ? t[blocker.kind as keyof typeof t] : t.later
  return { field: '', message: known }
}

const again = async (call: Call, formId: string, errors: FieldError[], status = 409): Promise<Reply> => {
  const view = await readProposal(call, call.param('id'))
  if (!view) return notFound()
  return showView(call, view, refusedForm(call.reader.locale, call.form.values, errors, formId), status)
}

const reply = async (call: Call): Promise<Reply> => {
  const t = proposalStaffWords[call.reader.locale]
  const text = call.form.text('reply').slice(0, 1000)
  if (text === '') return again(call, 'reply', [{ field: 'reply', message: t.replyEmpty }], 422)
  const replied = await replyToQuestion(call, call.param('id'), text)
  if (!replied) return notFound()
  if (!replied.ok) return again(call, 'reply', [{ field: '', message: t.nothingAsked }])
  return redirect(proposalPaths.proposal(call.param('id')), t.flashReplied)
}

const callWish = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const said = await sayCallIfSeatOpens(call, call.param('id'), call.form.text('call') === 'yes')
  if (!said) return notFound()
  if (!said.ok) return again(call, '', [{ field: '', message: proposalWords[locale].refusals.not_asked }])
  const flash =
    call.actor.role === 'coordinator' ? proposalStaffWords[locale].flashRecorded : proposalWords[locale].flash.call
  return redirect(proposalPaths.proposal(call.param('id')), flash)
}

const moved =
  (act: typeof withdrawProposal, flash: 'flashWithdrawn' | 'flashAgain') =>
  async (call: Call): Promise<Reply> => {
    const done = await act(call, call.param('id'))
    if (!done) return notFound()
    if (!done.ok)
      return again(
        call,
        '',
        done.error.map((one) => refusalOf(one, call)),
      )
    return redirect(proposalPaths.proposal(call.param('id')), proposalStaffWords[call.reader.locale][flash])
  }

const both = ['supporter', 'coordinator'] as const
const staff = ['coordinator'] as const
const reach = 'own; the programme'

export const proposalRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: proposalPaths.list, who: ['supporter'], reach: 'own', handle: list }),
  memberRoute({ method: 'GET', path: proposalPaths.proposal(':id'), who: both, reach, handle: show }),
  memberRoute({ method: 'POST', path: proposalPaths.answer(':id'), who: both, reach, handle: answer }),
  memberRoute({
    method: 'POST',
    path: proposalPaths.question(':id'),
    who: ['supporter'],
    reach: 'own',
    handle: question,
  }),
  memberRoute({ method: 'POST', path: proposalPaths.call(':id'), who: both, reach, handle: callWish }),
  memberRoute({ method: 'POST', path: proposalPaths.reply(':id'), who: staff, reach: 'the programme', handle: reply }),
  memberRoute({
    method: 'POST',
    path: proposalPaths.again(':id'),
    who: staff,
    reach: 'the programme',
    handle: moved(offerSeatAgain, 'flashAgain'),
  }),
  memberRoute({
    method: 'POST',
    path: proposalPaths.withdraw(':id'),
    who: staff,
    reach: 'the programme',
    handle: moved(withdrawProposal, 'flashWithdrawn'),
  }),
]
