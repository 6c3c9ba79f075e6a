import type { VNode } from 'preact'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  Checkbox,
  Form,
  type FormState,
  Heading,
  NumberField,
  PostButton,
  Select,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { type Course, sessionForms, sessionModes } from '../data/courses.ts'
import { courseWords } from './course-words.ts'
import { coursePaths } from './paths.ts'

interface Props {
  locale: Locale
  course: Course
  /** Null: a line that is not there yet. */
  lineId: string | null
  form: FormState
  token: () => string
}

/** One session of the curriculum. */
export const CourseLinePage = ({ locale, course, lineId, form, token }: Props): VNode => {
  const t = courseWords[locale]
  const action = lineId === null ? coursePaths.newSession(course.id) : coursePaths.session(course.id, lineId)
  return (
    <>
      <BackLink href={coursePaths.course(course.id)}>{course.name[locale]}</BackLink>
      <Heading>{lineId === null ? t.addSession : t.editSession}</Heading>
      <Form action={action} token={token()} form={form} submit={t.save}>
        <NumberField form={form} name="no" label={t.session.no} required min={1} max={200} />
        <SessionFields locale={locale} form={form} tracks={course.tracks} />
        <NumberField form={form} name="minutes" label={t.session.minutes} required min={10} max={600} />
      </Form>
      {lineId !== null && (
        <PostButton action={coursePaths.removeSession(course.id, lineId)} token={token()} kind="careful">
          {t.removeSession}
        </PostButton>
      )}
    </>
  )
}

/** What is taught and how: the same fields in a curriculum and in a run's timetable. */
export const SessionFields = (props: { locale: Locale; form: FormState; tracks: readonly string[] }): VNode => {
  const { locale, form, tracks } = props
  const t = courseWords[locale]
  return (
    <>
      <TextField form={form} name="title" label={t.session.title} required maxlength={80} />
      <TextArea form={form} name="topics" label={t.session.topics} hint={t.session.topicsHint} rows={3} />
      <Select
        form={form}
        name="form"
        label={t.session.form}
        required
        options={sessionForms.map((value) => ({ value, label: t.forms[value] }))}
      />
      <TextField form={form} name="taught_by" label={t.session.taught_by} maxlength={80} />
      <TextArea form={form} name="material" label={t.session.material} maxlength={400} rows={2} />
      <Select
        form={form}
        name="mode"
        label={t.session.mode}
        required
        options={sessionModes.map((value) => ({ value, label: t.modes[value] }))}
      />
      {tracks.length > 0 && (
        <Select
          form={form}
          name="track"
          label={t.session.track}
          blank={t.session.allTracks}
          options={tracks.map((value) => ({ value, label: value }))}
        />
      )}
      <Checkbox form={form} name="compulsory" label={t.session.compulsory} />
      <TextArea form={form} name="homework" label={t.session.homework} maxlength={400} rows={2} />
    </>
  )
}
