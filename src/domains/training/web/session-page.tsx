import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import { spoken } from '#platform/i18n/spoken.ts'
import {
  Actions,
  BackLink,
  Checkboxes,
  DefinitionList,
  EmptyState,
  FieldGroup,
  Form,
  type FormState,
  Heading,
  Hidden,
  Lead,
  LinkButton,
  Name,
  Notice,
  OwnWords,
  Radios,
  Section,
  Select,
  Small,
  Span,
  type StaleField,
  StaleEdit,
  TextArea,
  TextField,
} from '#ui/index.ts'
import type { ShownSession } from '../actions/show-session.ts'
import { attendanceWords } from './attendance-words.ts'
import { feelingWord } from './own-course-words.ts'
import { enterableStates } from './session-form.ts'
import { sessionWords } from './session-words.ts'
import { trainingStaffPaths } from './taking-paths.ts'

export interface SessionPageProps {
  locale: Locale
  zone: string
  shown: ShownSession
  forms: { attendance: FormState; homework: FormState; note: FormState }
  /** Where somebody else saved meanwhile: what they did beside one's own. */
  stale: { attendance: readonly StaleField[]; note: readonly StaleField[] }
  token: () => string
}

/** A session as the staff of its run use it: who came, homework, the note. */
export const SessionPage = (props: SessionPageProps): VNode => {
  const { locale, shown } = props
  const { session } = shown
  const t = sessionWords[locale]
  const stands = session.status === 'planned' || session.status === 'held'
  return (
    <>
      <BackLink href={trainingStaffPaths.run(session.runId)}>{t.backToRun}</BackLink>
      <Heading above={attendanceWords[locale].no(session.no)}>{session.title}</Heading>
      {stands ? null : <Notice tone="attention">{session.status === 'moved' ? t.moved : t.cancelled}</Notice>}
      <SessionFactsView page={props} />
      {stands ? <Attendance page={props} /> : null}
      {session.homework && shown.expected.length > 0 ? <Homework page={props} /> : null}
      {shown.shown.length > 0 ? <Shown page={props} /> : null}
      <Note page={props} />
    </>
  )
}

const SessionFactsView = ({ page }: { page: SessionPageProps }): VNode => {
  const {
    locale,
    zone,
    shown: { session },
  } = page
  const t = sessionWords[locale]
  return (
    <DefinitionList
      items={[
        { term: t.when, value: <Span from={session.startsAt} to={session.endsAt} zone={zone} locale={locale} /> },
        { term: t.where, value: session.mode === 'online' ? t.online : session.place },
        { term: t.link, value: session.onlineLink },
        session.track ? { term: t.track, value: session.track } : null,
        { term: t.topics, value: session.topics.join('、') },
        { term: t.taughtBy, value: session.taughtBy },
        { term: t.material, value: session.material },
        { term: t.homework, value: session.homework },
      ]}
    />
  )
}

const Attendance = ({ page }: { page: SessionPageProps }): VNode => {
  const { locale, shown, forms, stale, token } = page
  const { session } = shown
  const t = sessionWords[locale]
  return (
    <Section title={t.attendance}>
      <Actions>
        <LinkButton href={trainingStaffPaths.signInSheet(session.runId, session.id)}>{t.signInSheet}</LinkButton>
        <LinkButton href={trainingStaffPaths.signInPdf(session.runId, session.id)}>{t.signInPdf}</LinkButton>
        <LinkButton href={trainingStaffPaths.onlineList(session.runId, session.id)}>{t.onlineList}</LinkButton>
        <LinkButton href={trainingStaffPaths.needs(session.runId, session.id)}>{t.needs}</LinkButton>
      </Actions>
      {shown.expected.length === 0 ? <EmptyState>{t.attendanceEmpty}</EmptyState> : null}
      {stale.attendance.length > 0 ? <StaleEdit locale={locale} fields={stale.attendance} /> : null}
      {shown.expected.length > 0 ? (
        <Form
          action={trainingStaffPaths.attendance(session.runId, session.id)}
          token={token()}
          form={forms.attendance}
          submit={t.save}
          version={shown.seen}
        >
          <Small>{t.attendanceLead}</Small>
          <Radios
            form={forms.attendance}
            name="source"
            label={t.source}
            unmarked
            inline
            choices={(['hand', 'sheet'] as const).map((value) => ({ value, label: t.sources[value] }))}
          />
          {shown.expected.map((one) => (
            <PersonFields one={one} form={forms.attendance} locale={locale} />
          ))}
        </Form>
      ) : null}
    </Section>
  )
}

