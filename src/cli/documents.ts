import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { registrationDocuments } from '#domains/registration/documents/kinds.ts'
import { trainingDocuments } from '#domains/training/documents/kinds.ts'
import { filesOf, openDocuments } from '#platform/documents/pdf.ts'

/** `hitoba documents DIR`: a folder for each document with its template, what the template is given, and how it looks. */
export const run = async ([to]: readonly string[]): Promise<number> => {
  if (to === undefined) {
    console.error('Say where to: hitoba documents DIR')
    return 2
  }
  const press = openDocuments({ own: null, onProblem: () => {} })
  for (const sample of [...trainingDocuments, ...registrationDocuments]) {
    const folder = join(to, sample.kind.name)
    await mkdir(folder, { recursive: true })
    const printed = await (await press.of(0).paper(sample.kind, sample.facts))()
    if (printed === 'busy') throw new Error('one after the other, nothing waits')
    const files = Object.entries({ ...(await filesOf(sample)), 'sample.pdf': printed.bytes })
    for (const [name, content] of files) await writeFile(join(folder, name), content)
    console.log(folder)
  }
  press.close()
  return 0
}
