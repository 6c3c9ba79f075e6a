import { namesOf } from '#domains/people/index.ts'
import { type Credential, credentialState, paperWords, reissueReasons } from '#domains/training/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong, formatDays } from '#platform/i18n/dates.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  BackLink,
  blankForm,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  Radios,
  refusedForm,
  Section,
  StatusTag,
} from '#ui/index.ts'
import { cardsOf, reissueCard } from '../actions/reissue-card.ts'
import { lifePaths as paths } from './life-paths.ts'
import { lifeStaffWords } from './life-staff-words.ts'
import { lifeWords } from './life-words.ts'

const cardPage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { tx, actor } = call
  const { locale } = call.reader
  const t = lifeStaffWords[locale]
  const id = call.param('personId')
  const called = id === actor.personId ? null : (await namesOf(tx, actor.programmeId, [id])).get(id)
  if (!called) return notFound()
  const cards = await cardsOf(call, id)
  const counts = cards.some((one) => credentialState(one) === 'valid')
  return page(
    t.cards,
    <>
      <BackLink href={paths.of(id)}>{lifeWords[locale].title}</BackLink>
      <Heading above={spoken(called)}>{t.cards}</Heading>
      <Lead>{t.cardsLead}</Lead>
      {counts && (
        <>
          <LinkButton href={paths.cardOf(id)} kind="primary">
            {t.card}
          </LinkButton>
          <Section title={t.reissue}>
            <p>{paperWords[locale].reissueLead}</p>
            <Form action={paths.reissue(id)} token={call.formToken()} form={form} submit={t.reissue}>
              <Radios
                form={form}
                name="reason"
                label={paperWords[locale].reason}
                required
                choices={reissueReasons.map((value) => ({ value, label: paperWords[locale].reasons[value] }))}
              />
            </Form>
          </Section>
        </>
      )}
      <Section title={t.handedOut}>
        {cards.length === 0 ? <EmptyState>{t.noCards}</EmptyState> : <Cards call={call} cards={cards} />}
      </Section>
    </>,
    { status },
  )
}

/** The trace: when each was printed, why again, and which one counts. */
const Cards = ({ call, cards }: { call: Call; cards: readonly Credential[] }) => {
  const { locale } = call.reader
  const t = paperWords[locale]
  return (
    <List
      items={cards.map((card) => {
        const state = credentialState(card)
        const reason = reissueReasons.find((one) => one === card.reissueReason)
        return {
          title: `${t.issuedOn} ${formatDayLong(card.issuedOn, locale)}`,
          tag: <StatusTag tone={state === 'valid' ? 'good' : 'ended'}>{t.states[state]}</StatusTag>,
          lines: [
            card.validUntil &&
              formatDays(
                formatDayLong(card.validFrom ?? card.issuedOn, locale),
                formatDayLong(card.validUntil, locale),
                locale,
              ),
            card.reissuedOn && t.reissued(formatDayLong(card.reissuedOn, locale), card.reissueNo),
            reason && t.reasons[reason],
          ],
        }
      })}
    />
  )
}

const reissue = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = paperWords[locale]
  const id = call.param('personId')
  const reason = reissueReasons.find((one) => one === call.form.text('reason')) ?? null
  const done = await reissueCard(call, id, reason)
  if (!done) return notFound()
  if (done.ok) return redirect(paths.cards(id), t.reissuedDone)
  const errors = done.error.map(({ kind }) => ({
    field: kind === 'reason_missing' ? 'reason' : '',
    message: t.refusals[kind],
  }))
  return cardPage(call, refusedForm(locale, call.form.values, errors), 409)
}

const coordinator = { who: ['coordinator'], reach: 'the programme' } as const

/** The cards of somebody: which was handed out when and why again. */
export const cardRoutes: RouteSpec[] = [
  memberRoute({
    ...coordinator,
    method: 'GET',
    path: paths.cards(':personId'),
    handle: (call) => cardPage(call, blankForm(call.reader.locale)),
  }),
  memberRoute({ ...coordinator, method: 'POST', path: paths.reissue(':personId'), handle: reissue }),
]
