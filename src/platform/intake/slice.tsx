import { csvType, writeCsv } from '#platform/documents/csv.ts'
import { readTableFile, type TableSheet, type TableTrouble } from '#platform/documents/table-file.ts'
import { writeSheets, xlsxType } from '#platform/documents/xlsx.ts'
import { type Call, file, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute } from '#platform/http/routes.ts'
import type { Slice } from '#platform/http/slice.ts'
import type { Locale } from '#platform/i18n/reader.ts'
import { workPaths } from '#platform/jobs/work-pages.tsx'
import { startWork } from '#platform/jobs/work.ts'
import { blankForm, type FieldError, refusedForm } from '#ui/index.ts'
import { mappingTroubles, proposeMapping } from './columns.ts'
import { forgetOld } from './forget-old.ts'
import { alikeHeaps, judgeIntake } from './judge.ts'
import type { IntakeKind, IntakeKinds } from './kinds.ts'
import { MappingPage } from './mapping-page.tsx'
import { intakePaths } from './paths.ts'
import { PreviewPage, previewTabs, reasonsOf } from './preview-page.tsx'
import { IntakeListPage, IntakeUploadPage } from './start-pages.tsx'
import { changeIntake, findIntake, forgetIntake, type Intake, keepIntake, listIntakes } from './store.ts'
import { intakeWords } from './words.ts'
import { intakeWork, intakeWorks } from './works.ts'

const who = ['coordinator'] as const
const reach = 'the programme'
// The form's own weight beside ten megabytes; what is larger is not even read.
const bodyLimit = 11_000_000

const list = async (call: Call, kinds: IntakeKinds): Promise<Reply> =>
  page(
    intakeWords[call.reader.locale].title,
    <IntakeListPage reader={call.reader} zone={call.zone} kinds={kinds} recent={await listIntakes(call)} />,
  )

const uploadPage = (call: Call, name: string, kind: IntakeKind, message: string | null): Reply => {
  const { locale } = call.reader
  const form = message ? refusedForm(locale, {}, [{ field: 'file', message }]) : blankForm(locale)
  return page(
    kind.title[locale],
    <IntakeUploadPage reader={call.reader} name={name} kind={kind} form={form} token={call.formToken()} />,
    { status: message ? 422 : 200 },
  )
}

const upload = async (call: Call, name: string, kind: IntakeKind): Promise<Reply> => {
  const t = intakeWords[call.reader.locale]
  const sent = await call.form.file('file')
  if (!sent) return uploadPage(call, name, kind, t.noFile)
  const table = await readTableFile(sent.bytes)
  if (!table.ok) return uploadPage(call, name, kind, troubleText(table.error, call.reader.locale))
  const sheets = table.value.sheets.map((sheet) => unfoldedBy(kind, sheet))
  const id = await keepIntake(call, { kind: name, name: sent.name, sheets })
  await changeIntake(call, id, { mapping: proposeMapping(sheets[0]?.rows[0] ?? [], kind.fields) })
  return redirect(intakePaths.mapping(id))
}

const unfoldedBy = (kind: IntakeKind, sheet: TableSheet): TableSheet => {
  if (!kind.unfold) return sheet
  const { rows, from } = kind.unfold(sheet.rows)
  return { name: sheet.name, rows, lines: from.map((at) => sheet.lines[at] ?? at + 1) }
}

const troubleText = (trouble: TableTrouble, locale: Locale): string => {
  const t = intakeWords[locale]
  if (trouble.kind === 'too_large') return t.too_large(Math.floor(trouble.mostBytes / 1_000_000))
  if (trouble.kind === 'too_many_rows') return t.too_many_rows(trouble.mostRows)
  return trouble.kind === 'formula' ? t.formula(trouble.cell) : t.file_trouble[trouble.kind]
}

