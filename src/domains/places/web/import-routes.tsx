import { z } from 'zod'
import { csvType, writeCsv } from '#platform/documents/csv.ts'
import { type Call, file, notFound, page, type Reply, redirect } from '#platform/http/call.ts'
import { memberRoute, type RouteSpec } from '#platform/http/routes.ts'
import { workPaths } from '#platform/jobs/work-pages.tsx'
import { blankForm, refusedForm } from '#ui/index.ts'
import { compareWith, findEdition, type Heap, heaps, keepEdition, orderImport } from '../actions/import-edition.ts'
import type { Choice } from '../core/wam-edition.ts'
import { wamColumns } from '../core/wam-columns.ts'
import { UploadPage } from './import-page.tsx'
import { importWords } from './import-words.ts'
import { placePaths } from './paths.ts'
import { PreviewPage, previewTabs } from './preview-page.tsx'
import { troubleText } from './trouble-text.ts'

const who = ['coordinator'] as const
const reach = 'the programme'
// The largest file of the list (home help, the whole country) is half of this.
const bodyLimit = 30_000_000

const uploadPage = (call: Call, message: string | null): Reply => {
  const { locale } = call.reader
  const form = message ? refusedForm(locale, {}, [{ field: 'file', message }]) : blankForm(locale)
  return page(importWords[locale].title, <UploadPage locale={locale} form={form} token={call.formToken()} />, {
    status: message ? 422 : 200,
  })
}

const upload = async (call: Call): Promise<Reply> => {
  const t = importWords[call.reader.locale]
  const sent = await call.form.file('file')
  if (!sent) return uploadPage(call, t.noFile)
  const kept = await keepEdition(call, sent)
  if (kept.ok) return redirect(placePaths.importFile(kept.value))
  return uploadPage(call, kept.error.map((blocker) => t.blockers[blocker.kind]).join(' '))
}

const choiceOf = (read: (name: string) => string): Choice => {
  const one = (name: string): string[] => (read(name) ? [read(name)] : [])
  return { municipalities: one('municipality'), services: one('service') }
}

const preview = async (call: Call, error: string | null = null): Promise<Reply> => {
  const fileId = call.param('id')
  const kept = await findEdition(call, fileId)
  if (!kept) return notFound()
  const { locale } = call.reader
  const read = error ? call.form.text : (name: string) => call.query.get(name) ?? ''
  const choice = choiceOf(read)
  return page(
    importWords[locale].title,
    <PreviewPage
      locale={locale}
      fileId={fileId}
      kept={kept}
      choice={choice}
      comparison={await compareWith(call, kept.edition, choice)}
      tab={previewTabs.find((tab) => tab === call.query.get('show')) ?? 'fresh'}
      page={Math.max(1, Math.floor(Number(call.query.get('page')) || 1))}
      token={call.formToken()}
      error={error}
    />,
    { status: error ? 422 : 200, wide: true },
  )
}

const takeSchema = z.array(z.enum(heaps)).min(1)

const run = async (call: Call): Promise<Reply> => {
  const kept = await findEdition(call, call.param('id'))
  if (!kept) return notFound()
  const take = takeSchema.safeParse(call.form.list('take'))
  if (!take.success) return preview(call, importWords[call.reader.locale].nothingChosen)
  const chosen: Heap[] = heaps.filter((heap) => take.data.includes(heap))
  const order = { fileId: call.param('id'), choice: choiceOf(call.form.text), take: chosen }
  return redirect(workPaths.work(await orderImport(call, order)))
}

/** The rows that failed, as they stood in the file, with the reason in a column of its own. */
const failed = async (call: Call): Promise<Reply> => {
  const kept = await findEdition(call, call.param('id'))
  if (!kept) return notFound()
  const { locale } = call.reader
  const t = importWords[locale]
  const whole = (cells: readonly string[]): string[] => wamColumns.map((_, index) => cells[index] ?? '')
  const rows = kept.edition.broken.map(({ cells, trouble }) => [...whole(cells), troubleText(trouble, locale)])
  return file(`${t.failedName}.csv`, csvType, writeCsv([[...wamColumns, t.reason], ...rows]))
}

export const importRoutes: RouteSpec[] = [
  memberRoute({ method: 'GET', path: placePaths.import, who, reach, handle: async (call) => uploadPage(call, null) }),
  memberRoute({ method: 'POST', path: placePaths.import, who, reach, bodyLimit, handle: upload }),
  memberRoute({ method: 'GET', path: placePaths.importFile(':id'), who, reach, handle: (call) => preview(call) }),
  memberRoute({ method: 'POST', path: placePaths.importRun(':id'), who, reach, handle: run }),
  memberRoute({ method: 'GET', path: placePaths.importFailed(':id'), who, reach, handle: failed }),
]
