import { type Call, type Later, later, notFound, page, type Reply } from '#platform/http/call.ts'
import { memberRoute } from '#platform/http/routes.ts'
import type { Slice } from '#platform/http/slice.ts'
import { documentPageWords } from './document-words.ts'
import { documentPaths } from './document-paths.ts'
import { CheckedPage, DocumentsPage } from './documents-page.tsx'
import type { SampleDocument } from './pdf.ts'
import { print } from './print.ts'
import { templateRoutes } from './template-routes.tsx'

const who = ['coordinator', 'admin'] as const

/** Which templates are in use, what is wrong with the programme's own, and how each document looks. */
export const documentSlice = (samples: Samples): Slice => ({
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
      handle: (call) => sampleOf(call, samples),
    }),
    memberRoute({
      method: 'GET',
      path: documentPaths.check(':name'),
      who,
      reach: 'the programme’s templates, invented facts',
      handle: (call) => check(call, samples),
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

type Samples = readonly SampleDocument[]

const labelOf = ({ label }: SampleDocument, { reader }: Call): string => label[reader.locale === 'en' ? 'en' : 'ja']

const asked = (call: Call, samples: Samples): SampleDocument | undefined =>
  samples.find(({ kind }) => kind.name === call.param('name'))

/** Nothing is printed for it: whether a template works is found out when somebody asks. */
const list = async (call: Call, samples: Samples): Promise<Reply> => {
  const { locale } = call.reader
  const rows = []
  for (const sample of samples) {
    const { file, own } = await call.documents.source(sample.kind, call.today)
    rows.push({ file, own, label: labelOf(sample, call), name: sample.kind.name })
  }
  const mayReplace = call.actor.role === 'admin'
  const body = (
    <DocumentsPage locale={locale} programmeId={call.actor.programmeId} rows={rows} mayReplace={mayReplace} />
  )
  return page(documentPageWords[locale].title, body, { wide: true })
}

const check = async (call: Call, samples: Samples): Promise<Reply | Later> => {
  const sample = asked(call, samples)
  if (!sample) return notFound()
  return later(await call.documents.check(sample, call.today), async (then, found) => {
    const { locale } = then.reader
    return page(
      documentPageWords[locale].checked,
      <CheckedPage locale={locale} name={sample.kind.name} label={labelOf(sample, then)} check={found} />,
    )
  })
}

const sampleOf = async (call: Call, samples: Samples): Promise<Reply | Later> => {
  const sample = asked(call, samples)
  if (!sample) return notFound()
  return print(`${sample.kind.name}.pdf`, await call.documents.paper(sample.kind, sample.facts))
}
