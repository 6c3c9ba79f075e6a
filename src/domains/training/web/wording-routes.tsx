import { z } from 'zod'
import { day } from '#kernel/calendar-day.ts'
import { type Call, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import { formErrors } from '#platform/i18n/form-errors.ts'
import {
  blankForm,
  Checkboxes,
  DateField,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  OwnWords,
  Radios,
  refusedForm,
  Section,
  TextArea,
  TextField,
} from '#ui/index.ts'
import { credentialKinds } from '../core/credential.ts'
import { courseMark } from '../core/wording.ts'
import { insertWording, listWordings, type Wording } from '../data/wordings.ts'
import { credentialPaths as paths } from './credential-paths.ts'
import { paperWords } from './paper-words.ts'
import { runPaperWords } from './run-paper-words.ts'

const who = ['coordinator', 'admin'] as const
const reach = 'the programme'

const schema = z
  .object({
    kind: z.enum(credentialKinds),
    from: z.iso.date().transform(day),
    prefix: z.string().max(20).default(''),
    title: z.string().min(1).max(40),
    body: z.string().min(1).max(600),
    issuer: z.string().min(1).max(200),
    flags: z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string())),
  })
  .transform(({ flags, ...typed }): Wording => ({ ...typed, sealBox: flags.includes('seal_box') }))

const wordingsPage = async (call: Call, form: FormState, status = 200): Promise<Reply> => {
  const { locale } = call.reader
  const t = runPaperWords[locale]
  const all = await listWordings(call.tx, call.actor.programmeId)
  return page(
    t.wordings,
    <>
      <Heading>{t.wordings}</Heading>
      <Lead>{t.wordingsLead}</Lead>
      {all.length === 0 && <EmptyState>{t.wordingsNone}</EmptyState>}
      <List
        items={all.map((one) => ({
          title: `${t.kinds[one.kind]}（${t.fromOn(formatDayLong(one.from, locale))}）`,
          lines: [[one.prefix, one.title].filter(Boolean).join(' '), <OwnWords text={`${one.body}\n${one.issuer}`} />],
        }))}
      />
      <Section title={t.save}>
        <Form action={paths.wordings} token={call.formToken()} form={form} submit={t.save}>
          <Radios
            form={form}
            name="kind"
            label={t.kind}
            required
            inline
            choices={credentialKinds.map((value) => ({ value, label: t.kinds[value] }))}
          />
          <DateField form={form} name="from" label={t.from} required />
          <TextField form={form} name="prefix" label={t.prefix} hint={t.prefixHint} maxlength={20} />
          <TextField form={form} name="title" label={t.paperTitle} required maxlength={40} />
          <TextArea form={form} name="body" label={t.body} hint={t.bodyHint(courseMark)} required maxlength={600} />
          <TextArea form={form} name="issuer" label={t.issuer} required maxlength={200} rows={3} />
          <Checkboxes
            form={form}
            name="flags"
            label={t.flags}
            unmarked
            choices={[{ value: 'seal_box', label: t.sealBox }]}
          />
        </Form>
      </Section>
    </>,
    { status },
  )
}

const save = async (call: Call): Promise<Reply> => {
  const { locale } = call.reader
  const t = runPaperWords[locale]
  const labels = { kind: t.kind, from: t.from, prefix: t.prefix, title: t.paperTitle, body: t.body, issuer: t.issuer }
  const parsed = schema.safeParse(call.form.values)
  if (!parsed.success) {
    return wordingsPage(call, refusedForm(locale, call.form.values, formErrors(parsed.error, labels, locale)), 422)
  }
  const { tx, actor, now, audit } = call
  const by = { membership: actor.membershipId, at: now }
  if (!(await insertWording(tx, actor.programmeId, parsed.data, by))) {
    return wordingsPage(call, refusedForm(locale, call.form.values, [{ field: 'from', message: t.taken }]), 409)
  }
  audit.wrote({ action: 'change', kind: 'training.credential_wording', id: parsed.data.from, reason: parsed.data.kind })
  return redirect(paths.wordings, t.saved)
}

/** What the programme's papers say, from a day on. */
export const wordingRoutes: RouteSpec[] = [
  memberRoute({
    method: 'GET',
    path: paths.wordings,
    who,
    reach,
    handle: (call) => {
      const { locale } = call.reader
      const { defaultTitle: title, defaultBody: body } = paperWords.ja
      const values = {
        kind: 'certificate',
        from: call.today,
        title,
        body,
        issuer: call.programme.name,
        flags: 'seal_box',
      }
      return wordingsPage(call, blankForm(locale, values))
    },
  }),
  memberRoute({ method: 'POST', path: paths.wordings, who, reach, handle: save }),
]
