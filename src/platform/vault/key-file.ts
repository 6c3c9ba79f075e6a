import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Keys with their ids, newest use first named. More than one only while keys are being changed. */
export interface KeyRing {
  current: string
  keys: Record<string, Buffer>
}

const shape = z.object({ current: z.string(), keys: z.record(z.string(), z.base64()) })

/** A key file that is missing or damaged: said as a sentence, for the person who runs the machine. */
export class KeyFileProblem extends Error {
  override name = 'KeyFileProblem'
}

/** Null where there is no such file. */
export const readKeyFile = (path: string): KeyRing | null => {
  if (!existsSync(path)) return null
  const { current, keys } = shape.parse(JSON.parse(readFileSync(path, 'utf8')))
  const ring = { current, keys: Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, bytesOf(id, key)])) }
  if (!ring.keys[current]) throw new KeyFileProblem(`the key file ${path} does not hold its current key ${current}`)
  return ring
}

const bytesOf = (id: string, text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== 32) throw new KeyFileProblem(`key ${id} is not 32 bytes long`)
  return bytes
}

/** Written beside and renamed over: a crash leaves the old file or the new one, never half of one. */
export const writeKeyFile = (path: string, ring: KeyRing): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const keys = Object.fromEntries(Object.entries(ring.keys).map(([id, key]) => [id, key.toString('base64')]))
  const beside = `${path}.${randomUUID()}.new`
  writeFileSync(beside, `${JSON.stringify({ current: ring.current, keys }, null, 2)}\n`, { mode: 0o400, flush: true })
  chmodSync(beside, 0o400)
  renameSync(beside, path)
}

export const newKeyRing = (): KeyRing => withNewKey({ current: '', keys: {} })

export const withNewKey = (ring: KeyRing): KeyRing => {
  const id = randomBytes(6).toString('hex')
  return { current: id, keys: { ...ring.keys, [id]: randomBytes(32) } }
}

export const currentKey = (ring: KeyRing): Buffer => {
  const key = ring.keys[ring.current]
  if (!key) throw new Error(`no key ${ring.current}`)
  return key
}

/** The ring of the file; a new one only where nothing was ever locked with a lost one. */
export const openKeyFile = async (path: string, what: string, inUse: () => Promise<boolean>): Promise<KeyRing> => {
  const found = readKeyFile(path)
  if (found) return found
  if (await inUse()) {
    throw new KeyFileProblem(
      `The ${what} is missing (${path}), but the database holds data made with it. Restore the file from its own backup.`,
    )
  }
  const ring = newKeyRing()
  writeKeyFile(path, ring)
  return ring
}
