import { instantAt } from '#kernel/time.ts'
import { type Call, notFound, page, redirect, type Reply } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { formatInstant } from '#platform/i18n/dates.ts'
import { peoplePaths } from '#domains/people/index.ts'
import { BackLink, blankForm, Heading, Lead, LinkButton, List, Notice, refusedForm, Section } from '#ui/index.ts'
import { saveSheet } from '../actions/save-sheet.ts'
import { doorTo, showSheet } from '../actions/show-sheet.ts'
import { isStepName, stepAfter, type StepName, stepNames } from '../core/sheet-steps.ts'
import { listVersions, readVersion } from '../data/sheet-versions.ts'
import { lifePaths } from './life-paths.ts'
import { ownWords } from './own-words.ts'
import { registrationPaths as paths } from './paths.ts'
import { PauseNotice } from './pause-notice.tsx'
import { SheetView } from './sheet-view.tsx'
import { stepFactsOf } from './step-facts.ts'
import { sideBySide, type StepShown, stepPage } from './step-page.tsx'
import { stepWords } from './step-words.ts'
import { viaWords } from './via-words.ts'
import { sheetSteps } from './steps/all.ts'

const who = ['supporter'] as const
/** Whoever applied reads the sheet that is filled in together. */
const readers = ['supporter', 'trainee'] as const
const reach = 'own'

const overview = async (call: Call): Promise<Reply> => {
  const shown = await showSheet(call, call.actor.personId)
  const { locale } = call.reader
  const t = ownWords[locale]
  if (!shown) return call.actor.role === 'trainee' ? noSheetYet(call) : notFound()
  const steps = stepWords[locale].steps
  const edit = (step: StepName) => ({ href: paths.myStep(step), text: t.edit(steps[step]) })
  const { mayRecord } = shown.looker
  return page(
    t.title,
    <>
      <Heading>{t.title}</Heading>
      <Lead>{mayRecord ? t.lead : t.beforeRegistered}</Lead>
      {shown.pause && <PauseNotice locale={locale} pause={shown.pause} href={paths.pause} />}
      <SheetView sheet={shown.sheet} steps={stepNames} facts={await stepFactsOf(call)} edit={mayRecord ? edit : null} />
      <Section title={t.consents}>
        <p>{t.consentsLead}</p>
        <LinkButton href={peoplePaths.myConsents}>{t.consentsLink}</LinkButton>
      </Section>
      <Section title={t.versions}>
        <p>{t.versionsLead}</p>
        <LinkButton href={paths.myVersions}>{t.versions}</LinkButton>
      </Section>
    </>,
  )
}

const noSheetYet = (call: Call): Reply => {
  const t = ownWords[call.reader.locale]
  return page(
    t.title,
    <>
      <Heading>{t.title}</Heading>
      <Lead>{t.notYet}</Lead>
      <LinkButton href={lifePaths.mine}>{t.toRegistration}</LinkButton>
    </>,
  )
}

const ownStep = (call: Call, shown: Pick<StepShown, 'step' | 'facts' | 'sheet' | 'version' | 'form'>): StepShown => ({
  ...shown,
  action: paths.myStep(shown.step),
  back: { href: paths.mine, text: ownWords[call.reader.locale].back },
})

const showStep = async (call: Call): Promise<Reply> => {
  const step = call.param('step')
  if (!isStepName(step)) return notFound()
  const shown = await showSheet(call, call.actor.personId)
  if (!shown) return notFound()
  const facts = await stepFactsOf(call)
  const form = blankForm(call.reader.locale, sheetSteps[step].values(shown.sheet, facts))
  return stepPage(call, ownStep(call, { step, facts, sheet: shown.sheet, version: shown.supporter.version, form }))
}

const saveStep = async (call: Call): Promise<Reply> => {
  const step = call.param('step')
  const shown = isStepName(step) ? await showSheet(call, call.actor.personId) : null
  if (!isStepName(step) || !shown) return notFound()
  const facts = await stepFactsOf(call)
  const { locale } = call.reader
  const version = Number(call.form.text('_version')) || 0
  const again = (errors: Parameters<typeof refusedForm>[2], more: Partial<StepShown>): Reply =>
    stepPage(call, {
      ...ownStep(call, {
        step,
        facts,
        sheet: shown.sheet,
        version,
        form: refusedForm(locale, call.form.values, errors),
      }),
      ...more,
    })
  const read = sheetSteps[step].read(call.form, facts)
  if (!read.ok) return again(read.error, { status: 422 })
  const saved = await saveSheet(call, call.actor.personId, { step, version, change: read.value, told: null })
  if (!saved) return notFound()
  if (saved.ok) return redirect(nextOf(call, step), ownWords[locale].saved)
  if (saved.error.kind === 'ended') return again([{ field: '', message: ownWords[locale].ended }], { status: 409 })
  const { sheet, version: now } = saved.error
  return again([], { status: 409, version: now, stale: sideBySide(step, read.value(sheet), sheet, facts) })
}

const nextOf = (call: Call, step: StepName): string => {
  const next = call.form.text('go') === 'next' ? stepAfter(step) : null
  return next ? paths.myStep(next) : paths.mine
}

const versions = async (call: Call): Promise<Reply> => {
  const t = ownWords[call.reader.locale]
  const all = await listVersions(doorTo(call, call.actor.personId))
  return page(
    t.versions,
    <>
      <BackLink href={paths.mine}>{t.back}</BackLink>
      <Heading>{t.versions}</Heading>
      <Lead>{t.versionsLead}</Lead>
      {all.length === 0 && <p>{t.nothing}</p>}
      <List
        items={all.map((one) => ({
          title: formatInstant(one.at, call.zone, call.reader.locale),
          href: paths.myVersion(one.version),
          lines: [viaWords(one, call.reader.locale)],
        }))}
      />
    </>,
  )
}

const oneVersion = async (call: Call): Promise<Reply> => {
  const version = Number(call.param('version'))
  if (!Number.isInteger(version) || version < 1 || version > 1_000_000_000) return notFound()
  const found = await versionOf(call, version)
  if (!found) return notFound()
  const t = ownWords[call.reader.locale]
  const title = t.versionOf(formatInstant(found.at, call.zone, call.reader.locale))
  return page(
    title,
    <>
      <BackLink href={paths.myVersions}>{t.backToVersions}</BackLink>
      <Heading>{title}</Heading>
      <Notice>{viaWords(found, call.reader.locale)}</Notice>
      <SheetView sheet={found.sheet} steps={stepNames} facts={await stepFactsOf(call)} edit={null} />
    </>,
  )
}

// A sheet that nobody has changed yet has no kept version: then it is shown as it stands.
const versionOf = async (call: Call, version: number) => {
  const kept = await readVersion(doorTo(call, call.actor.personId), version)
  const shown = kept ? null : await showSheet(call, call.actor.personId)
  if (kept || shown?.supporter.version !== version) return kept
  const at = instantAt(shown.supporter.registeredOn ?? call.today, 12 * 60, call.zone)
  return { version, at, via: 'before', by: null, sheet: shown.sheet }
}

/** A supporter and their own sheet. */
export const ownSheetRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: paths.mine, who: readers, reach, handle: overview }),
  memberRoute({ method: 'GET', path: paths.myStep(':step'), who, reach, handle: showStep }),
  memberRoute({ method: 'POST', path: paths.myStep(':step'), who, reach, handle: saveStep }),
  memberRoute({ method: 'GET', path: paths.myVersions, who: readers, reach, handle: versions }),
  memberRoute({ method: 'GET', path: paths.myVersion(':version'), who: readers, reach, handle: oneVersion }),
]
