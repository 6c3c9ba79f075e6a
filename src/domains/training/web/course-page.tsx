import type { VNode } from 'preact'
import { listWords } from '#platform/http/words.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  Actions,
  BackLink,
  Checkbox,
  Checkboxes,
  DefinitionList,
  EmptyState,
  FieldGroup,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  NumberField,
  Section,
  Select,
  StaleEdit,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { makeUpWays } from '../core/completion.ts'
import { type Course, courseKinds, type CourseSession } from '../data/courses.ts'
import { courseLabels, prerequisiteChoices } from './course-form.ts'
import { courseWords } from './course-words.ts'
import { coursePaths, runPaths } from './paths.ts'
import { completionText, makeUpText, prerequisiteText } from './rule-text.ts'
import { staleFields } from './stale-fields.ts'

/** The list as a file. */
export const courseColumns = (locale: Locale) => {
  const t = courseWords[locale]
  return [
    { head: listWords[locale].name, text: (course: Course) => course.name[locale] },
    { head: t.labels.kind, text: (course: Course) => t.kinds[course.kind] },
    { head: t.labels.completion, text: (course: Course) => completionText(course.completion, locale) },
  ]
}

export const CourseListPage = ({ locale, courses }: { locale: Locale; courses: readonly Course[] }): VNode => {
  const t = courseWords[locale]
  return (
    <>
      <BackLink href={runPaths.list}>{t.runs}</BackLink>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Actions>
        <LinkButton href={coursePaths.new}>{t.new}</LinkButton>
      </Actions>
      {courses.length === 0 && <EmptyState>{t.none}</EmptyState>}
      <List
        items={courses.map((course) => ({
          title: course.name[locale],
          href: coursePaths.course(course.id),
          lines: [t.kinds[course.kind], completionText(course.completion, locale)],
        }))}
      />
    </>
  )
}

interface CourseProps {
  locale: Locale
  course: Course
  sessions: readonly CourseSession[]
  runs: readonly { id: string; name: string }[]
}

export const CoursePage = ({ locale, course, sessions, runs }: CourseProps): VNode => {
  const t = courseWords[locale]
  const needed = course.prerequisites.map((one) => prerequisiteText(one, locale))
  return (
    <>
      <BackLink href={coursePaths.list}>{t.title}</BackLink>
      <Heading above={t.kinds[course.kind]}>{course.name[locale]}</Heading>
      <Lead>{course.plain[locale]}</Lead>
      <Actions>
        <LinkButton kind="primary" href={coursePaths.newRun(course.id)}>
          {t.makeRun}
        </LinkButton>
        <LinkButton href={coursePaths.edit(course.id)}>{t.edit}</LinkButton>
      </Actions>
      <Section title={t.rules}>
        <DefinitionList
          items={[
            { term: t.labels.completion, value: completionText(course.completion, locale) },
            { term: t.makeUp, value: makeUpText(course.makeUp, locale) },
            { term: t.labels.prerequisites, value: needed.length > 0 ? needed.join(t.join) : t.free },
            { term: t.labels.tracks, value: course.tracks.join(t.join) },
            course.inPairs ? { term: t.labels.in_pairs, value: t.yes } : null,
          ]}
        />
      </Section>
      <Section
        title={t.curriculum}
        actions={<LinkButton href={coursePaths.newSession(course.id)}>{t.addSession}</LinkButton>}
      >
        {sessions.length === 0 && <EmptyState>{t.noSessions}</EmptyState>}
        <List
          items={sessions.map((line) => ({
            title: `${t.nth(line.no)} ${line.title}`,
            href: coursePaths.session(course.id, line.id),
            lines: [
              [t.minutes(line.minutes), t.forms[line.form], t.modes[line.mode], line.track, line.taughtBy]
                .filter(Boolean)
                .join(t.join),
              line.topics.join(t.join),
            ],
          }))}
        />
      </Section>
      <Section title={t.runs}>
        {runs.length === 0 && <EmptyState>{t.noRuns}</EmptyState>}
        <List items={runs.map((run) => ({ title: run.name, href: runPaths.run(run.id) }))} />
      </Section>
    </>
  )
}

interface EditorProps {
  locale: Locale
  form: FormState
  action: string
  token: string
  version?: number | undefined
  theirs?: FormState['values'] | null
}

/** Makes a course, or writes it anew. */
export const CourseEditor = (props: EditorProps): VNode => {
  const { locale, form } = props
  const t = courseWords[locale]
  return (
    <>
      {props.theirs && (
        <StaleEdit locale={locale} fields={staleFields(form.values, props.theirs, courseLabels(locale))} />
      )}
      <Form action={props.action} token={props.token} version={props.version} form={form} submit={t.save}>
        <CourseTexts locale={locale} form={form} />
        <CourseRules locale={locale} form={form} />
      </Form>
    </>
  )
}

const CourseTexts = ({ locale, form }: { locale: Locale; form: FormState }): VNode => {
  const t = courseWords[locale]
  return (
    <>
      <Select
        form={form}
        name="kind"
        label={t.labels.kind}
        required
        options={courseKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <TextField form={form} name="name_ja" label={t.labels.name_ja} required maxlength={60} />
      <TextField form={form} name="name_easy" label={t.labels.name_easy} required maxlength={80} />
      <TextField form={form} name="name_en" label={t.labels.name_en} required maxlength={80} />
      <TextArea form={form} name="plain_ja" label={t.labels.plain_ja} required maxlength={600} />
      <TextArea form={form} name="plain_easy" label={t.labels.plain_easy} required maxlength={800} />
      <TextArea form={form} name="plain_en" label={t.labels.plain_en} required maxlength={800} />
      <TextArea form={form} name="tracks" label={t.labels.tracks} hint={t.tracksHint} rows={3} />
      <Checkboxes
        form={form}
        name="prerequisites"
        label={t.labels.prerequisites}
        choices={prerequisiteChoices.map((value) => ({
          value,
          label: prerequisiteText(
            value === 'taster' || value === 'registered'
              ? { kind: value }
              : { kind: 'completed', course: courseKinds.find((kind) => value === `completed_${kind}`) ?? 'basic' },
            locale,
          ),
        }))}
      />
      <Checkbox form={form} name="in_pairs" label={t.labels.in_pairs} />
    </>
  )
}

const CourseRules = ({ locale, form }: { locale: Locale; form: FormState }): VNode => {
  const t = courseWords[locale]
  return (
    <>
      <FieldGroup legend={t.labels.completion} hint={t.completionHint}>
        <Checkbox form={form} name="all" label={t.labels.all} />
        <NumberField form={form} name="at_least" label={t.labels.at_least} hint={t.noneOfIt} min={1} max={200} />
        <TextField form={form} name="named" label={t.labels.named} hint={t.numbersHint} />
        <TextField form={form} name="homework" label={t.labels.homework} hint={t.numbersHint} />
        <NumberField form={form} name="practicum" label={t.labels.practicum} hint={t.noneOfIt} min={1} max={100} />
      </FieldGroup>
      <FieldGroup legend={t.makeUp}>
        <NumberField form={form} name="most" label={t.labels.most} required min={0} max={50} />
        <NumberField
          form={form}
          name="within_days"
          label={t.labels.within_days}
          hint={t.withinHint}
          min={1}
          max={1000}
        />
        <Checkboxes
          form={form}
          name="ways"
          label={t.labels.ways}
          choices={makeUpWays.map((value) => ({ value, label: t.ways[value] }))}
        />
      </FieldGroup>
      <NumberField form={form} name="sort" label={t.labels.sort} required min={0} max={10000} />
    </>
  )
}
