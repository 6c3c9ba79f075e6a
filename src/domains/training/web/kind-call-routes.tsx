import { hasWordsOfRisk } from '#kernel/words-of-risk.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { listPage, nameColumns, onePerson } from '#platform/http/list-page.tsx'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import { z } from 'zod'
import {
  BackLink,
  blankForm,
  CrisisCard,
  DefinitionList,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  Name,
  Notice,
  OwnWords,
  PhoneLine,
  refusedForm,
  Section,
  Small,
  TextArea,
  Time,
} from '#ui/index.ts'
import { closeKindCall, type ShownCall, showKindCall } from '../actions/close-kind-call.ts'
import { openKindCalls } from '../data/kind-calls.ts'
import { runStaffRoles } from '../data/reached.ts'
import { enrolmentWords } from './enrolment-words.ts'
import { trainingStaffPaths as paths } from './taking-paths.ts'

const who = runStaffRoles
const reach = 'coordinator: the programme; others: runs they are named for'

const list = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = enrolmentWords[locale]
  const calls = await openKindCalls(call.tx, call.actor)
  const body = (
    <>
      <Heading>{t.callsTitle}</Heading>
      <Lead>{t.callsLead}</Lead>
      {calls.length === 0 ? <EmptyState>{t.callsEmpty}</EmptyState> : null}
      <List
        items={calls.map(({ id, name, kana, runName }) => ({
          title: <Name name={name} kana={kana} />,
          href: paths.kindCall(id),
          lines: [runName],
        }))}
      />
    </>
  )
  const run = { head: t.run, text: ({ runName }: (typeof calls)[number]) => runName }
  return listPage(
    call,
    { title: t.callsTitle, body },
    { kind: 'training.kind_call', names: onePerson, columns: () => [...nameColumns(locale), run], rows: () => calls },
  )
}

const callPage = (call: Call, shown: ShownCall, form: FormState, status = 200): Reply => {
  const { locale } = call.reader
  const t = enrolmentWords[locale]
  const { id, name, kana, runName, enrolmentId, doneAt } = shown.call
  const { programme } = call
  const urgent = hasWordsOfRisk(call.form.text('done'))
  return page(
    t.callsTitle,
    <>
      <BackLink href={paths.kindCalls}>{t.callsTitle}</BackLink>
      <Heading above={runName}>
        <Name name={name} kana={kana} />
        {t.callOf}
      </Heading>
      <Lead>{t.callsLead}</Lead>
      <DefinitionList
        items={[
          shown.contact?.phone ? { term: t.callReach, value: <PhoneLine line={shown.contact.phone} /> } : null,
          { term: t.standing, value: <a href={paths.enrolment(enrolmentId)}>{t.toRoll}</a> },
        ]}
      />
      {doneAt ? <Notice tone="good">{t.callClosed}</Notice> : null}
      {doneAt ? null : (
        <>
          <Form action={paths.kindCall(id)} token={call.formToken()} form={form} submit={t.callSave}>
            <TextArea form={form} name="done" label={t.callDone} hint={t.callDoneHint} required maxlength={2000} />
          </Form>
          <CrisisCard
            locale={locale}
            text={programme.crisisCard}
            phone={programme.contactPhone}
            hours={programme.contactHours}
            urgent={urgent}
          />
        </>
      )}
      {shown.earlier.length > 0 ? (
        <Section title={t.callEarlier}>
          {shown.earlier.map((each) => (
            <article class="card quiet">
              <Small>
                <Time at={each.doneAt} zone={call.zone} locale={locale} />
              </Small>
              <OwnWords text={each.done} />
            </article>
          ))}
        </Section>
      ) : null}
    </>,
    { status },
  )
}

const show = async (call: Call): Promise<Reply> => {
  const shown = await showKindCall(call, call.param('id'))
  return shown ? callPage(call, shown, blankForm(call.reader.locale)) : notFound()
}

const doneSchema = z.object({ done: z.string().trim().min(1).max(2000) })

const close = async (call: Call): Promise<Reply> => {
  const shown = await showKindCall(call, call.param('id'))
  if (!shown) return notFound()
  const { locale } = call.reader
  const t = enrolmentWords[locale]
  const parsed = doneSchema.safeParse(call.form.values)
  if (!parsed.success) {
    const errors = formErrors(parsed.error, { done: t.callDone }, locale)
    return callPage(call, shown, refusedForm(locale, call.form.values, errors), 422)
  }
  const closed = await closeKindCall(call, shown.call.id, parsed.data.done)
  if (!closed) return notFound()
  return redirect(paths.kindCalls, closed.ok ? t.callClosed : t.callClosedAlready)
}

export const kindCallRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.kindCalls, who, reach, handle: list }),
  memberRoute({ method: 'GET', path: paths.kindCall(':id'), who, reach, handle: show }),
  memberRoute({ method: 'POST', path: paths.kindCall(':id'), who, reach, handle: close }),
]
