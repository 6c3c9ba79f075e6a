import { readdir, readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { CalendarDay } from '#kernel/calendar-day.ts'
import { projectRoot } from '#platform/config/root.ts'

/** A version of a template, and the files that may be used by it: those of its own folder. */
export interface Template {
  /** The programme's own, instead of the one that comes with hitoba. */
  own: boolean
  file: string
  files: Record<string, Uint8Array>
}

const version = /^(.+)@(\d{4}-\d{2}(?:-\d{2})?)\.typ$/

/** The file of `kind` that counts on a day: the newest version that is not later. `eldest`: before the first version, the first. */
export const versionFor = (names: readonly string[], kind: string, on: CalendarDay, eldest = false): string | null => {
  const versions = names
    .flatMap((name) => {
      const [, of, from] = version.exec(name) ?? []
      return of === kind && from ? [{ name, from }] : []
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const inForce = versions.filter(({ from }) => from <= on).at(-1)
  return inForce?.name ?? (eldest ? versions[0]?.name : undefined) ?? null
}

const usable = new Set(['.typ', '.png', '.jpg', '.jpeg', '.svg', '.gif', '.webp', '.json', '.csv', '.txt'])
const mostBytes = 10_000_000

/** The template in the first of the programme's folders that has one for this day; null where none has. */
export const ownTemplate = async (
  folders: readonly string[],
  kind: string,
  on: CalendarDay,
): Promise<Template | null> => {
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => [])
    const file = versionFor(names, kind, on)
    if (file) return { own: true, file, files: await filesOf(folder, names) }
  }
  return null
}

/** The template that comes with hitoba. */
export const builtInTemplate = async (folder: string, kind: string, on: CalendarDay): Promise<Template> => {
  const path = join(projectRoot, folder)
  const names = await readdir(path)
  const file = versionFor(names, kind, on, true)
  if (!file) throw new Error(`no template ${kind} in ${folder}`)
  return { own: false, file, files: { [file]: await readFile(join(path, file)) } }
}

/** What every template may import, ours and theirs. */
export const baseFile = 'base.typ'
export const readBase = (): Promise<Uint8Array> => readFile(join(projectRoot, 'src/platform/documents', baseFile))

const filesOf = async (folder: string, names: readonly string[]): Promise<Record<string, Uint8Array>> => {
  const files: Record<string, Uint8Array> = {}
  let room = mostBytes
  for (const name of names.toSorted()) {
    const path = join(folder, name)
    const found = usable.has(extname(name).toLowerCase()) ? await stat(path) : null
    if (!found?.isFile() || found.size > room) continue
    room -= found.size
    files[name] = await readFile(path)
  }
  return files
}