const PersonFields = (props: { one: ShownSession['expected'][number]; form: FormState; locale: Locale }): VNode => {
  const { one, form, locale } = props
  const { id, name, kana } = one.enrolment
  return (
    <FieldGroup legend={<Name name={name} kana={kana} />}>
      <Radios
        form={form}
        name={`state-${id}`}
        label={sessionWords[locale].attendance}
        unmarked
        inline
        choices={enterableStates.map((value) => ({ value, label: attendanceWords[locale].states[value] }))}
      />
      <TextField
        form={form}
        name={`note-${id}`}
        label={sessionWords[locale].heard(spoken({ name, kana }))}
        unmarked
        maxlength={200}
      />
    </FieldGroup>
  )
}

const Homework = ({ page }: { page: SessionPageProps }): VNode => {
  const { locale, shown, forms, token } = page
  const t = sessionWords[locale]
  const { session, expected } = shown
  return (
    <Section title={t.homework}>
      <Form
        action={trainingStaffPaths.homework(session.runId, session.id)}
        token={token()}
        form={forms.homework}
        submit={t.homeworkSave}
        submitKind="secondary"
      >
        <Checkboxes
          form={forms.homework}
          name="handed_in"
          label={t.handedIn}
          unmarked
          choices={expected.map(({ enrolment }) => ({
            value: enrolment.id,
            label: <Name name={enrolment.name} kana={enrolment.kana} />,
          }))}
        />
      </Form>
    </Section>
  )
}

const Shown = ({ page }: { page: SessionPageProps }): VNode => {
  const { locale, shown } = page
  const t = sessionWords[locale]
  return (
    <Section title={t.shown}>
      <Small>{t.shownLead}</Small>
      {shown.shown.map(({ name, kana, said }) => (
        <article class="card quiet">
          <p>
            <Name name={name} kana={kana} />
            {said.feeling ? ` ${feelingWord(said.feeling, locale)}` : ''}
          </p>
          {said.words ? <OwnWords text={said.words} /> : null}
        </article>
      ))}
    </Section>
  )
}

const Note = ({ page }: { page: SessionPageProps }): VNode => {
  const {
    locale,
    shown: { session, note },
    forms,
    stale,
    token,
  } = page
  const t = sessionWords[locale]
  return (
    <Section title={t.note}>
      {stale.note.length > 0 ? <StaleEdit locale={locale} fields={stale.note} /> : null}
      <Form
        action={trainingStaffPaths.note(session.runId, session.id)}
        token={token()}
        form={forms.note}
        submit={t.noteSave}
        submitKind="secondary"
        version={note.version}
      >
        <TextArea form={forms.note} name="text" label={t.note} hint={t.noteLead} unmarked maxlength={4000} />
      </Form>
    </Section>
  )
}

export interface MatchedPageProps {
  locale: Locale
  shown: ShownSession
  form: FormState
  rows: readonly { name: string; joined: string; left: string; minutes: number | null }[]
  token: string
}

/** What was read of a pasted list, to be looked at before it counts. */
export const MatchedPage = ({ locale, shown, form, rows, token }: MatchedPageProps): VNode => {
  const t = sessionWords[locale]
  const { session } = shown
  const options = shown.expected.map(({ enrolment }) => ({ value: enrolment.id, label: enrolment.name }))
  return (
    <>
      <BackLink href={trainingStaffPaths.onlineList(session.runId, session.id)}>{t.onlineTitle}</BackLink>
      <Heading above={session.title}>{t.matchedTitle}</Heading>
      <Lead>{t.matchedLead}</Lead>
      <Form
        action={trainingStaffPaths.onlineList(session.runId, session.id)}
        token={token}
        form={form}
        submit={t.enterMatched}
        version={shown.seen}
      >
        <Hidden name="rows" value={rows.length} />
        {rows.map((row, at) => (
          <Select
            form={form}
            name={`row-${at}`}
            label={t.whoIs(spoken(row))}
            hint={[
              row.joined || row.left ? t.joinedLeft(row.joined, row.left) : '',
              row.minutes === null ? '' : t.minutes(row.minutes),
            ]
              .filter(Boolean)
              .join(' ')}
            unmarked
            blank={t.nobody}
            options={options}
          />
        ))}
      </Form>
    </>
  )
}
