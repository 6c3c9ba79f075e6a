import type { VNode } from 'preact'
import { formatSpan } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { BackLink, Checkboxes, EmptyState, Form, type FormState, Heading, Lead, Pagination } from '#ui/index.ts'
import type { BoardVisit } from '../actions/board-visits.ts'
import { boardPageSize, type BoardView } from '../actions/read-board.ts'
import { requestLabel } from './board-labels.ts'
import { boardPaths } from './board-paths.ts'
import { WhyTheyGo } from './board-visit-card.tsx'
import { boardWords } from './words-board.ts'

/** Those visits on the page whose invitations could go out. */
export const sendable = ({ groups }: BoardView): BoardVisit[] =>
  groups
    .flatMap((one) => one.visits)
    .filter(
      (one) => one.draft !== null && one.draft.sentAt === null && one.visitId === null && one.against.length === 0,
    )

interface Props {
  locale: Locale
  zone: string
  view: BoardView
  from: number
  form: FormState
  token: string
}

/** A look at each visit before its invitations go out. */
export const BoardSendPage = ({ locale, zone, view, from, form, token }: Props): VNode => {
  const t = boardWords[locale]
  const visits = sendable(view)
  return (
    <>
      <BackLink href={boardPaths.draft(view.draft.id)}>{t.backToDraft}</BackLink>
      <Heading>{t.sendTitle}</Heading>
      {visits.length === 0 ? (
        <EmptyState>{t.nothingToSend}</EmptyState>
      ) : (
        <>
          <Lead>{t.sendLead}</Lead>
          <Form action={boardPaths.sendFrom(view.draft.id, from)} token={token} form={form} submit={t.sendSubmit}>
            <Checkboxes
              form={form}
              name="visits"
              label={t.sendChoose}
              required
              choices={visits.map((visit) => ({
                value: visit.requestId,
                label: requestLabel(view, visit.requestId, locale),
                hint: (
                  <>
                    {formatSpan(visit.startsAt, visit.endsAt, zone, locale)}
                    <WhyTheyGo view={view} visit={visit} locale={locale} />
                  </>
                ),
              }))}
            />
          </Form>
        </>
      )}
      <Pagination
        locale={locale}
        previous={from > 0 ? boardPaths.sendFrom(view.draft.id, Math.max(0, from - boardPageSize)) : null}
        next={view.more ? boardPaths.sendFrom(view.draft.id, from + boardPageSize) : null}
      />
    </>
  )
}
