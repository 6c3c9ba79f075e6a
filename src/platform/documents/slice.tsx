import { type Call, file, notFound, page, type Reply } from '#platform/http/call.ts'
import { memberRoute } from '#platform/http/routes.ts'
import type { Slice } from '#platform/http/slice.ts'
import { documentPageWords } from './document-words.ts'
import { documentPaths } from './document-paths.ts'
import { DocumentsPage } from './documents-page.tsx'
import { pdfType, type SampleDocument } from './pdf.ts'
import { templateRoutes } from './template-routes.tsx'

const who = ['coordinator', 'admin'] as const

/** Which templates are in use, what is wrong with the programme's own, and how each document looks. */
export const documentSlice = (samples: readonly SampleDocument[]): Slice => ({
  name: 'documents',
  routes: [
    memberRoute({
      method: 'GET',
      path: documentPaths.list,
      who,
      reach: 'the programme’s templates',
      handle: (call) => list(call, samples),
    }),
    memberRoute({
      method: 'GET',
      path: documentPaths.sample(':name'),
      who,
      reach: 'invented facts',
      handle: (call) => print(call, samples),
    }),
    ...templateRoutes((call) => samples.find(({ kind }) => kind.name === call.param('name')) ?? null),
  ],
  nav: [
    {
      who,
      order: 95,
      label: {
        ja: documentPageWords.ja.title,
        en: documentPageWords.en.title,
        easy: documentPageWords.ja.title,
      },
      href: documentPaths.list,
    },
  ],
})

const list = async (call: Call, samples: readonly SampleDocument[]): Promise<Reply> => {
  const { locale } = call.reader
  const rows = []
  for (const sample of samples) {
    const { name } = sample.kind
    const check = await call.documents.check(sample, call.today)
    rows.push({ ...check, label: sample.label[locale === 'en' ? 'en' : 'ja'], name })
  }
  const mayReplace = call.actor.role === 'admin'
  const body = (
    <DocumentsPage locale={locale} programmeId={call.actor.programmeId} rows={rows} mayReplace={mayReplace} />
  )
  return page(documentPageWords[locale].title, body, { wide: true })
}

const print = async (call: Call, samples: readonly SampleDocument[]): Promise<Reply> => {
  const sample = samples.find(({ kind }) => kind.name === call.param('name'))
  if (!sample) return notFound()
  const { bytes } = await call.documents.print(sample.kind, sample.facts)
  return file(`${sample.kind.name}.pdf`, pdfType, bytes, true)
}
