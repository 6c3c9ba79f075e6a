import type { VNode } from 'preact'
import type { OpenProgramme } from '#domains/places/index.ts'
import { formatDayLong } from '#platform/i18n/dates.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import {
  BackLink,
  EmptyState,
  Form,
  type FormState,
  Heading,
  Lead,
  List,
  PhoneLine,
  Section,
  TextField,
} from '#ui/index.ts'
import type { Run } from '../data/runs.ts'
import type { Session } from '../data/sessions.ts'
import type { Taster } from '../data/tasters.ts'
import { courseKindWords } from './course-kind-words.ts'
import { publicPaths } from './paths.ts'
import { publicWords } from './public-words.ts'
import { RunFacts } from './run-facts.tsx'
import { TasterFacts, TasterList } from './taster-page.tsx'

export const ProgrammesPage = (props: { locale: Locale; programmes: readonly OpenProgramme[] }): VNode => {
  const { locale, programmes } = props
  const t = publicWords[locale]
  return (
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      {programmes.length === 0 ? <EmptyState>{t.none}</EmptyState> : <h2>{t.choose}</h2>}
      <List
        items={programmes.map((programme) => ({
          title: programme.name,
          href: publicPaths.runs(String(programme.id)),
          lines: [programme.municipality],
        }))}
      />
    </>
  )
}

interface RunsProps {
  locale: Locale
  programme: OpenProgramme
  zone: string
  runs: readonly Run[]
  tasters: readonly Taster[]
}

export const RunsPage = ({ locale, programme, zone, runs, tasters }: RunsProps): VNode => {
  const t = publicWords[locale]
  const at = String(programme.id)
  return (
    <>
      <Heading above={programme.name}>{t.title}</Heading>
      <Lead>{t.lead}</Lead>
      <Section title={t.runs}>
        {runs.length === 0 && <EmptyState>{t.noRuns}</EmptyState>}
        <List
          items={runs.map((run) => ({
            title: run.name,
            href: publicPaths.run(at, run.id),
            lines: [courseKindWords[locale][run.courseKind], t.until(formatDayLong(run.applyUntil, locale))],
          }))}
        />
      </Section>
      <Section title={t.tasters}>
        <TasterList locale={locale} zone={zone} tasters={tasters} href={(id) => publicPaths.taster(at, id)} />
      </Section>
      <OtherWays locale={locale} programme={programme} />
    </>
  )
}

/** Nobody needs a screen to apply. */
export const OtherWays = ({ locale, programme }: { locale: Locale; programme: OpenProgramme }): VNode => {
  const t = publicWords[locale]
  return (
    <Section title={t.otherWays}>
      <p>{t.otherWaysLead}</p>
      {programme.contactPhone && (
        <p>
          <PhoneLine line={programme.contactPhone} /> {programme.contactHours}
        </p>
      )}
    </Section>
  )
}

interface AskProps {
  locale: Locale
  programme: OpenProgramme
  form: FormState
  action: string
  token: string
  /** Why one cannot ask now; null: one can. */
  closed: string | null
}

/** Name, reading, mailbox: nothing else is asked for here. */
const askPart = ({ locale, form, action, token, closed }: AskProps, lead: string): VNode => {
  const t = publicWords[locale]
  if (closed !== null)
    return (
      <Section title={t.apply}>
        <p>{closed}</p>
      </Section>
    )
  return (
    <Section title={t.apply}>
      <p>{lead}</p>
      <Form action={action} token={token} form={form} submit={t.send}>
        <TextField form={form} name="name" label={t.labels.name} required maxlength={60} autocomplete="name" />
        <TextField form={form} name="kana" label={t.labels.kana} hint={t.hints.kana} required maxlength={80} />
        <TextField
          form={form}
          name="email"
          label={t.labels.email}
          hint={t.hints.email}
          type="email"
          required
          maxlength={200}
          autocomplete="email"
        />
      </Form>
    </Section>
  )
}

export const PublicRunPage = (props: AskProps & { zone: string; run: Run; sessions: readonly Session[] }): VNode => {
  const { locale, programme, zone, run, sessions } = props
  const t = publicWords[locale]
  return (
    <>
      <BackLink href={publicPaths.runs(String(programme.id))}>{t.again}</BackLink>
      <Heading above={programme.name}>{run.name}</Heading>
      <RunFacts locale={locale} zone={zone} run={run} sessions={sessions} />
      {askPart(props, t.applyLead)}
      <OtherWays locale={locale} programme={programme} />
    </>
  )
}

export const PublicTasterPage = (props: AskProps & { zone: string; taster: Taster }): VNode => {
  const { locale, programme, zone, taster } = props
  const t = publicWords[locale]
  return (
    <>
      <BackLink href={publicPaths.runs(String(programme.id))}>{t.again}</BackLink>
      <Heading above={programme.name}>{taster.title}</Heading>
      <TasterFacts locale={locale} zone={zone} taster={taster} />
      {askPart(props, t.tasterLead)}
      <OtherWays locale={locale} programme={programme} />
    </>
  )
}
