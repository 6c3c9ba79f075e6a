import { randomUUID } from 'node:crypto'
import { editionFile, officeCells } from '#test/places/wam-edition.ts'
import { dropDatabase, fill, freshDatabase } from './databases.ts'
import type { Figure } from './report.ts'
import { openStage } from './stage.ts'

const offices = 3_680

/** (e): an edition of the national list, from the press on 'upload' to the preview on the screen. The rows are invented. */
export const benchImportPreview = async (server: string): Promise<Figure> => {
  const stage = await openStage(await freshDatabase(server, 'import'), () => new Date())
  try {
    const programmeId = await fill(stage.services, { programmes: 1, years: 1, supporters: 10 })
    const { cookie } = await stage.signedIn(programmeId, 'coordinator')
    const origin = await stage.open()
    const form = new FormData()
    const bytes = editionFile(Array.from({ length: offices }, (_, no) => officeCells({ no })))
    form.set('_token', randomUUID())
    form.set('file', new Blob([new Uint8Array(bytes)], { type: 'text/csv' }), 'csvdownload053.csv')
    const before = performance.now()
    const kept = await fetch(`${origin}/places/import`, {
      method: 'POST',
      body: form,
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    })
    const preview = await fetch(new URL(kept.headers.get('location') ?? '/', origin), { headers: { cookie } })
    const text = await preview.text()
    const took = performance.now() - before
    if (kept.status !== 303 || preview.status !== 200)
      throw new Error(`the preview answered ${kept.status}, ${preview.status}`)
    return {
      part: 'e',
      what: `the preview of ${offices} offices of the national list, upload included`,
      value: took / 1000,
      unit: 's',
      limit: 3,
      detail: `${(bytes.length / 1e6).toFixed(1)} MB up, a page of ${(text.length / 1000).toFixed(1)} kB`,
    }
  } finally {
    await stage.close()
    await dropDatabase(server, 'import')
  }
}