/** The headings that are always understood, for whoever begins a list of their own. */
const blank = (call: Call, kind: IntakeKind): Reply => {
  const { locale } = call.reader
  const headings = kind.fields.map((field) => field.label[locale])
  return file(`${kind.title[locale]}-${intakeWords[locale].blankName}.csv`, csvType, writeCsv([headings]))
}

const mappingPage = (call: Call, intake: Intake, kind: IntakeKind, errors: readonly FieldError[] = []): Reply => {
  const { locale } = call.reader
  const chosen = Object.fromEntries(
    Object.entries(intake.mapping).map(([key, at]) => [key, at === null ? '' : String(at)]),
  )
  const values = errors.length > 0 ? call.form.values : { ...chosen, sheet: String(intake.sheet) }
  return page(
    intakeWords[locale].mappingTitle,
    <MappingPage
      reader={call.reader}
      intake={intake}
      kind={kind}
      form={errors.length > 0 ? refusedForm(locale, values, errors) : blankForm(locale, values)}
      token={call.formToken()}
      forgetToken={call.formToken()}
    />,
    { status: errors.length > 0 ? 422 : 200 },
  )
}

const saveMapping = async (call: Call, intake: Intake, kind: IntakeKind): Promise<Reply> => {
  const sheet = indexOf(call.form.text('sheet'), intake.sheets?.length ?? 0) ?? intake.sheet
  const headings = intake.sheets?.[sheet]?.rows[0] ?? []
  if (sheet !== intake.sheet) {
    await changeIntake(call, intake.id, { sheet, mapping: proposeMapping(headings, kind.fields), decisions: {} })
    return redirect(intakePaths.mapping(intake.id))
  }
  const mapping = Object.fromEntries(
    kind.fields.map((field) => [field.key, indexOf(call.form.text(field.key), headings.length)]),
  )
  const t = intakeWords[call.reader.locale]
  const errors = mappingTroubles(mapping, kind.fields).map((trouble): FieldError => {
    const label = kind.fields.find((field) => field.key === trouble.field)?.label[call.reader.locale] ?? ''
    return { field: trouble.field, message: trouble.kind === 'missing' ? t.columnMissing(label) : t.columnTwice }
  })
  if (errors.length > 0) return mappingPage(call, intake, kind, errors)
  await changeIntake(call, intake.id, { mapping })
  return redirect(intakePaths.preview(intake.id))
}

const indexOf = (text: string, count: number): number | null =>
  /^\d{1,4}$/.test(text) && Number(text) < count ? Number(text) : null

const preview = async (call: Call, intake: Intake, kind: IntakeKind): Promise<Reply> => {
  if (mappingTroubles(intake.mapping, kind.fields).length > 0) return redirect(intakePaths.mapping(intake.id))
  const rows = await judgeIntake(call, kind, intake)
  const first = previewTabs.find((tab) => rows.some((row) => row.outcome.kind === tab)) ?? 'fresh'
  return page(
    intakeWords[call.reader.locale].previewTitle,
    <PreviewPage
      reader={call.reader}
      intake={intake}
      kind={kind}
      rows={rows}
      tab={previewTabs.find((tab) => tab === call.query.get('show')) ?? first}
      page={Math.max(1, Math.floor(Number(call.query.get('page')) || 1))}
      tokens={{ decide: call.formToken(), take: call.formToken() }}
    />,
    { wide: true },
  )
}

/** What is said of one row holds for every row about the same person. */
const decide = async (call: Call, intake: Intake, kind: IntakeKind): Promise<Reply> => {
  const heaps = alikeHeaps(await judgeIntake(call, kind, intake))
  const said = heaps.flatMap((heap) => {
    const value = call.form.text(`row-${heap[0]?.line}`)
    return value === '' || value === 'taken' ? [] : heap.map((row) => [String(row.line), value] as const)
  })
  await changeIntake(call, intake.id, { decisions: { ...intake.decisions, ...Object.fromEntries(said) } })
  const query = new URLSearchParams({ show: 'alike', page: call.form.text('page') })
  return redirect(intakePaths.previewQuery(intake.id, query), intakeWords[call.reader.locale].decided)
}

