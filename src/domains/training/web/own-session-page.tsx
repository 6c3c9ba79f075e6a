import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  Button,
  Checkbox,
  CrisisCard,
  Day,
  DefinitionList,
  Faces,
  Form,
  type FormState,
  Heading,
  Lead,
  Notice,
  Section,
  Span,
  TextArea,
} from '#ui/index.ts'
import type { OwnSession } from '../actions/show-own-course.ts'
import { feelings } from '../core/feelings.ts'
import { attendanceWords, stateWord } from './attendance-words.ts'
import { JoinLink } from './own-course-page.tsx'
import { ownCourseWords } from './own-course-words.ts'
import { ownCoursePaths } from './taking-paths.ts'

interface Props {
  locale: Locale
  zone: string
  now: Date
  own: OwnSession
  form: FormState
  token: string
  crisis: { text: string; phone: string; hours: string }
}

/** One session, as somebody who takes it sees it. */
export const OwnSessionPage = (props: Props): VNode => {
  const { locale, zone, now, own } = props
  const { session, last } = own
  const t = ownCourseWords[locale]
  const stands = session.status === 'planned' || session.status === 'held'
  return (
    <>
      <BackLink href={ownCoursePaths.course(own.enrolment.id)}>{t.back}</BackLink>
      <Heading above={attendanceWords[locale].no(session.no)}>{session.title}</Heading>
      {stands ? null : <Notice>{session.status === 'moved' ? t.moved : t.cancelled}</Notice>}
      <DefinitionList
        items={[
          { term: t.when, value: <Span from={session.startsAt} to={session.endsAt} zone={zone} locale={locale} /> },
          { term: t.where, value: session.mode === 'online' ? t.online : session.place },
          { term: t.topics, value: session.topics.join('、') },
          { term: t.taughtBy, value: session.taughtBy },
          { term: t.material, value: session.material },
          { term: t.homework, value: session.homework },
          own.homeworkIn ? { term: t.homework, value: t.homeworkIn } : null,
          last ? { term: t.own, value: stateWord(last.state, locale) } : null,
          last?.madeUpOn ? { term: t.madeUp, value: <Day day={last.madeUpOn} locale={locale} long /> } : null,
        ]}
      />
      {stands && session.endsAt > now ? <JoinLink locale={locale} session={session} /> : null}
      {stands && session.startsAt <= now ? <HowItWas page={props} /> : null}
    </>
  )
}

const HowItWas = ({ page }: { page: Props }): VNode => {
  const { locale, own, form, token, crisis } = page
  const t = ownCourseWords[locale]
  return (
    <Section title={t.howTitle}>
      <Lead>{t.howLead}</Lead>
      <Form
        action={ownCoursePaths.session(own.session.id)}
        token={token}
        form={form}
        submit={t.save}
        more={
          own.said ? (
            <Button name="do" value="take_back" kind="quiet">
              {t.takeBack}
            </Button>
          ) : null
        }
      >
        <Faces
          form={form}
          name="feeling"
          label={t.feeling}
          unmarked
          faces={feelings.map((one) => ({ value: one, face: one, label: t.feelings[one] }))}
        />
        <TextArea form={form} name="words" label={t.howWords} unmarked maxlength={2000} />
        <Checkbox form={form} name="show" label={t.show} hint={t.showHint} />
      </Form>
      <CrisisCard locale={locale} text={crisis.text} phone={crisis.phone} hours={crisis.hours} />
    </Section>
  )
}
