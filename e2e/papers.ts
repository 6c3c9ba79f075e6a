import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openDocuments, type SampleDocument } from '#platform/documents/pdf.ts'
import { registrationDocuments } from '#domains/registration/documents/kinds.ts'
import { trainingDocuments } from '#domains/training/documents/kinds.ts'
import { fullest, rareName } from '#test/documents/fullest.ts'
import { pressed } from '#test/documents/pressed.ts'
import { openBrowser } from './browser.ts'

interface Shown {
  name: string
  paper: SampleDocument
}

const withRareName = (one: SampleDocument): SampleDocument => ({
  ...one,
  facts: JSON.parse(JSON.stringify(one.facts).replaceAll('見本 花子', rareName)),
})

const papers: readonly Shown[] = [
  ...[...trainingDocuments, ...registrationDocuments].map((one) => ({ name: one.kind.name, paper: withRareName(one) })),
  ...fullest.map((paper) => ({ name: `${paper.kind.name}-full`, paper })),
]

/** `hitoba papers [name …]`: the first pages of every printed paper as pictures for docs/papers, drawn by another program than wrote it. */
export const run = async (names: readonly string[]): Promise<number> => {
  const folder = join('docs', 'papers')
  mkdirSync(folder, { recursive: true })
  const press = openDocuments({ own: null, onProblem: () => {} })
  const browser = await openBrowser()
  try {
    const page = await openReader(browser)
    for (const { name, paper } of papers.filter((one) => names.length === 0 || names.includes(one.name))) {
      const { bytes } = await pressed(await press.of(1).paper(paper.kind, paper.facts))
      const pictures = (await drawn(page, bytes)).slice(0, mostPages)
      for (const [at, picture] of pictures.entries())
        writeFileSync(join(folder, pictures.length === 1 ? `${name}.png` : `${name}-${at + 1}.png`), picture)
      console.log(`${name}: ${pictures.length}`)
    }
  } finally {
    await browser.close()
    press.close()
  }
  return 0
}

const pixelsForAPoint = 1.2
// Long papers go on in the same way.
const mostPages = 2

// The reader is a module, and takes its own fonts out of the file: the page needs nothing from anywhere.
const openReader = async (browser: Browser): Promise<Page> => {
  const page = await browser.newPage()
  const reader = readFileSync('node_modules/unpdf/dist/pdfjs.mjs')
  await page.route('http://papers.test/**', (route) =>
    route.request().url().endsWith('.mjs')
      ? route.fulfill({ contentType: 'text/javascript', body: reader })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>papers</title>' }),
  )
  await page.goto('http://papers.test/')
  return page
}

const drawn = async (page: Page, bytes: Uint8Array): Promise<Buffer[]> => {
  const pictures = (await page.evaluate(drawing(Buffer.from(bytes).toString('base64')))) as string[]
  return pictures.map((picture) => Buffer.from(picture.split(',')[1] ?? '', 'base64'))
}

// Runs in the browser.
const drawing = (file: string): string => `(async () => {
  const { getDocument } = await import('/reader.mjs')
  const bytes = Uint8Array.from(atob('${file}'), (one) => one.charCodeAt(0))
  const paper = await getDocument({ data: bytes, verbosity: 0 }).promise
  const pictures = []
  for (let no = 1; no <= paper.numPages; no += 1) {
    const page = await paper.getPage(no)
    const viewport = page.getViewport({ scale: ${pixelsForAPoint} })
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(viewport.width)
    canvas.height = Math.ceil(viewport.height)
    await page.render({ canvasContext: canvas.getContext('2d'), canvas, viewport }).promise
    pictures.push(canvas.toDataURL('image/png'))
  }
  return pictures
})()`
