import { type CalendarDay, parseDay } from '#kernel/calendar-day.ts'
import { no, ok, type Result } from '#kernel/result.ts'
import { type Call, file, type Later, later, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import {
  BackLink,
  blankForm,
  DateField,
  EmptyState,
  type FieldError,
  FileField,
  Form,
  type FormState,
  Heading,
  Lead,
  LinkButton,
  List,
  PostButton,
  refusedForm,
  Section,
  Time,
} from '#ui/index.ts'
import { documentPaths } from './document-paths.ts'
import { documentPageWords } from './document-words.ts'
import type { KeptFile } from './files.ts'
import type { SampleDocument } from './pdf.ts'
import { problemText } from './problem-text.ts'
import type { TemplateFault } from './typst-process.ts'
import { fileOfDay, keepTemplate, removeTemplate, uploadedVersions } from './uploaded.ts'

const largestTemplate = 300_000
const largestPicture = 2_000_000
const pictureName = /^[\w-]{1,60}\.(png|jpe?g|svg|webp)$/i

type Find = (call: Call) => SampleDocument | null

const labelOf = ({ label }: SampleDocument, call: Call): string => label[call.reader.locale === 'en' ? 'en' : 'ja']

const templatePage = async (call: Call, sample: SampleDocument, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const t = documentPageWords[locale]
  const { name } = sample.kind
  const versions = await uploadedVersions(call.tx, call.actor.programmeId, name)
  return page(
    t.replace,
    <>
      <BackLink href={documentPaths.list}>{t.title}</BackLink>
      <Heading above={labelOf(sample, call)}>{t.replace}</Heading>
      <Lead>{t.replaceLead}</Lead>
      <LinkButton href={documentPaths.source(name)}>{t.source}</LinkButton>
      <Form action={documentPaths.template(name)} token={call.formToken()} form={form} submit={t.send} multipart>
        <FileField form={form} name="template" label={t.file} hint={t.fileHint} accept=".typ" required />
        <FileField
          form={form}
          name="picture"
          label={t.picture}
          hint={t.pictureHint}
          accept=".png,.jpg,.jpeg,.svg,.webp"
        />
        <DateField form={form} name="from" label={t.from} hint={t.fromHint} required min={call.today} />
      </Form>
      <Section title={t.versions}>
        {versions.length === 0 && <EmptyState>{t.noVersions}</EmptyState>}
        <List
          items={versions.map((one) => ({
            title: t.since(formatDayLong(one.from, locale)),
            lines: [
              [one.file, one.picture].filter(Boolean).join(' '),
              <Time at={one.at} zone={call.zone} locale={locale} />,
            ],
            action: (
              <PostButton
                action={documentPaths.endTemplate(name)}
                token={call.formToken()}
                kind="quiet"
                fields={{ from: one.from }}
              >
                {t.remove}
              </PostButton>
            ),
          }))}
        />
      </Section>
    </>,
    { status },
  )
}

type SentFile = Pick<KeptFile, 'name' | 'bytes'>

interface Sent {
  from: CalendarDay
  template: SentFile
  picture: SentFile | null
}

const sentOf = async (call: Call): Promise<Result<Sent, FieldError[]>> => {
  const t = documentPageWords[call.reader.locale]
  const from = parseDay(call.form.text('from'))
  const template = await call.form.file('template')
  const picture = await call.form.file('picture')
  const errors: FieldError[] = [
    ...(template && /\.typ$/i.test(template.name) && template.bytes.length > 0
      ? []
      : [{ field: 'template', message: t.fileMissing }]),
    ...(template && template.bytes.length > largestTemplate ? [{ field: 'template', message: t.tooLarge }] : []),
    ...(picture && !pictureName.test(picture.name) ? [{ field: 'picture', message: t.pictureWrong }] : []),
    ...(picture && picture.bytes.length > largestPicture ? [{ field: 'picture', message: t.tooLarge }] : []),
    ...(from && from >= call.today ? [] : [{ field: 'from', message: t.fromMissing }]),
  ]
  return from && template && errors.length === 0 ? ok({ from, template, picture }) : no(errors)
}

/** Tried out with the sample before it is kept: whatever cannot be printed is refused, with its line. */
const replace = async (call: Call, sample: SampleDocument): Promise<Reply | Later> => {
  const sent = await sentOf(call)
  if (!sent.ok) return refused(call, sample, sent.error)
  const { from, template, picture } = sent.value
  const main = fileOfDay(sample.kind.name, from)
  const files = { [main]: template.bytes, ...(picture ? { [picture.name]: picture.bytes } : {}) }
  const trial = call.documents.tryOut(sample, { own: true, file: main, files }, from)
  return later(trial, (then, fault) => kept(then, sample, sent.value, fault))
}

const kept = async (call: Call, sample: SampleDocument, sent: Sent, fault: TemplateFault | null): Promise<Reply> => {
  const { from, template, picture } = sent
  const { name } = sample.kind
  const { locale } = call.reader
  if (fault) {
    const message = problemText({ ...fault, file: template.name }, locale)
    return refused(call, sample, [{ field: 'template', message }])
  }
  await keepTemplate(call, name, {
    from,
    file: { name: template.name, mediaType: 'text/plain', bytes: template.bytes },
    picture: picture && { name: picture.name, mediaType: 'application/octet-stream', bytes: picture.bytes },
  })
  return redirect(documentPaths.template(name), documentPageWords[locale].kept)
}

const refused = (call: Call, sample: SampleDocument, errors: readonly FieldError[]): Promise<Reply> =>
  templatePage(call, sample, refusedForm(call.reader.locale, call.form.values, errors), 422)

const remove = async (call: Call, sample: SampleDocument): Promise<Reply> => {
  const from = parseDay(call.form.text('from'))
  if (from) await removeTemplate(call, sample.kind.name, from)
  return redirect(documentPaths.template(sample.kind.name), documentPageWords[call.reader.locale].removed)
}

/** The template of today as it is, to be changed with any editor. */
const source = async (call: Call, sample: SampleDocument): Promise<Reply> => {
  const { file: name, text } = await call.documents.source(sample.kind, call.today)
  return file(name, 'text/plain; charset=utf-8', text)
}

const admin = { who: ['admin'], reach: 'the programme’s templates' } as const

/** A programme puts a template of its own in the place of ours, from a day on. */
export const templateRoutes = (find: Find): RouteSpec[] => {
  const of =
    (handle: (call: Call, sample: SampleDocument) => Promise<Reply | Later>) =>
    async (call: Call): Promise<Reply | Later> => {
      const sample = find(call)
      return sample ? handle(call, sample) : notFound()
    }
  const name = ':name'
  return [
    memberRoute({
      ...admin,
      method: 'GET',
      path: documentPaths.template(name),
      handle: of((call, sample) => templatePage(call, sample, blankForm(call.reader.locale, { from: call.today }))),
    }),
    memberRoute({
      ...admin,
      method: 'POST',
      path: documentPaths.template(name),
      bodyLimit: largestTemplate + largestPicture + 100_000,
      handle: of(replace),
    }),
    memberRoute({ ...admin, method: 'POST', path: documentPaths.endTemplate(name), handle: of(remove) }),
    memberRoute({ ...admin, method: 'GET', path: documentPaths.source(name), handle: of(source) }),
  ]
}
