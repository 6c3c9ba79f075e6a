import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import { type Call, notFound, page, type Reply } from '#platform/http/call.ts'
import { blankForm, valueOf } from '#ui/index.ts'
import { personsInRole } from '#domains/people/index.ts'
import { showFollowUp } from '../actions/show-follow-up.ts'
import { FollowUpPage } from './follow-up-page.tsx'
import type { FollowUpForms, StaleForm } from './follow-up-page-props.ts'
import { followUpWords } from './words.ts'

export const careStaff = ['companion', 'coordinator'] as const

/** The page of one follow-up; `forms` are those that were refused, `stale` the one that came after somebody else's. */
export const followUpReply = async (
  call: Call,
  forms: Partial<FollowUpForms> = {},
  status = 200,
  stale: StaleForm | null = null,
): Promise<Reply> => {
  const { locale } = call.reader
  const followUp = await showFollowUp(call, call.param('id'))
  if (!followUp) return notFound()
  const body = (
    <FollowUpPage
      locale={locale}
      zone={call.zone}
      today={call.today}
      followUp={followUp}
      forms={{
        close: blankForm(locale),
        assign: blankForm(locale, { staff_id: followUp.assignee?.id ?? '' }, 'assign'),
        rest: blankForm(locale, {}, 'rest'),
        ...forms,
      }}
      token={call.formToken}
      crisis={{
        text: call.programme.crisisCard,
        phone: call.programme.contactPhone,
        hours: call.programme.contactHours,
        urgent: forms.close !== undefined && hasWordsOfRisk(valueOf(forms.close, 'done')),
      }}
      staff={await assignees(call)}
      stale={stale}
    />
  )
  return page(followUpWords[locale].pageTitle, body, { status })
}

const assignees = async (call: Call) =>
  call.actor.role === 'coordinator' ? personsInRole(call.tx, call.actor.programmeId, careStaff) : []
