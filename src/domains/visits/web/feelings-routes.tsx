import {
  CrisisCard,
  BackLink,
  blankForm,
  Button,
  Checkbox,
  type FaceKind,
  Faces,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  Notice,
  Radios,
  refusedForm,
  TextArea,
} from '#ui/index.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { type Spoken, spoken } from '#platform/i18n/spoken.ts'
import { maySayFor, openCheckIn, sayHowItIs, takeBackSaid } from '../actions/check-in.ts'
import { seenInVisit } from '../actions/visit-seen.ts'
import { type CheckInAnswers, feelings, tirednesses } from '../core/check-in.ts'
import { findCheckIn, type Moment } from '../data/check-ins.ts'
import { findVisit, type VisitFull } from '../data/visit-full.ts'
import { ViaField } from './thanks-part.tsx'
import { toldVia } from './visit-form-input.ts'
import { visitPaths } from './visit-paths.ts'
import { feelingWords } from './words-feelings.ts'
import { visitWords } from './words-visit.ts'

const who = ['supporter', 'companion', 'coordinator'] as const
const reach = 'own; as told, for whom one goes along with or follows'

interface Asked {
  visit: VisitFull
  personId: string
  moment: Moment
  name: Spoken
}

const asked = async (call: Call): Promise<Asked | null> => {
  const moment = call.param('moment')
  const personId = call.param('personId')
  const visit = await findVisit(call.tx, call.actor, call.param('id'))
  if (!visit || (moment !== 'before' && moment !== 'after')) return null
  const takesPart = visit.participants.some(
    (one) => one.personId === personId && one.part === 'supporter' && one.leftAt === null && !one.erased,
  )
  if (!takesPart || !(await maySayFor(call, visit, personId))) return null
  const called = (await seenInVisit(call, visit)).names.get(personId)
  return { visit, personId, moment, name: spoken(called ?? { name: '' }) }
}

const show = async (call: Call): Promise<Reply> => {
  const what = await asked(call)
  if (!what) return notFound()
  // What the person themselves said is only theirs to change: staff begin with an empty form.
  const own = what.personId === call.actor.personId
  const kept = own ? await findCheckIn(call.tx, what.visit.id, what.personId, what.moment) : null
  const values = kept ? typed(await openCheckIn(call, kept), kept.shownToCompanion) : {}
  return feelingsPage(call, what, blankForm(call.reader.locale, values), { kept: kept !== null })
}

const save = async (call: Call): Promise<Reply> => {
  const what = await asked(call)
  if (!what) return notFound()
  const t = feelingWords[call.reader.locale]
  if (call.form.text('do') === 'take_back') return takeBack(call, what)
  const answers = answersTyped(call)
  const said = await sayHowItIs(call, what.visit.id, what.personId, {
    moment: what.moment,
    answers,
    shownToCompanion: call.form.text('show') === 'yes',
    via: toldVia(call, what.personId === call.actor.personId),
  })
  if (!said) return notFound()
  if (!said.ok)
    return feelingsPage(
      call,
      what,
      refusedForm(call.reader.locale, call.form.values, [{ field: '', message: t.refusals[said.error] }]),
      { status: 409 },
    )
  if (!said.value.risk) return redirect(visitPaths.visit(what.visit.id), t.saved)
  return heardPage(call, what)
}

const takeBack = async (call: Call, what: Asked): Promise<Reply> =>
  what.personId === call.actor.personId && (await takeBackSaid(call, what.visit.id, what.moment))
    ? redirect(visitPaths.visit(what.visit.id), feelingWords[call.reader.locale].takenBack)
    : notFound()

// Words that call for somebody: the numbers at once, on the page that answers.
const heardPage = (call: Call, what: Asked): Reply => {
  const t = feelingWords[call.reader.locale]
  return page(
    t.afterTitle,
    <>
      <Notice tone="good">{t.savedRisk}</Notice>
      <Numbers call={call} urgent />
      <LinkButton href={visitPaths.visit(what.visit.id)}>{visitWords[call.reader.locale].backToVisit}</LinkButton>
    </>,
  )
}

const Numbers = ({ call, urgent = false }: { call: Call; urgent?: boolean }) => (
  <CrisisCard
    locale={call.reader.locale}
    text={call.programme.crisisCard}
    phone={call.programme.contactPhone}
    hours={call.programme.contactHours}
    urgent={urgent}
  />
)

const answersTyped = (call: Call): CheckInAnswers => ({
  feeling: feelings.find((one) => one === call.form.text('feeling')) ?? null,
  tired: tirednesses.find((one) => one === call.form.text('tired')) ?? null,
  good: call.form.text('good').slice(0, 2000),
  hard: call.form.text('hard').slice(0, 2000),
  wish: call.form.text('wish').slice(0, 2000),
})

const typed = (answers: CheckInAnswers, shown: boolean): Record<string, string> => ({
  feeling: answers.feeling ?? '',
  tired: answers.tired ?? '',
  good: answers.good,
  hard: answers.hard,
  wish: answers.wish,
  show: shown ? 'yes' : '',
})

const feelingsPage = (call: Call, what: Asked, form: FormState, { status = 200, kept = false } = {}): Reply => {
  const { locale } = call.reader
  const t = feelingWords[locale]
  const own = what.personId === call.actor.personId
  const title = what.moment === 'before' ? t.beforeTitle : t.afterTitle
  return page(
    title,
    <>
      <BackLink href={visitPaths.visit(what.visit.id)}>{visitWords[locale].backToVisit}</BackLink>
      <Heading above={what.visit.activityName[locale]}>{title}</Heading>
      <Lead>{own ? t.lead : t.toldLead(what.name)}</Lead>
      <Form
        action={visitPaths.feelings(what.visit.id, what.personId, what.moment)}
        token={call.formToken()}
        form={form}
        submit={t.save}
        more={
          kept && (
            <Button name="do" value="take_back" kind="quiet">
              {t.takeBack}
            </Button>
          )
        }
      >
        <Faces
          form={form}
          name="feeling"
          label={t.feeling}
          unmarked
          faces={feelings.map((one) => ({ value: one, face: one satisfies FaceKind, label: t.feelings[one] }))}
        />
        <Radios
          form={form}
          name="tired"
          label={t.tired}
          unmarked
          inline
          choices={tirednesses.map((one) => ({ value: one, label: t.tirednesses[one] }))}
        />
        {what.moment === 'after' && (
          <TextArea form={form} name="good" label={t.good} unmarked maxlength={2000} rows={3} />
        )}
        <TextArea
          form={form}
          name="hard"
          label={what.moment === 'before' ? t.beforeHard : t.hard}
          unmarked
          maxlength={2000}
          rows={3}
        />
        <TextArea form={form} name="wish" label={t.wish} unmarked maxlength={2000} rows={3} />
        <Checkbox form={form} name="show" label={t.show} hint={t.showHint} />
        {!own && <ViaField form={form} locale={locale} />}
      </Form>
      <Numbers call={call} />
    </>,
    { status },
  )
}

export const feelingsRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: visitPaths.feelings(':id', ':personId', ':moment'), who, reach, handle: show }),
  memberRoute({ method: 'POST', path: visitPaths.feelings(':id', ':personId', ':moment'), who, reach, handle: save }),
]