/** The rows that cannot be taken, as they stood in the file, with the reason in a column of its own. */
const failed = async (call: Call, intake: Intake, kind: IntakeKind): Promise<Reply> => {
  const { locale } = call.reader
  const t = intakeWords[locale]
  const headings = intake.sheets?.[intake.sheet]?.rows[0] ?? []
  const rows = (await judgeIntake(call, kind, intake)).filter((row) => row.outcome.kind === 'failed')
  const cellsOf = (cells: readonly string[]): string[] => headings.map((_, index) => cells[index] ?? '')
  const table = [
    [...headings, t.lineInFile, t.reason],
    ...rows.map((row) => [...cellsOf(row.cells), String(row.fileLine), reasonsOf(row, kind, locale).join(' ')]),
  ]
  if (call.query.get('as') !== 'xlsx') return file(`${t.failedName}.csv`, csvType, writeCsv(table))
  return file(`${t.failedName}.xlsx`, xlsxType, await writeSheets([{ name: t.failedName, rows: table }]))
}

const forget = async (call: Call, intake: Intake): Promise<Reply> => {
  await forgetIntake(call, intake.id)
  return redirect(intakePaths.list, intakeWords[call.reader.locale].forgot)
}

type OfKind = (call: Call, name: string, kind: IntakeKind) => Promise<Reply> | Reply
type OfIntake = (call: Call, intake: Intake, kind: IntakeKind) => Promise<Reply> | Reply

/** Bringing in lists that exist: choose a file, check its columns, look at every row, decide, take over. */
export const intakeSlice = (kinds: IntakeKinds): Slice => {
  const ofKind = (handle: OfKind) => async (call: Call) => {
    const kind = kinds[call.param('kind')]
    return kind ? handle(call, call.param('kind'), kind) : notFound()
  }
  const ofIntake = (handle: OfIntake) => async (call: Call) => {
    const intake = await findIntake(call, call.param('id'))
    const kind = intake?.sheets && kinds[intake.kind]
    return kind ? handle(call, intake, kind) : notFound()
  }
  const get = (path: string, handle: (call: Call) => Promise<Reply>) =>
    memberRoute({ method: 'GET', path, who, reach, handle })
  const post = (path: string, handle: (call: Call) => Promise<Reply>) =>
    memberRoute({ method: 'POST', path, who, reach, handle })
  const take = async (call: Call, intake: Intake): Promise<Reply> =>
    redirect(workPaths.work(await startWork(call, intakeWork, { id: intake.id })))
  return {
    name: 'intake',
    nav: [
      {
        who,
        order: 85,
        label: { ja: intakeWords.ja.nav, en: intakeWords.en.nav, easy: intakeWords.easy.nav },
        href: intakePaths.list,
      },
    ],
    works: intakeWorks(kinds),
    jobs: [{ name: 'intake.forget_old', cron: '20 3 * * *', run: forgetOld }],
    routes: [
      get(intakePaths.list, (call) => list(call, kinds)),
      get(
        intakePaths.upload(':kind'),
        ofKind((call, name, kind) => uploadPage(call, name, kind, null)),
      ),
      { ...post(intakePaths.upload(':kind'), ofKind(upload)), bodyLimit },
      get(
        intakePaths.blank(':kind'),
        ofKind((call, _name, kind) => blank(call, kind)),
      ),
      get(
        intakePaths.mapping(':id'),
        ofIntake((call, intake, kind) => mappingPage(call, intake, kind)),
      ),
      post(intakePaths.mapping(':id'), ofIntake(saveMapping)),
      get(intakePaths.preview(':id'), ofIntake(preview)),
      post(intakePaths.decide(':id'), ofIntake(decide)),
      post(intakePaths.take(':id'), ofIntake(take)),
      get(intakePaths.failed(':id'), ofIntake(failed)),
      post(intakePaths.forget(':id'), ofIntake(forget)),
    ],
  }
}
