// A process of its own, kept by typst-child.ts: a template that never ends can be ended, what it takes up goes back, and
// the server's pages do not wait. Templates see only the files that came with the job: the folder they stand in is none.
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { projectRoot } from '#platform/config/root.ts'

/** Everything that one document is made of, by file name. */
export interface Job {
  main: string
  files: Readonly<Record<string, string | Uint8Array>>
}

/** What stands in the way of a template; null where the compiler does not know the line. */
export interface TemplateFault {
  file: string | null
  line: number | null
  message: string
}

export type Outcome =
  | { kind: 'pdf'; bytes: Uint8Array }
  /** Characters that no font has. PDF/UA refuses a page on which somebody would see an empty box. */
  | { kind: 'not shown'; characters: string[] }
  | { kind: 'fault'; fault: TemplateFault }

/** `memory`: what this process takes up by now, in bytes. */
export interface Answer {
  outcome: Outcome
  memory: number
}

const nowhere = join(projectRoot, '.files-of-one-document')

const fonts = [
  'biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  'biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
  'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
]
const fontPaths = fonts.map((file) => join(projectRoot, 'node_modules/@expo-google-fonts', file))
const compiler = NodeCompiler.create({ workspace: nowhere, fontArgs: [{ fontPaths }] })

const outcomeOf = ({ main, files }: Job): Outcome => {
  compiler.resetShadow()
  for (const [name, content] of Object.entries(files)) compiler.mapShadow(join(nowhere, name), Buffer.from(content))
  const compiled = compiler.compile({ mainFilePath: join(nowhere, main) })
  const failed = compiled.takeError()
  if (failed) return { kind: 'fault', fault: faultOf(compiler.fetchDiagnostics(failed)) }
  if (!compiled.result) return { kind: 'fault', fault: { file: null, line: null, message: 'no document came of it' } }
  return { kind: 'pdf', bytes: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }) }
}

interface Diagnostic {
  message: string
  path: string
  range: { start: { line: number } } | null
}

// The first is the cause; those after it say on which way the file came in.
const faultOf = ([first]: Diagnostic[]): TemplateFault => ({
  file: first ? basename(first.path) : null,
  line: first?.range ? first.range.start.line + 1 : null,
  message: (first?.message ?? '').replace(/ \(searched at .*\)/, ''),
})

const notShown = /PDF\/UA-1 error: the text (?:contains the disallowed codepoint )?`"((?:[^"\\]|\\.)*)"`/g
const anyError = /severity: Error/g
const anyMessage = /message: "((?:[^"\\]|\\.)*)"/

// What the writer of the PDF refuses comes as the text of its own debugging output.
const refusalOf = (error: unknown): Outcome => {
  const text = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const characters = [...text.replaceAll('\\"', '"').matchAll(notShown)].flatMap(([, found = '']) => [
    ...found.replace(/\\+u\{([\da-f]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  ])
  const onlyThose = characters.length > 0 && [...text.matchAll(notShown)].length <= [...text.matchAll(anyError)].length
  if (onlyThose) return { kind: 'not shown', characters }
  return { kind: 'fault', fault: { file: null, line: null, message: anyMessage.exec(text)?.[1] ?? text } }
}

const answer = (job: Job): Outcome => {
  try {
    return outcomeOf(job)
  } catch (error) {
    return refusalOf(error)
  } finally {
    compiler.evictCache(8)
  }
}

new Worker(new URL('typst-watch.ts', import.meta.url), { workerData: Number(process.argv[2]) })

process.on('message', (job: Job) => {
  const outcome = answer(job)
  process.send?.({ outcome, memory: process.memoryUsage.rss() } satisfies Answer)
})
process.on('disconnect', () => process.exit())
// The terminal's Ctrl-C reaches it too: the server lets it go when the last document is done.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
