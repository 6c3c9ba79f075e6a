import { monitorEventLoopDelay } from 'node:perf_hooks'
import { certificateKind } from '#domains/training/documents/certificate.ts'
import { certificateSample } from '#domains/training/documents/samples.ts'
import { openDocuments } from '#platform/documents/pdf.ts'
import { openPress, type Press } from '#platform/documents/typst-press.ts'
import { pressed } from '#test/documents/pressed.ts'
import { type Figure, median } from './report.ts'

const warmUp = 100
const rounds = 10
const aRound = 50

/**
 * (f): certificates with name, number and code of their own, one after the other, beside a page of the same two words alone in
 * the same process; what the process grows by over five hundred; and how long the server's own work had to wait meanwhile.
 */
export const benchDocuments = async (): Promise<Figure[]> => {
  const press = openPress()
  const documents = openDocuments({ own: null, press, onProblem: () => {} }).of(1)
  const certificate = async (no: number): Promise<void> => {
    const own = { name: `見本 花子${no}`, number: `第2026-${no}号`, verifyUrl: `${certificateSample.verifyUrl}${no}` }
    await pressed(await documents.paper(certificateKind, { ...certificateSample, ...own }))
  }
  try {
    await timed(warmUp, certificate)
    await timed(warmUp, (no) => bare(press, no))
    const before = press.memory()
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const times = []
    for (let round = 0; round < rounds; round += 1) {
      const first = warmUp + round * aRound
      times.push({
        certificate: await timed(aRound, (no) => certificate(first + no)),
        bare: await timed(aRound, (no) => bare(press, first + no)),
      })
    }
    delay.disable()
    return figuresOf(times, (press.memory() - before) / 1e6, press.memory() / 1e6, delay.percentile(99) / 1e6)
  } finally {
    press.close()
  }
}

const figuresOf = (
  times: readonly { certificate: number; bare: number }[],
  grown: number,
  memory: number,
  waited: number,
): Figure[] => {
  const [ours, peer] = [median(times.map((one) => one.certificate)), median(times.map((one) => one.bare))]
  const documents = rounds * aRound
  return [
    {
      part: 'f',
      what: 'a certificate, against a bare page of two words',
      value: median(times.map((one) => one.certificate / one.bare)),
      unit: '×',
      limit: 20,
      detail: `${(1000 / ours).toFixed(0)} and ${(1000 / peer).toFixed(0)} a second, ${ours.toFixed(1)} and ${peer.toFixed(1)} ms each`,
    },
    {
      part: 'f',
      what: `what ${documents} certificates leave behind in memory`,
      value: grown,
      unit: 'MB',
      limit: 100,
      detail: `${memory.toFixed(0)} MB afterwards, in a process that is let go when it rests`,
    },
    {
      part: 'f',
      what: 'how long other pages wait while they are printed (99 of 100)',
      value: waited,
      unit: 'ms',
      limit: 50,
      detail: 'the delay of the server’s own loop',
    },
  ]
}

/** Milliseconds for each. */
const timed = async (count: number, print: (no: number) => Promise<void>): Promise<number> => {
  const before = performance.now()
  for (let no = 0; no < count; no += 1) await print(no)
  return (performance.now() - before) / count
}

const barePage = `#set document(title: "x", date: datetime(year: 2026, month: 4, day: 1))
#set text(font: "BIZ UDGothic", lang: "ja")
#for word in json("data.json") [#word]
`

const bare = async (press: Press, no: number): Promise<void> => {
  const words = [`見本 花子${no}`, `第2026-${no}号`]
  const job = { main: 'bare.typ', files: { 'bare.typ': barePage, 'data.json': JSON.stringify(words) } }
  const outcome = await press.compile({ programmeId: 1, own: null, job })
  if (outcome === 'busy' || outcome.kind !== 'pdf') throw new Error('the bare page was not printed')
}
